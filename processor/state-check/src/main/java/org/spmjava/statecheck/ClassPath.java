package org.spmjava.statecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The class files of the module and of its class path, each read when it is first asked for. */
final class ClassPath implements AutoCloseable {

    private static final String CLASS = ".class";

    /** Where the bytes of a class are: of two classes of one name, the first counts, as it does for Java. */
    private interface Location {
        byte[] bytes() throws IOException;
    }

    private record Entry(Origin origin, Location location) {}

    private final Map<String, Entry> entries = new TreeMap<>();
    private final List<String> module = new ArrayList<>();
    private final Map<String, Optional<ClassFile>> read = new HashMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final Platform platform = new Platform();

    /**
     * @param classDirectories of the module, or jars; what is not there is empty
     * @param libraries directories and jars
     * @throws UncheckedIOException if one of them cannot be read
     */
    ClassPath(List<Path> classDirectories, List<Path> libraries) {
        try {
            for (Path own : classDirectories) {
                addAll(own, Origin.MODULE);
            }
            module.addAll(entries.keySet());
            for (Path library : libraries) {
                addAll(library, Origin.LIBRARY);
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(Path root, Origin origin) throws IOException {
        if (Files.isDirectory(root)) {
            addDirectory(root, origin);
        } else if (Files.isRegularFile(root)) {
            addJar(root, origin);
        }
    }

    private void addDirectory(Path root, Origin origin) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = root.relativize(file).toString().replace('\\', '/');
                add(path, origin, () -> Files.readAllBytes(file));
            }
        }
    }

    private void addJar(Path file, Origin origin) throws IOException {
        ZipFile jar = new ZipFile(file.toFile());
        jars.add(jar);
        for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            add(entry.getName(), origin, () -> {
                try (InputStream in = jar.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            });
        }
    }

    private void add(String path, Origin origin, Location location) {
        boolean isClass =
                path.endsWith(CLASS) && !path.endsWith("module-info" + CLASS) && !path.startsWith("META-INF/");
        if (isClass) {
            String name = path.substring(0, path.length() - CLASS.length());
            Origin known = RuntimeNames.isRuntime(name) ? Origin.RUNTIME : origin;
            entries.putIfAbsent(name, new Entry(known, location));
        }
    }

    /** The module's classes, in order. */
    List<ClassFile> module() {
        return module.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** The names of the module's classes and of its libraries', in order. */
    Iterable<String> names(Origin origin) {
        return () -> entries.entrySet().stream()
                .filter(entry -> entry.getValue().origin() == origin)
                .map(Map.Entry::getKey)
                .iterator();
    }

    Origin origin(String name) {
        Entry entry = entries.get(name);
        if (entry != null) {
            return entry.origin();
        } else if (RuntimeNames.isRuntime(name)) {
            return Origin.RUNTIME;
        }
        return platform.contains(name) ? Origin.PLATFORM : Origin.MISSING;
    }

    /** The class of an internal name, if it is there and can be read. */
    Optional<ClassFile> find(String name) {
        Optional<ClassFile> known = read.get(name);
        if (known == null) {
            known = load(name);
            read.put(name, known);
        }
        return known;
    }

    private Optional<ClassFile> load(String name) {
        Entry entry = entries.get(name);
        try {
            if (entry != null) {
                return Optional.of(ClassReading.read(entry.location().bytes(), entry.origin()));
            }
            Optional<byte[]> bytes = platform.bytes(name);
            return bytes.map(found -> ClassReading.read(found, Origin.PLATFORM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            unreadable.put(name, String.valueOf(damaged.getMessage()));
            return Optional.empty();
        }
    }

    /** The bytes of a class of the module or of a library. */
    byte[] bytes(String name) {
        try {
            return entries.get(name).location().bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Class files that are damaged, or of a version that is not known yet, with the reason. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
