package org.spmjava.maven;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Severity;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/**
 * One typedef as it lies on disk.
 *
 * @param name its path below the typedef directory, with {@code /} between its parts
 * @param file where it is
 * @param bytes what is in it
 */
record Typedef(String name, Path file, byte[] bytes) {

    static Typedef read(Path directory, Path file) throws IOException {
        String name = directory.relativize(file).toString().replace('\\', '/');
        return new Typedef(name, file, Files.readAllBytes(file));
    }

    /**
     * All that is wrong with it, in source order. What is wrong with the files that it imports is found there; and that
     * an import is nowhere, only javac can tell, which also looks into the jars of the class path.
     */
    List<Finding> check(TypedefSources imports) {
        return source().map(source -> compile(source, imports)).orElseGet(() -> List.of(notUtf8()));
    }

    private List<Finding> compile(SourceText source, TypedefSources imports) {
        return TypedefCompiler.compile(source, imports).diagnostics().stream()
                .filter(diagnostic -> diagnostic.source() == source)
                .filter(diagnostic -> diagnostic.code() != DiagnosticCode.IMPORT_NOT_FOUND)
                .map(diagnostic -> Finding.of(file, diagnostic))
                .toList();
    }

    /** Its text, if it is text. */
    Optional<SourceText> source() {
        return text().map(text -> new SourceText(name, text));
    }

    private Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Finding notUtf8() {
        String text = """
                error: The typedef cannot be read: it is not UTF-8.
                  why: A typedef is a file of UTF-8 text.
                  fix: Save it in that encoding.""";
        return new Finding(file, 1, 1, Severity.ERROR, text);
    }
}
