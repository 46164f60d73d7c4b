package org.spmjava.processor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;
import org.spmjava.processor.TypedefLibraries.Offer;

/**
 * Where typedefs are: below the directories of an option, or below those that the Maven plugin wrote down, or where
 * javac itself looks for files. Nowhere else.
 */
final class TypedefRoots implements TypedefSources {

    /** Written by spm-maven-plugin into a source root: a directory a line, relative to that source root. */
    static final String ROOTS_FILE = "META-INF/spm/typedef-roots";

    private static final String EXTENSION = ".spmtype";

    /** Written by spm-maven-plugin into the same source root: what this module imports out of libraries. */
    private static final String IMPORTED = "META-INF/spm/imports/";

    private static final String NOT_UTF_8 = "it is not UTF-8";
    private static final String LEADS_OUT = "it is a link that leads out of the typedef roots";

    private static final int MOST_CANDIDATES = 1000;
    private static final int DEEPEST = 10;

    private final Optional<String> option;
    private final Filer filer;

    /**
     * @param option the directories, and the libraries whose typedefs may be imported, separated as paths are; empty if
     *     the option was not given
     * @param filer finds what is no directory of ours
     */
    TypedefRoots(Optional<String> option, Filer filer) {
        this.option = option;
        this.filer = filer;
    }

    private List<Path> roots() {
        List<Path> named = named().stream().filter(path -> !isLibrary(path)).toList();
        return named.isEmpty() ? writtenDown() : named;
    }

    private List<Path> named() {
        return option.stream()
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }

    private static boolean isLibrary(Path path) {
        return Files.isRegularFile(path) || Files.isDirectory(path.resolve(TypedefLibraries.OFFERED));
    }

    private List<Path> writtenDown() {
        Optional<FileObject> file = resource(StandardLocation.SOURCE_PATH, ROOTS_FILE);
        if (file.isEmpty() || !"file".equals(file.get().toUri().getScheme())) {
            return List.of();
        }
        try {
            Path sourceRoot = Path.of(file.get().toUri()).resolve("../../..").normalize();
            return file.get()
                    .getCharContent(false)
                    .toString()
                    .lines()
                    .map(directory -> sourceRoot.resolve(directory).normalize())
                    .toList();
        } catch (IOException notThere) {
            // Some file managers find what is not there until it is read.
            return List.of();
        }
    }

    /**
     * A text or a complaint.
     *
     * @param source the text; beside a complaint, that of the file which was probably meant
     * @param complaint why the file was not found or not read
     * @param unusable why it cannot be read though it is there: a clause
     */
    record Found(Optional<SourceText> source, Optional<Complaint> complaint, Optional<String> unusable) {
        private static Found source(SourceText source) {
            return new Found(Optional.of(source), Optional.empty(), Optional.empty());
        }

        private static Found not(Complaint complaint) {
            return not(complaint, Optional.empty());
        }

        private static Found not(Complaint complaint, Optional<SourceText> meant) {
            return new Found(meant, Optional.of(complaint), Optional.empty());
        }

        private static Found unusable(Path file, String reason) {
            Complaint complaint = Complaint.typedefUnreadable(file.toString(), reason);
            return new Found(Optional.empty(), Optional.of(complaint), Optional.of(reason));
        }

        /** The text of the file that was asked for. */
        private Optional<SourceText> sought() {
            return source.filter(text -> complaint.isEmpty());
        }
    }

    Found locate(String typedef) {
        if (!staysBelowRoot(typedef)) {
            return Found.not(Complaint.pathLeavesRoots(typedef));
        }
        List<Path> roots = roots();
        return roots.isEmpty() ? findByJavac(typedef) : findBelowRoots(roots, typedef);
    }

    /** A file to import: one below the roots, or else one that a library offers. */
    @Override
    public Optional<SourceText> find(String name) {
        Found own = locate(name);
        if (own.sought().isPresent() || own.unusable().isPresent() || !staysBelowRoot(name)) {
            return own.sought();
        }
        List<Offer> offers = offers(name);
        return offers.size() == 1 ? decode(name, offers.get(0).content()) : Optional.empty();
    }

    @Override
    public Optional<Obstacle> obstacle(String name) {
        if (!staysBelowRoot(name)) {
            return Optional.empty();
        }
        Optional<String> unusable = locate(name).unusable();
        if (unusable.isPresent()) {
            return unusable.map(Obstacle.Unusable::new);
        }
        List<Offer> offers = offers(name);
        return switch (offers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Obstacle.Unusable(NOT_UTF_8));
            default ->
                Optional.of(
                        new Obstacle.Several(offers.stream().map(Offer::place).toList()));
        };
    }

    /**
     * What the plugin found, or what the libraries of the option offer, or the one that javac shows: the first class
     * directory's on the class path. It does not look into the {@code META-INF} of jars.
     */
    private List<Offer> offers(String name) {
        Optional<Offer> byPlugin = readByJavac(StandardLocation.SOURCE_PATH, IMPORTED + name)
                .map(content -> new Offer("spm-maven-plugin", content));
        if (byPlugin.isPresent()) {
            return List.of(byPlugin.get());
        }
        List<Offer> named = libraries(name);
        return named.isEmpty()
                ? readByJavac(StandardLocation.CLASS_PATH, TypedefLibraries.OFFERED + name)
                        .map(content -> new Offer("the class path", content))
                        .stream()
                        .toList()
                : named;
    }

    private List<Offer> libraries(String name) {
        try {
            return new TypedefLibraries(
                            named().stream().filter(TypedefRoots::isLibrary).toList())
                    .find(name);
        } catch (IOException e) {
            throw new UncheckedIOException("a library of -A" + SpmProcessor.ROOTS + " cannot be read", e);
        }
    }

    @Override
    public List<String> names() {
        return candidates(roots());
    }

    private static boolean staysBelowRoot(String typedef) {
        if (typedef.indexOf('\\') >= 0 || typedef.indexOf(':') >= 0 || typedef.indexOf('\0') >= 0) {
            return false;
        }
        return Stream.of(typedef.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    private Found findBelowRoots(List<Path> roots, String typedef) {
        for (Path root : roots) {
            Path file = root.resolve(typedef);
            if (Files.isRegularFile(file)) {
                return read(file, roots);
            }
        }
        List<String> names = roots.stream().map(Path::toString).toList();
        Optional<String> near = near(typedef, candidates(roots));
        return Found.not(
                Complaint.typedefNotFound(typedef, names, near),
                near.flatMap(name -> findBelowRoots(roots, name).source()));
    }

    /** The typedef that was probably meant: it lies in another directory, its extension was forgotten, or a typo. */
    private static Optional<String> near(String typedef, List<String> candidates) {
        String file = typedef.substring(typedef.lastIndexOf('/') + 1);
        return candidates.stream()
                .filter(candidate ->
                        ("/" + candidate).endsWith("/" + file) || ("/" + candidate).endsWith("/" + file + EXTENSION))
                .findFirst()
                .or(() -> Suggestions.nearest(typedef, candidates));
    }

    private static Found read(Path file, List<Path> roots) {
        try {
            if (leadsOut(file, roots)) {
                return Found.unusable(file, LEADS_OUT);
            }
            return decode(file.toString(), Files.readAllBytes(file))
                    .map(Found::source)
                    .orElseGet(() -> Found.unusable(file, NOT_UTF_8));
        } catch (IOException e) {
            return Found.unusable(file, e.toString());
        }
    }

    /** A root may itself be a link. What it leads to is the root then. */
    private static boolean leadsOut(Path file, List<Path> roots) throws IOException {
        Path real = file.toRealPath();
        for (Path root : roots) {
            if (Files.isDirectory(root) && real.startsWith(root.toRealPath())) {
                return false;
            }
        }
        return true;
    }

    /** A typedef is UTF-8, whatever encoding javac was told that Java sources have. */
    private static Optional<SourceText> decode(String name, byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(new SourceText(name, text.toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The typedefs that there are, in a stable order: neither directories, nor links that lead nowhere. */
    private static List<String> candidates(List<Path> roots) {
        List<String> candidates = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root, DEEPEST)) {
                files.filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                        .limit(MOST_CANDIDATES)
                        .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                        .sorted()
                        .forEach(candidates::add);
            } catch (IOException | UncheckedIOException unreadable) {
                // Without candidates there is no suggestion; that the file is missing is reported all the same.
                continue;
            }
        }
        return candidates;
    }

    private Found findByJavac(String typedef) {
        for (StandardLocation location :
                List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT)) {
            Optional<byte[]> file = readByJavac(location, typedef);
            if (file.isPresent()) {
                return decode(typedef, file.get())
                        .map(Found::source)
                        .orElseGet(() -> Found.unusable(Path.of(typedef), NOT_UTF_8));
            }
        }
        return Found.not(Complaint.rootsUnknown(typedef));
    }

    private Optional<byte[]> readByJavac(StandardLocation location, String path) {
        Optional<FileObject> file = resource(location, path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get().openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException notThere) {
            // Some file managers find what is not there until it is read.
            return Optional.empty();
        }
    }

    private Optional<FileObject> resource(StandardLocation location, String typedef) {
        try {
            return Optional.of(filer.getResource(location, "", typedef));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException notThere) {
            // What a location that javac was not given answers differs by build tool.
            return Optional.empty();
        }
    }
}
