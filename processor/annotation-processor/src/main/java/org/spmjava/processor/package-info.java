/**
 * The javac shell of the compiler. {@link org.spmjava.processor.SpmProcessor} reads annotations and typedefs, has the
 * language compile the typedefs and the generator write the classes, and tells javac what is wrong.
 *
 * <p>For each annotated class: {@code Declaration} (what the annotation says), {@code ClassRules}, {@code Typedefs}
 * (the file behind it), {@code Evaluators} (the methods behind {@code spm.meta.module}), then the classes. Every
 * sentence that a user may read is in {@code Complaint}.
 */
package org.spmjava.processor;
