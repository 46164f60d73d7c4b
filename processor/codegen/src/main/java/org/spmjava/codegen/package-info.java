/**
 * From the checked model to Java files. {@link org.spmjava.codegen.ManagerGenerator} is the one door.
 *
 * <p>A function: the same {@link org.spmjava.codegen.ManagerSpec} gives the same text on every machine. It checks
 * nothing, since what reaches it has passed every check, and it knows neither javac nor files.
 *
 * <p>The way through: a {@code Payload} lays out what the typedef holds, a {@code Slot} a field, each with the code of
 * its {@code ValueCode}; the writers put that code into the classes {@code <Class>Task} and {@code <Class>Manager}.
 */
package org.spmjava.codegen;
