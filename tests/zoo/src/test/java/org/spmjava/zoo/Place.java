package org.spmjava.zoo;

/**
 * A line of a program.
 *
 * @param file the file's name
 * @param line from 1
 */
record Place(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
