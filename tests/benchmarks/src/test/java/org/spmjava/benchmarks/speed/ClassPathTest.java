package org.spmjava.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.Hazelcast;
import org.junit.jupiter.api.Test;

class ClassPathTest {

    @Test
    void aUsersProgramHasNoneOfThePeersJars() {
        assertThat(ClassPath.ofUsers().toString())
                .contains("aeron-client", "chronicle-wire", "HdrHistogram", "benchmarks")
                .doesNotContain("hazelcast", "pekko", "scala", "jmh", "sbe-tool");
    }

    @Test
    void aPeersProgramHasItsOwnJarsAlone() {
        assertThat(ClassPath.ofPeer("/com/hazelcast/").toString())
                .contains("hazelcast", "HdrHistogram", "benchmarks")
                .doesNotContain("chronicle", "pekko");
    }

    @Test
    void theVersionOfALibraryIsThatOfItsJar() {
        assertThat(ClassPath.versionOf(Hazelcast.class)).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(ClassPath.versionOf(ClassPathTest.class)).isEmpty();
    }
}
