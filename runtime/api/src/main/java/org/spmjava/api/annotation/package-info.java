/** The annotations from which the annotation processor derives payloads and manager stubs. */
package org.spmjava.api.annotation;
