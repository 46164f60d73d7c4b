package org.spmjava.examples.make.ninja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A build statement: files, what they are made of, and how. Paths are canonical, relative to the build's directory. */
public final class Edge {

    private static final String PLAIN = "[A-Za-z0-9_+\\-./]+";

    private final NinjaRule rule;
    private final Scope file;
    private final Map<String, String> bindings;
    private final Paths paths;

    /**
     * The paths of a build statement.
     *
     * @param outputs the files it makes, as {@code $out}
     * @param implicitOutputs further files it makes
     * @param inputs the files it reads, as {@code $in}
     * @param implicitInputs further files it reads
     * @param orderOnly what has to be up to date before, and makes nothing out of date
     */
    record Paths(
            List<String> outputs,
            List<String> implicitOutputs,
            List<String> inputs,
            List<String> implicitInputs,
            List<String> orderOnly) {}

    Edge(NinjaRule rule, Scope file, Map<String, String> bindings, Paths paths) {
        this.rule = rule;
        this.file = file;
        this.bindings = bindings;
        this.paths = paths;
    }

    /** Whether nothing is run: a name for other files. */
    public boolean isPhony() {
        return rule == NinjaRule.PHONY;
    }

    /** What it makes, implicit outputs last; not empty. */
    public List<String> outputs() {
        return joined(paths.outputs, paths.implicitOutputs);
    }

    /** What makes its outputs out of date when it is newer, implicit inputs last. */
    public List<String> inputs() {
        return joined(paths.inputs, paths.implicitInputs);
    }

    /** What has to be there before, and makes nothing out of date. */
    public List<String> orderOnlyInputs() {
        return paths.orderOnly;
    }

    /** What a shell is given; empty if {@linkplain #isPhony() phony}. */
    public String command() {
        return isPhony() ? "" : binding("command");
    }

    /** What a person is shown: the description, or the command where there is none. */
    public String description() {
        String description = binding("description");
        return description.isEmpty() ? command() : description;
    }

    /** Where a compiler notes, as rules of a makefile, what else it read; empty if it does not. */
    public String depfile() {
        return binding("depfile");
    }

    /** The name of the pool that bounds how many such edges run at once; empty for none. */
    public String pool() {
        return binding("pool");
    }

    /** Whether outputs that the command leaves as they were make nothing else out of date. */
    public boolean isRestat() {
        return !binding("restat").isEmpty();
    }

    /** Whether it makes the build file itself: then a changed command alone does not make it out of date. */
    public boolean isGenerator() {
        return !binding("generator").isEmpty();
    }

    /** A file to be written before the command runs; empty for none. */
    public String responseFile() {
        return binding("rspfile");
    }

    /** The content of that file. */
    public String responseFileContent() {
        return binding("rspfile_content");
    }

    /** What makes outputs out of date if it changes: the command and the content of its response file. */
    public String signature() {
        String content = responseFileContent();
        return content.isEmpty() ? command() : command() + ";rspfile=" + content;
    }

    /**
     * The value of a variable for this edge: its own, the rule's, the file's, those of the files around it.
     *
     * @throws IllegalArgumentException if the rule's variables refer to each other in a circle
     */
    String binding(String name) {
        return lookup(name, new HashSet<>());
    }

    private String lookup(String name, Set<String> open) {
        switch (name) {
            case "in":
                return quoted(paths.inputs, " ");
            case "in_newline":
                return quoted(paths.inputs, "\n");
            case "out":
                return quoted(paths.outputs, " ");
            default:
                break;
        }
        String own = bindings.get(name);
        if (own != null) {
            return own;
        }
        EvalString ofRule = rule.bindings().get(name);
        if (ofRule == null) {
            return file.get(name);
        }
        if (!open.add(name)) {
            throw new IllegalArgumentException(
                    "rule `" + rule.name() + "`: the variable `" + name + "` refers to itself");
        }
        String value = ofRule.evaluate(other -> lookup(other, open));
        open.remove(name);
        return value;
    }

    /** As a shell takes them, which splits words and expands signs. */
    private static String quoted(List<String> paths, String separator) {
        List<String> words = new ArrayList<>(paths.size());
        for (String path : paths) {
            words.add(path.matches(PLAIN) ? path : "'" + path.replace("'", "'\\''") + "'");
        }
        return String.join(separator, words);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return List.copyOf(joined);
    }

    @Override
    public String toString() {
        return "build " + String.join(" ", outputs()) + ": " + rule.name();
    }
}
