/** The processor is run by javac itself, on what a user might write. */
package org.spmjava.processor;
