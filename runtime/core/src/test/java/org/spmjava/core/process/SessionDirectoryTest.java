package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionDirectoryTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /**
     * What the janitor needs at most, from the owner's death to its own end; it promises one second when all is calm.
     */
    private static final Duration JANITOR_DEADLINE = Duration.ofSeconds(3);

    @TempDir
    Path parents;

    private Path temporaryParent;
    private Path sharedMemoryParent;

    @BeforeEach
    void createParents() throws IOException {
        temporaryParent = Files.createDirectory(parents.resolve("tmp"));
        sharedMemoryParent = Files.createDirectory(parents.resolve("shm"));
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(entries()).as("census after").isEmpty();
    }

    @Test
    void bothDirectoriesAreTheOwnersAloneAndGoWithTheSession() throws Exception {
        SessionDirectory session = create();
        String name = "spm-" + System.getProperty("user.name") + "-" + session.cookie();
        assertThat(session.temporary()).isEqualTo(temporaryParent.resolve(name)).isDirectory();
        assertThat(session.sharedMemory())
                .isEqualTo(sharedMemoryParent.resolve(name))
                .isDirectory();
        for (Path root : session.roots()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .isEqualTo("rwx------");
            Files.createDirectories(root.resolve("deep/er"));
            Files.writeString(root.resolve("deep/er/file"), "x");
            Files.createSymbolicLink(root.resolve("link"), parents);
            Files.setPosixFilePermissions(root.resolve("deep"), PosixFilePermissions.fromString("r-x------"));
        }
        session.close();
        session.close();
        assertThat(parents).exists();
    }

    @Test
    void theDefaultPlaceOfSharedMemoryIsDevShm() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/shm")), "no /dev/shm here");
        Path sharedMemory;
        try (SessionDirectory session = SessionDirectory.create()) {
            sharedMemory = session.sharedMemory();
            assertThat(sharedMemory).hasParent(Path.of("/dev/shm")).isDirectory();
        }
        assertThat(sharedMemory).doesNotExist();
    }

    @Test
    void withoutSharedMemoryTheTemporaryDirectoryHoldsIt() throws Exception {
        try (SessionDirectory session = SessionDirectory.create(temporaryParent, parents.resolve("absent"))) {
            assertThat(session.sharedMemory()).isDirectory().hasParent(session.temporary());
            assertThat(session.roots()).containsExactly(session.temporary());
        }
    }

    @Test
    void tooLittleSharedMemoryIsToldInAdvance() throws Exception {
        try (SessionDirectory session = create()) {
            session.requireSharedMemory(1);
            assertThatIOException()
                    .isThrownBy(() -> session.requireSharedMemory(Long.MAX_VALUE))
                    .withMessageContaining(sharedMemoryParent.toString())
                    .withMessageContaining("needs");
        }
    }

    @Test
    void aSweepDeletesWhatTheDeadLeftAndLeavesTheLivingAlone() throws Exception {
        SessionDirectory own = create();
        Path deadTemporary;
        Path deadSharedMemory;
        try (Owner living = owner(false);
                Owner dead = owner(false)) {
            Path livingTemporary = Path.of(living.readLine());
            Path livingSharedMemory = Path.of(living.readLine());
            deadTemporary = Path.of(dead.readLine());
            deadSharedMemory = Path.of(dead.readLine());
            assertThat(sweep()).isEmpty();

            dead.kill();

            assertThat(sweep()).containsExactlyInAnyOrder(deadTemporary, deadSharedMemory);
            assertThat(entries())
                    .containsExactlyInAnyOrder(
                            own.temporary(), own.sharedMemory(), livingTemporary, livingSharedMemory);
            // Looking must not have cost the living their locks either.
            assertThat(sweep()).isEmpty();
        }
        own.close();
        assertThat(sweep()).hasSize(2);
    }

    @Test
    void aSweepWaitsForASessionThatIsJustStarting() throws Exception {
        Path starting = Files.createDirectory(temporaryParent.resolve("." + SessionFiles.prefix() + "a".repeat(32)));
        assertThat(sweep()).isEmpty();

        Files.setLastModifiedTime(starting, FileTime.from(Instant.now().minusSeconds(120)));

        assertThat(sweep()).containsExactly(starting);
    }

    @Test
    void aSweepTouchesNothingThatIsNotThisUsersSession() throws Exception {
        String cookie = "b".repeat(32);
        List<Path> others = List.of(
                Files.createDirectory(temporaryParent.resolve("spm-somebody-" + cookie)),
                Files.createDirectory(temporaryParent.resolve(SessionFiles.prefix() + "x-" + cookie)),
                Files.createDirectory(temporaryParent.resolve(SessionFiles.prefix() + "notes")),
                Files.writeString(temporaryParent.resolve(SessionFiles.prefix() + "c".repeat(32)), "a file"),
                Files.createSymbolicLink(temporaryParent.resolve(SessionFiles.prefix() + cookie), parents));
        assertThat(sweep()).isEmpty();
        assertThat(others).allSatisfy(path -> assertThat(path).exists());
        for (Path other : others) {
            Files.delete(other);
        }
    }

    @Test
    void aSweepTouchesNothingThatAnotherUserOwns() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        Path other = Files.createDirectory(temporaryParent.resolve(SessionFiles.prefix() + "d".repeat(32)));
        Files.setAttribute(other, "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);
        assertThat(sweep()).isEmpty();
        Files.delete(other);
    }

    @Test
    void theJanitorDeletesTheDirectoriesOfAKilledOwner() throws Exception {
        try (Owner owner = owner(true)) {
            List<Path> roots = List.of(Path.of(owner.readLine()), Path.of(owner.readLine()));
            long janitorPid = Long.parseLong(owner.readLine());
            assertThat(roots).allSatisfy(root -> assertThat(root).isDirectory());
            Files.writeString(roots.get(0).resolve("file"), "x");

            owner.kill();

            await().atMost(JANITOR_DEADLINE).untilAsserted(() -> {
                assertThat(roots).allSatisfy(root -> assertThat(root).doesNotExist());
                assertThat(ProcessHandle.of(janitorPid)).isEmpty();
            });
        }
    }

    @Test
    void theJanitorWaitsForAStoppedOwner() throws Exception {
        try (Owner owner = owner(true)) {
            Path temporary = Path.of(owner.readLine());
            Path sharedMemory = Path.of(owner.readLine());
            long janitorPid = Long.parseLong(owner.readLine());

            Survivors.signal("STOP", owner.pid());
            await().during(Duration.ofSeconds(1)).atMost(DEADLINE).untilAsserted(() -> {
                assertThat(temporary).exists();
                assertThat(ProcessHandle.of(janitorPid)).isPresent();
            });

            owner.kill();
            await().atMost(JANITOR_DEADLINE).untilAsserted(() -> {
                assertThat(temporary).doesNotExist();
                assertThat(sharedMemory).doesNotExist();
                assertThat(ProcessHandle.of(janitorPid)).isEmpty();
            });
        }
    }

    @Test
    void theJanitorIsDismissedByANormalClose() throws Exception {
        SessionDirectory session = create();
        Janitor janitor = Janitor.start(session);
        assertThat(janitor.isAlive()).isTrue();
        session.close();
        janitor.close();
        janitor.close();
        assertThat(janitor.isAlive()).isFalse();
    }

    @Test
    void theJanitorRefusesWhatIsNoSessionsDirectory() throws Exception {
        String name = SessionFiles.prefix() + "e".repeat(32);
        Path link = Files.createSymbolicLink(temporaryParent.resolve(name), parents);
        for (Path path : List.of(
                Path.of(name), temporaryParent, Path.of("/"), temporaryParent.resolve("../tmp/" + name), link)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Janitor.start(List.of(path)));
        }
        Files.delete(link);
    }

    private SessionDirectory create() throws IOException {
        return SessionDirectory.create(temporaryParent, sharedMemoryParent);
    }

    private Owner owner(boolean withJanitor) throws IOException {
        return Owner.start(
                Map.of(),
                "session",
                temporaryParent.toString(),
                sharedMemoryParent.toString(),
                Boolean.toString(withJanitor));
    }

    private List<Path> sweep() {
        return SessionDirectory.sweepLeftovers(List.of(temporaryParent, sharedMemoryParent));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> temporary = Files.list(temporaryParent);
                Stream<Path> sharedMemory = Files.list(sharedMemoryParent)) {
            return Stream.concat(temporary, sharedMemory).toList();
        }
    }
}
