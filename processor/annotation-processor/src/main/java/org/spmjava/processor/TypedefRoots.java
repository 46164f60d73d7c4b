package org.spmjava.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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
import org.spmjava.dsl.resolve.Suggestions;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/**
 * Where typedefs are: below the directories of an option, or below those that the Maven plugin wrote down, or where
 * javac itself looks for files. Nowhere else.
 */
final class TypedefRoots implements TypedefSources {

    /** Written by spm-maven-plugin into a source root: a directory a line, relative to that source root. */
    static final String ROOTS_FILE = "META-INF/spm/typedef-roots";

    private static final String EXTENSION = ".spmtype";

    /** Where a jar keeps the typedefs that others may import. */
    private static final String OFFERED = "META-INF/spmtype/";

    private static final int MOST_CANDIDATES = 1000;
    private static final int DEEPEST = 10;

    private final Optional<String> option;
    private final Filer filer;

    /**
     * @param option the directories, separated as paths are; empty if the option was not given
     * @param filer finds what is no directory of ours
     */
    TypedefRoots(Optional<String> option, Filer filer) {
        this.option = option;
        this.filer = filer;
    }

    private List<Path> roots() {
        List<Path> named = option.stream()
                .flatMap(directories -> Arrays.stream(directories.split(File.pathSeparator)))
                .filter(directory -> !directory.isBlank())
                .map(Path::of)
                .toList();
        return named.isEmpty() ? writtenDown() : named;
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
     */
    record Found(Optional<SourceText> source, Optional<Complaint> complaint) {
        private static Found source(String name, String text) {
            return new Found(Optional.of(new SourceText(name, text)), Optional.empty());
        }

        private static Found not(Complaint complaint) {
            return not(complaint, Optional.empty());
        }

        private static Found not(Complaint complaint, Optional<SourceText> meant) {
            return new Found(meant, Optional.of(complaint));
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

    /** A file to import: one below the roots, or else one that a jar on the class path offers. */
    @Override
    public Optional<SourceText> find(String name) {
        if (!staysBelowRoot(name)) {
            return Optional.empty();
        }
        return locate(name).sought().or(() -> readByJavac(StandardLocation.CLASS_PATH, OFFERED + name, name));
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
                return read(file);
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

    private static Found read(Path file) {
        try {
            return Found.source(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            return Found.not(Complaint.typedefUnreadable(file.toString(), "it is not UTF-8"));
        } catch (IOException e) {
            return Found.not(Complaint.typedefUnreadable(file.toString(), e.toString()));
        }
    }

    /** The typedefs that there are, in a stable order. */
    private static List<String> candidates(List<Path> roots) {
        List<String> candidates = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root, DEEPEST)) {
                files.filter(file -> file.toString().endsWith(EXTENSION))
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
            Optional<SourceText> source = readByJavac(location, typedef, typedef);
            if (source.isPresent()) {
                return new Found(source, Optional.empty());
            }
        }
        return Found.not(Complaint.rootsUnknown(typedef));
    }

    private Optional<SourceText> readByJavac(StandardLocation location, String path, String name) {
        Optional<FileObject> file = resource(location, path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SourceText(name, file.get().getCharContent(false).toString()));
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
