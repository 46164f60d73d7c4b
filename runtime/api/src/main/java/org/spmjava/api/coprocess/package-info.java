/** Built-in task APIs that run stand-alone programs as coprocesses of a Spoke. */
package org.spmjava.api.coprocess;
