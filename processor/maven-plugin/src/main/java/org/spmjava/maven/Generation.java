package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code generate} does for one module. Payloads and managers are not written here, but by the annotation
 * processor: they continue the annotated class. This makes sure that it runs when it has to, and finds what it needs.
 *
 * <p>The stamp is written after a check without mistakes, so where it is up to date there is nothing to check. To know
 * that it is, a look at the files' attributes is enough as a rule, which costs a tenth of reading them; they are read
 * if the attributes differ from those that were remembered.
 *
 * @param typedefs the typedef directory; need not exist
 * @param sourceRoot the directory to write into, a source root of the module
 * @param packed where to copy the typedefs to, beside the classes, for those who compile against the module
 * @param module what no other module is called
 * @param compilerVersion of this plugin, and with it of the language
 * @param memory the file to remember in
 * @param libraries what the module is compiled with
 */
record Generation(
        Path typedefs,
        Path sourceRoot,
        Path packed,
        String module,
        String compilerVersion,
        Path memory,
        Libraries.Source libraries) {

    /** What there was to look at before anything was read. */
    private record Look(Optional<Known> then, Snapshot files, boolean librariesToo) {}

    /** Checks and stamps, or does nothing if no typedef changed. */
    Outcome run() throws IOException {
        if (!Files.isDirectory(typedefs)) {
            RootsFile.delete(sourceRoot);
            return clear();
        }
        RootsFile.write(sourceRoot, typedefs);
        Optional<Memory> memory =
                Memory.read(this.memory).filter(then -> then.key().equals(key()));
        Optional<Known> then = memory.flatMap(Known::read);
        Look look = look(then);
        if (then.isPresent()
                && Files.isDirectory(packed)
                && look.files().isSameAs(memory.get().snapshot())
                && stamp(then.get().digest()).isIn(sourceRoot)) {
            if (!look.files().text().equals(memory.get().snapshot().text())) {
                remember(then.get(), look);
            }
            return Outcome.unchanged(then.get().total());
        }
        TypedefDirectory directory = TypedefDirectory.read(typedefs);
        if (directory.isEmpty()) {
            return clear();
        }
        return sameContent(directory, look) ? Outcome.unchanged(directory.size()) : check(directory, look);
    }

    /** The directory is always looked at, the libraries only where something is imported from them. */
    private Look look(Optional<Known> then) throws IOException {
        boolean librariesToo = then.isPresent() && !then.get().imported().isEmpty();
        List<Path> looked = new ArrayList<>();
        looked.add(typedefs);
        if (librariesToo) {
            looked.addAll(libraries.get().roots());
        }
        return new Look(then, Snapshot.of(looked, TypedefDirectory.ENDING), librariesToo);
    }

    /** Whether it is only the attributes that changed, as they do when a working copy is checked out anew. */
    private boolean sameContent(TypedefDirectory directory, Look look) throws IOException {
        if (look.then().isEmpty()) {
            return false;
        }
        Known then = look.then().get();
        Imports imports = new Imports(directory, libraries);
        then.imported().forEach(imports::offers);
        String digest = directory.digest(compilerVersion, imports.asked());
        boolean same = digest.equals(then.digest()) && stamp(digest).isIn(sourceRoot);
        if (same) {
            FileCopies.write(packed, directory.contents());
            remember(then, look);
        }
        return same;
    }

    private Outcome check(TypedefDirectory directory, Look look) throws IOException {
        Imports imports = new Imports(directory, libraries);
        List<Finding> findings = directory.check(imports);
        boolean well = findings.stream().noneMatch(Finding::isError);
        boolean changed = false;
        if (well) {
            String digest = directory.digest(compilerVersion, imports.asked());
            FileCopies.write(packed, directory.contents());
            FileCopies.write(imported(), imports.imported());
            changed = write(stamp(digest));
            remember(
                    new Known(
                            digest,
                            directory.size(),
                            List.copyOf(imports.asked().keySet())),
                    look);
        } else {
            // Or else what is taken back is as it was when all was well, and what was reported since would stay.
            Files.deleteIfExists(memory);
        }
        return new Outcome(directory.size(), directory.files(), findings, changed);
    }

    private boolean write(Stamp stamp) throws IOException {
        if (stamp.isIn(sourceRoot)) {
            return false;
        }
        stamp.writeTo(sourceRoot);
        return true;
    }

    /** Where there is no typedef, nothing is left of those there were. */
    private Outcome clear() throws IOException {
        boolean changed = stamp("").deleteFrom(sourceRoot);
        if (changed) {
            FileCopies.write(imported(), Map.of());
            FileCopies.write(packed, Map.of());
        }
        Files.deleteIfExists(memory);
        return Outcome.empty(changed);
    }

    /**
     * Copies of what is imported out of libraries. The annotation processor finds them in the source root: javac shows
     * it neither the {@code META-INF} of a jar nor what is on the module path.
     */
    private Path imported() {
        return sourceRoot.resolve("META-INF/spm/imports");
    }

    /**
     * What was not looked at before it was read is not remembered: it could have changed in between. The next time it
     * is looked at.
     */
    private void remember(Known known, Look look) throws IOException {
        boolean whole = look.librariesToo() || known.imported().isEmpty();
        new Memory(key(), known.facts(), whole ? look.files() : Snapshot.NONE).writeTo(memory);
    }

    private Stamp stamp(String digest) {
        return Stamp.of(module, digest);
    }

    private String key() {
        return "generate " + compilerVersion;
    }

    /**
     * What is remembered of a check without mistakes.
     *
     * @param digest of all that was read
     * @param total how many typedefs there are
     * @param imported the names of what libraries were asked for
     */
    private record Known(String digest, int total, List<String> imported) {

        private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

        static Optional<Known> read(Memory memory) {
            List<String> facts = memory.facts();
            return facts.size() >= 2 && COUNT.matcher(facts.get(1)).matches()
                    ? Optional.of(
                            new Known(facts.get(0), Integer.parseInt(facts.get(1)), facts.subList(2, facts.size())))
                    : Optional.empty();
        }

        List<String> facts() {
            List<String> facts = new ArrayList<>(List.of(digest, Integer.toString(total)));
            facts.addAll(imported);
            return facts;
        }
    }
}
