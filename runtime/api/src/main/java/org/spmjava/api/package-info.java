/**
 * What a user of SPM.Java writes against: virtual clouds, pools, deadlines, statuses and conclusions.
 *
 * <p>Unless a method says otherwise, no argument may be {@code null}, no result is {@code null}, and every collection
 * handed out is immutable.
 */
package org.spmjava.api;
