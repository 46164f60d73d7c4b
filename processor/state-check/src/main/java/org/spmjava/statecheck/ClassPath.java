package org.spmjava.statecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The class files of the module and of its class path, each read when it is first asked for, or by then. Used by one
 * thread; others help it to read.
 */
final class ClassPath implements AutoCloseable {

    private static final String CLASS = ".class";

    private final Map<String, ClassEntry> entries = new HashMap<>();
    private final List<String> module = new ArrayList<>();
    private final List<ClassFile> moduleFiles = new ArrayList<>();
    private final Map<String, Optional<ClassFile>> ofPlatform = new HashMap<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final Platform platform = new Platform();
    private final ReadAhead readAhead;

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
            entries.keySet().stream().sorted().forEach(module::add);
            for (Path library : libraries) {
                addAll(library, Origin.LIBRARY);
            }
        } catch (IOException e) {
            closeJars();
            throw new UncheckedIOException(e);
        }
        readAhead = new ReadAhead(entries);
        module.forEach(readAhead::offer);
    }

    private void addAll(Path root, Origin origin) throws IOException {
        if (Files.isDirectory(root)) {
            addDirectory(root, origin);
        } else if (Files.isRegularFile(root)) {
            addJar(root, origin);
        }
    }

    private void addDirectory(Path root, Origin origin) throws IOException {
        int beginning = root.toString().length() + 1;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = file.toString();
                if (path.endsWith(CLASS)) {
                    add(path.substring(beginning).replace('\\', '/'), origin, () -> Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void addJar(Path file, Origin origin) throws IOException {
        ZipFile jar;
        try {
            jar = new ZipFile(file.toFile());
        } catch (ZipException noJar) {
            // A native library, or what else a build has there: Java looks for no class in it either.
            return;
        }
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

    /** Of two classes of one name, the first counts, as it does for Java. */
    private void add(String path, Origin origin, ClassEntry.Location location) {
        boolean isClass =
                path.endsWith(CLASS) && !path.endsWith("module-info" + CLASS) && !path.startsWith("META-INF/");
        if (isClass) {
            String name = path.substring(0, path.length() - CLASS.length());
            Origin known = RuntimeNames.isRuntime(name) ? Origin.RUNTIME : origin;
            entries.putIfAbsent(name, new ClassEntry(known, location));
        }
    }

    /** The module's classes, in order. */
    List<ClassFile> module() {
        if (moduleFiles.isEmpty()) {
            for (String name : module) {
                find(name).ifPresent(moduleFiles::add);
            }
        }
        return moduleFiles;
    }

    /** The names of the classes of the module, or of its libraries. */
    List<String> names(Origin origin) {
        List<String> names = new ArrayList<>();
        entries.forEach((name, entry) -> {
            if (entry.origin() == origin) {
                names.add(name);
            }
        });
        return names;
    }

    Origin origin(String name) {
        ClassEntry entry = entries.get(name);
        if (entry != null) {
            return entry.origin();
        } else if (RuntimeNames.isRuntime(name)) {
            return Origin.RUNTIME;
        }
        return platform.contains(name) ? Origin.PLATFORM : Origin.MISSING;
    }

    /** The class of an internal name, if it is there and can be read. */
    Optional<ClassFile> find(String name) {
        ClassEntry entry = entries.get(name);
        if (entry == null) {
            Optional<ClassFile> known = ofPlatform.get(name);
            if (known == null) {
                known = load(name);
                ofPlatform.put(name, known);
            }
            return known;
        }
        Optional<ClassFile> found = readAhead.await(entry);
        if (found.isPresent() && found.get().beginLinking()) {
            link(found.get());
        }
        return found;
    }

    private Optional<ClassFile> load(String name) {
        try {
            return platform.bytes(name).map(found -> ClassScan.of(found, Origin.PLATFORM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Methods inherit what is declared of the methods that they override; of several, the superclass's counts. */
    private void link(ClassFile file) {
        if (!file.origin().isFollowed()) {
            return;
        }
        for (String name : file.supertypes()) {
            Optional<ClassFile> supertype = Step.concernsJdkOnly(name)
                    ? Optional.empty()
                    : find(name).filter(above -> above.origin().isFollowed());
            supertype.ifPresent(above -> above.annotated().forEach(file::inherit));
        }
    }

    /** The bytes of a class of the module or of a library. */
    byte[] bytes(String name) {
        try {
            return entries.get(name).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Class files that are damaged, or of a version that is not known yet, with the reason. */
    Map<String, String> unreadable() {
        Map<String, String> reasons = new TreeMap<>();
        entries.forEach((name, entry) -> entry.damage().ifPresent(reason -> reasons.put(name, reason)));
        return reasons;
    }

    @Override
    public void close() {
        readAhead.close();
        closeJars();
    }

    private void closeJars() {
        try {
            for (ZipFile jar : jars) {
                jar.close();
            }
            platform.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
