package org.spmjava.examples.make.ninja;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as ninja compares them: by text, without looking at the disk. */
public final class Canonical {

    private Canonical() {}

    /**
     * A path without {@code .} and doubled slashes, and without {@code x/..}. A link is not followed, as by ninja.
     *
     * @param path not empty
     * @return the canonical path, {@code .} for the directory itself
     */
    public static String path(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> kept = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!name.equals("..") || !absolute) {
                kept.addLast(name);
            }
        }
        String joined = String.join("/", kept);
        if (absolute) {
            return "/" + joined;
        }
        return joined.isEmpty() ? "." : joined;
    }
}
