package org.spmjava.zoo;

/**
 * One thing that is said about a program.
 *
 * @param stage by whom
 * @param place about which line
 * @param text what the user sees
 */
record Report(Stage stage, Place place, String text) {}
