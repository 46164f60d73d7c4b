package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The typedefs of a module, in the order of their names. */
final class TypedefDirectory {

    /** What the names of typedefs end with. */
    static final String ENDING = ".spmtype";

    private final Map<String, Typedef> typedefs;

    private TypedefDirectory(List<Typedef> typedefs) {
        this.typedefs = new LinkedHashMap<>();
        typedefs.forEach(typedef -> this.typedefs.put(typedef.name(), typedef));
    }

    /**
     * Reads what is there: nothing, if there is no such directory.
     *
     * @param path where the typedefs are; need not exist
     */
    static TypedefDirectory read(Path path) throws IOException {
        List<Typedef> typedefs = new ArrayList<>();
        if (Files.isDirectory(path)) {
            Path real = path.toRealPath();
            for (FileTree.Entry entry : FileTree.list(path, ENDING)) {
                typedefs.add(Typedef.read(path, real, entry.path()));
            }
        }
        // By name and not by path: the digest is the same on every machine.
        typedefs.sort(Comparator.comparing(Typedef::name));
        return new TypedefDirectory(typedefs);
    }

    /** What imports call a file of a directory. */
    static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    /** All of them, those in directories below included. */
    List<Typedef> typedefs() {
        return List.copyOf(typedefs.values());
    }

    List<Path> files() {
        return typedefs.values().stream().map(Typedef::file).toList();
    }

    /** What is in them, by name. */
    Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        typedefs.values().forEach(typedef -> contents.put(typedef.name(), typedef.bytes()));
        return contents;
    }

    int size() {
        return typedefs.size();
    }

    boolean isEmpty() {
        return typedefs.isEmpty();
    }

    /** The typedef of that name, if there is one. */
    Optional<Typedef> find(String name) {
        return Optional.ofNullable(typedefs.get(name));
    }

    /** All that is wrong, file by file; what is wrong with a library's file is said once. */
    List<Finding> check(Imports imports) {
        return check(imports, true);
    }

    /** The same without libraries: whether what is imported from them is there cannot be told. */
    List<Finding> checkAlone() {
        return check(new Imports(this, () -> Libraries.NONE), false);
    }

    private List<Finding> check(Imports imports, boolean librariesAreKnown) {
        Set<Finding> findings = new LinkedHashSet<>();
        typedefs.values().forEach(typedef -> findings.addAll(typedef.check(imports, librariesAreKnown)));
        return List.copyOf(findings);
    }

    /**
     * Differs when a typedef is changed, added, renamed or deleted, when one that is imported from a library changes,
     * and when another compiler reads them.
     */
    String digest(String compilerVersion, Map<String, List<Libraries.Offer>> imported) {
        Digest digest = new Digest().add(compilerVersion);
        for (Typedef typedef : typedefs.values()) {
            digest.add(typedef.name()).add(typedef.bytes());
        }
        imported.forEach((name, offers) -> {
            digest.add("import").add(name);
            offers.forEach(offer -> digest.add(offer.bytes()));
        });
        return digest.hex();
    }
}
