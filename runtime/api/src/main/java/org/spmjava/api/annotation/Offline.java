package org.spmjava.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method or constructor runs while its side is offline: no communication is possible, closures may be declared and
 * defined. Once it is guarded, it throws an {@link org.spmjava.api.error.SPMInvariantViolation} while its side is
 * online; see {@link org.spmjava.api.closure.Guard}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.CLASS)
public @interface Offline {}
