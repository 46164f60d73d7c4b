package org.spmjava.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The typedefs that a module's class path offers: those in {@code META-INF/spmtype} of its jars and class directories.
 * Nothing else of them can be read: neither by a name, which the language has checked, nor by a link.
 *
 * @param own the class directory of the module itself, if its tests are looked at: what it offers comes first
 * @param classPath jars and directories; what is not there, or is no jar, offers nothing
 */
record Libraries(Optional<Path> own, List<Path> classPath) {

    /** Where {@code generate} has them packed. */
    static final String OFFERED = "META-INF/spmtype";

    /** For what there is before there is a class path. */
    static final Libraries NONE = new Libraries(Optional.empty(), List.of());

    /**
     * A typedef of a library.
     *
     * @param name what imports call it
     * @param library the jar or the class directory
     * @param bytes what is in it
     */
    record Offer(String name, Path library, byte[] bytes) {}

    /** Finds out what the libraries are; only asked where a typedef imports what its module has not. */
    interface Source {
        Libraries get() throws IOException;
    }

    /** The files of that name, of those that are equal the first alone. */
    List<Offer> find(String name) throws IOException {
        List<Offer> offers = own.isPresent() ? find(name, List.of(own.get())) : List.of();
        return offers.isEmpty() ? find(name, classPath) : offers;
    }

    private static List<Offer> find(String name, List<Path> libraries) throws IOException {
        List<Offer> offers = new ArrayList<>();
        for (Path library : libraries) {
            byte[] bytes = Files.isDirectory(library) ? readDirectory(library, name) : readJar(library, name);
            if (bytes != null && offers.stream().noneMatch(offer -> Arrays.equals(offer.bytes, bytes))) {
                offers.add(new Offer(name, library, bytes));
            }
        }
        return offers;
    }

    private static byte[] readDirectory(Path directory, String name) throws IOException {
        Path file = directory.resolve(OFFERED).resolve(name);
        boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath());
        return inside ? Files.readAllBytes(file) : null;
    }

    private static byte[] readJar(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(OFFERED + "/" + name);
            if (entry == null || entry.isDirectory()) {
                return null;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return in.readAllBytes();
            }
        } catch (ZipException isNoJar) {
            return null;
        }
    }

    /** The names of all that is offered, in order. */
    List<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path library : all()) {
            if (Files.isDirectory(library)) {
                Path root = library.resolve(OFFERED);
                FileTree.list(root, TypedefDirectory.ENDING)
                        .forEach(entry -> names.add(TypedefDirectory.name(root, entry.path())));
            } else if (Files.isRegularFile(library)) {
                addNames(library, names);
            }
        }
        return List.copyOf(names);
    }

    private static void addNames(Path file, Set<String> names) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(OFFERED + "/") && name.endsWith(TypedefDirectory.ENDING))
                    .forEach(name -> names.add(name.substring(OFFERED.length() + 1)));
        } catch (ZipException isNoJar) {
            return;
        }
    }

    private List<Path> all() {
        return Stream.concat(own.stream(), classPath.stream()).toList();
    }

    /** What has to be looked at to know whether any of this changed: the jars, and what directories offer. */
    List<Path> roots() {
        return all().stream()
                .map(library -> Files.isDirectory(library) ? library.resolve(OFFERED) : library)
                .toList();
    }
}
