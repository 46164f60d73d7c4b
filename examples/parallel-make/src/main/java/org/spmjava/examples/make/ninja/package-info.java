/** Reads the build files of the ninja build system: {@link org.spmjava.examples.make.ninja.NinjaParser} is the door. */
package org.spmjava.examples.make.ninja;
