/** Generated code is compiled in memory and used: there is no other way to know that it is right. */
package org.spmjava.codegen;
