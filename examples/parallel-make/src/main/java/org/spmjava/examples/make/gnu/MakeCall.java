package org.spmjava.examples.make.gnu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One invocation of make, as typed by a person or by a recipe.
 *
 * @param start where it was typed, absolute
 * @param arguments what follows the program's name
 * @param environment all variables that it sees
 */
public record MakeCall(Path start, List<String> arguments, Map<String, String> environment) {

    /** The names of makefiles, in the order in which GNU make looks for them. */
    private static final List<String> DEFAULT_NAMES = List.of("GNUmakefile", "makefile", "Makefile");

    private static final String SHORT_WITH_VALUE = "CfIoW";
    private static final String SHORT_WITH_NUMBER = "jlO";
    private static final String SHORT_NOT_PLANNED = "nqtpvhdoWE";
    private static final Set<String> LONG_WITH_VALUE = Set.of(
            "directory",
            "file",
            "makefile",
            "include-dir",
            "old-file",
            "assume-old",
            "new-file",
            "what-if",
            "assume-new",
            "eval");
    private static final Set<String> LONG_NOT_PLANNED = Set.of(
            "dry-run",
            "just-print",
            "recon",
            "question",
            "touch",
            "print-data-base",
            "version",
            "help",
            "debug",
            "old-file",
            "assume-old",
            "new-file",
            "what-if",
            "assume-new",
            "eval",
            "shuffle");

    /** Copies the collections. */
    public MakeCall {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** What the arguments say, as far as it matters to those who do not make. */
    private record Scan(Path directory, List<String> makefiles, String notPlanned) {}

    /** Where make goes before it does anything: what its options {@code -C} say. */
    public Path directory() {
        return scan().directory;
    }

    /** The makefiles that its options name. */
    List<String> makefiles() {
        return scan().makefiles;
    }

    /** The makefile that make finds by itself where no option names one; empty if there is none. */
    String defaultMakefile() {
        Path directory = directory();
        return DEFAULT_NAMES.stream()
                .filter(name -> Files.exists(directory.resolve(name)))
                .findFirst()
                .orElse("");
    }

    /** An option with which nothing is made, or not as rules say; empty if there is none. */
    String optionThatIsNotPlanned() {
        return scan().notPlanned;
    }

    /** What a person would type, without the environment. */
    public String line() {
        return arguments.isEmpty() ? "make" : "make " + String.join(" ", arguments);
    }

    /** The environment in an order of its own. */
    Map<String, String> sortedEnvironment() {
        return new TreeMap<>(environment);
    }

    private Scan scan() {
        Path directory = start;
        List<String> makefiles = new ArrayList<>();
        String notPlanned = "";
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                notPlanned = argument;
            } else if (argument.startsWith("--")) {
                String name = argument.substring(2).replaceFirst("=.*", "");
                String value = argument.contains("=") ? argument.substring(argument.indexOf('=') + 1) : null;
                if (value == null && LONG_WITH_VALUE.contains(name) && i + 1 < arguments.size()) {
                    value = arguments.get(++i);
                }
                if (name.equals("directory")) {
                    directory = directory.resolve(value == null ? "" : value);
                } else if (name.equals("file") || name.equals("makefile")) {
                    makefiles.add(value);
                }
                notPlanned = LONG_NOT_PLANNED.contains(name) ? argument : notPlanned;
            } else if (argument.startsWith("-") && argument.length() > 1) {
                for (int at = 1; at < argument.length(); at++) {
                    char option = argument.charAt(at);
                    notPlanned = SHORT_NOT_PLANNED.indexOf(option) >= 0 ? "-" + option : notPlanned;
                    if (SHORT_WITH_NUMBER.indexOf(option) >= 0) {
                        while (at + 1 < argument.length() && Character.isDigit(argument.charAt(at + 1))) {
                            at++;
                        }
                    } else if (SHORT_WITH_VALUE.indexOf(option) >= 0) {
                        String value = argument.substring(at + 1);
                        if (value.isEmpty() && i + 1 < arguments.size()) {
                            value = arguments.get(++i);
                        }
                        if (option == 'C') {
                            directory = directory.resolve(value);
                        } else if (option == 'f') {
                            makefiles.add(value);
                        }
                        break;
                    }
                }
            }
        }
        return new Scan(directory.normalize(), makefiles, notPlanned);
    }
}
