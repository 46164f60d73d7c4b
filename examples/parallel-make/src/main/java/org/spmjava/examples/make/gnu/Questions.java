package org.spmjava.examples.make.gnu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Our own files, which GNU make reads while it is asked: a last makefile that has it print a mark before each line of a
 * recipe, and a program that it calls in place of a shell. By these each line is told from the next and from what
 * makefiles print, and lines that name {@code $(MAKE)}, which GNU make runs even when asked what it would do, are not
 * run.
 */
final class Questions implements AutoCloseable {

    /** Between the fields of a mark. */
    static final String SEPARATOR = "\u0001";

    private static final String LINE_END = "\u0002";

    private final Path directory;
    private final String mark;

    private Questions(Path directory) {
        this.directory = directory;
        String random = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
        mark = "@" + random + "@ ";
    }

    static Questions open(Path program) throws IOException {
        Questions questions = new Questions(Files.createTempDirectory("spm-make-"));
        Files.createSymbolicLink(questions.make(), program);
        Files.writeString(questions.inPlaceOfShell(), questions.shellScript());
        Files.writeString(questions.inPlaceOfMake(), questions.makeScript());
        questions.inPlaceOfMake().toFile().setExecutable(true);
        return questions;
    }

    /** What every line that we have make print begins with. */
    String mark() {
        return mark;
    }

    Path directory() {
        return directory;
    }

    /** The program by a name that occurs nowhere else, so that it is found again in what recipes say. */
    Path make() {
        return directory.resolve("make");
    }

    /** A program that takes note of how it is called, in place of make. */
    Path inPlaceOfMake() {
        return directory.resolve("call");
    }

    private Path inPlaceOfShell() {
        return directory.resolve("shell");
    }

    Path makefile() {
        return directory.resolve("last.mk");
    }

    Path printed() {
        return directory.resolve("printed");
    }

    Path complaints() {
        return directory.resolve("complaints");
    }

    private Path environmentFile() {
        return directory.resolve("environment");
    }

    /**
     * Writes the last makefile.
     *
     * @param variables of which each recipe's own values are to be printed
     * @param withoutTargets what is wrong if there is nothing to make
     */
    void write(List<String> variables, String withoutTargets) throws IOException {
        StringBuilder values = new StringBuilder();
        for (String variable : variables) {
            values.append(SEPARATOR)
                    .append("$(if $(filter undefined,$(origin ")
                    .append(variable)
                    .append(")),-,=$(subst $(SPM_LINE_END),")
                    .append(LINE_END)
                    .append(",$(")
                    .append(variable)
                    .append(")))");
        }
        String text = """
                MAKEFILE_LIST := $(filter-out SELF,$(MAKEFILE_LIST))
                $(if $(.DEFAULT_GOAL)$(MAKECMDGOALS),,$(error NONE))
                define SPM_LINE_END


                endef
                $(if $(filter-out -j1,$(filter -j%,$(MAKEFLAGS))),$(eval MAKEFLAGS += -j1))
                SPM_FLAGS := $(.SHELLFLAGS)
                $(info MARKparsed|$(SPM_FLAGS)|$(origin .SHELLFLAGS))
                override .SHELLFLAGS = $(info MARKline|-$(firstword $(MAKEFLAGS))|$(SHELL)|$@VALUES)DIR/shell $(SHELL) $(SPM_FLAGS)
                SELF: ;
                -include DIR/none.mk
                DIR/none.mk: ; @env -0 > DIR/environment
                """.replace("|", SEPARATOR)
                .replace("MARK", mark)
                .replace("SELF", makefile().toString())
                .replace("NONE", withoutTargets)
                .replace("VALUES", values)
                .replace("DIR", directory.toString());
        Files.writeString(makefile(), text);
        Files.deleteIfExists(environmentFile());
    }

    private String shellScript() {
        return """
                # Called by make as `SHELL this SHELL FLAGS TEXT`. Makefiles are remade, and functions called, for real.
                if [ /proc/self/fd/1 -ef DIR/printed ]; then
                  case $MAKEFLAGS in
                    -* | ' '*) ;;
                    *)
                      case ${MAKEFLAGS%% *} in
                        *n*)
                          echo "MARKrecursive"
                          exit 0
                          ;;
                      esac
                      ;;
                  esac
                fi
                exec "$@"
                """.replace("DIR", directory.toString()).replace("MARK", mark);
    }

    private String makeScript() {
        return """
                #!/bin/sh
                n=0
                while ! mkdir "DIR/call.$n" 2> /dev/null; do n=$((n + 1)); done
                for argument; do printf '%s\\0' "$argument"; done > "DIR/call.$n/arguments"
                env -0 > "DIR/call.$n/environment"
                printf '%s' "$(pwd -P)" > "DIR/call.$n/directory"
                """.replace("DIR", directory.toString());
    }

    /** The environment of recipes, as one of ours saw it; empty if make did not get so far. */
    Map<String, String> environment() throws IOException {
        return Files.exists(environmentFile()) ? environment(environmentFile()) : Map.of();
    }

    private static Map<String, String> environment(Path file) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : zeroTerminated(file)) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return environment;
    }

    private static List<String> zeroTerminated(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    /** The calls of make since the last time, in their order. */
    List<MakeCall> takeCalls() throws IOException {
        List<MakeCall> calls = new ArrayList<>();
        for (int n = 0; Files.isDirectory(directory.resolve("call." + n)); n++) {
            Path call = directory.resolve("call." + n);
            calls.add(new MakeCall(
                    Path.of(Files.readString(call.resolve("directory"))),
                    zeroTerminated(call.resolve("arguments")),
                    environment(call.resolve("environment"))));
            delete(call);
        }
        return calls;
    }

    /** A value that was printed on one line, as it is. */
    static String unfolded(String value) {
        return value.replace(LINE_END, "\n");
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(directory);
    }
}
