package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When files count as unchanged. */
class SnapshotTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path root;

    private Snapshot now() throws IOException {
        return Snapshot.of(List.of(root), ".txt");
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path old(String name, String text) throws IOException {
        return Files.setLastModifiedTime(write(name, text), LONG_AGO);
    }

    @Test
    void filesThatNobodyTouchedAreTheSame() throws IOException {
        old("a.txt", "a");
        write("deep/b.txt", "b");
        Snapshot then = now();

        assertThat(now().isSameAs(then)).isTrue();
    }

    @Test
    void anAddedADeletedAndARenamedFileAreAChange() throws IOException {
        Path a = old("a.txt", "a");
        Snapshot one = now();
        Path b = old("b.txt", "b");
        Snapshot two = now();
        Files.delete(b);
        Snapshot oneAgain = now();
        Files.move(a, root.resolve("c.txt"));

        assertThat(two.isSameAs(one)).isFalse();
        assertThat(oneAgain.isSameAs(two)).isFalse();
        assertThat(oneAgain.isSameAs(one)).isTrue();
        assertThat(now().isSameAs(one)).isFalse();
    }

    @Test
    void anEditThatKeepsTheSizeAndSetsTheTimeBackIsAChange() throws IOException {
        Path file = old("a.txt", "10s");
        Snapshot then = now();
        Files.writeString(file, "20s");
        Files.setLastModifiedTime(file, LONG_AGO);

        assertThat(now().isSameAs(then)).isFalse();
    }

    /** Two edits within a tick of the file system's clock: only the content tells. */
    @Test
    void ofAYoungFileTheContentCounts() throws IOException {
        Path file = write("a.txt", "10s");
        Snapshot then = now();
        String attributes = attributes(then);
        Files.writeString(file, "20s");
        Snapshot edited = new Snapshot(now().text().replace(attributes(now()), attributes));
        Files.writeString(file, "10s");
        Snapshot restored = new Snapshot(now().text().replace(attributes(now()), attributes));

        assertThat(edited.isSameAs(then)).isFalse();
        assertThat(restored.isSameAs(then)).isTrue();
    }

    @Test
    void aFileThatWasYoungThenIsReadOnceItIsOld() throws IOException {
        Path file = write("a.txt", "10s");
        Snapshot then = now();
        String grownOld = attributes(then) + " - " + file + "\0";

        assertThat(new Snapshot(grownOld).isSameAs(then)).isTrue();
        Files.writeString(file, "20s");
        assertThat(new Snapshot(grownOld).isSameAs(then)).isFalse();
    }

    private static String attributes(Snapshot snapshot) {
        return snapshot.text().substring(0, snapshot.text().indexOf(' '));
    }

    @Test
    void aRootThatIsNotThereIsTheSameUntilItIsThere() throws IOException {
        List<Path> roots = List.of(root.resolve("library.jar"));
        Snapshot then = Snapshot.of(roots, ".txt");

        assertThat(Snapshot.of(roots, ".txt").isSameAs(then)).isTrue();
        write("library.jar", "");
        assertThat(Snapshot.of(roots, ".txt").isSameAs(then)).isFalse();
    }

    @Test
    void filesOfOtherEndingsDoNotCount() throws IOException {
        old("a.txt", "a");
        Snapshot then = now();
        write("notes.md", "b");

        assertThat(now().isSameAs(then)).isTrue();
    }

    @Test
    void linksThatLeadInCirclesEnd() throws IOException {
        old("a/one.txt", "1");
        old("b/two.txt", "2");
        Files.createSymbolicLink(root.resolve("a/to-b"), root.resolve("b"));
        Files.createSymbolicLink(root.resolve("b/to-a"), root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a/up"), root);
        Files.createSymbolicLink(root.resolve("nowhere.txt"), root.resolve("gone"));
        Files.createSymbolicLink(root.resolve("itself.txt"), root.resolve("itself.txt"));

        assertThat(FileTree.list(root, ".txt"))
                .extracting(entry -> root.relativize(entry.path()).toString())
                .containsExactlyInAnyOrder("a/one.txt", "a/to-b/two.txt", "b/to-a/one.txt", "b/two.txt");
    }
}
