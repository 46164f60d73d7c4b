package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Who builds under Maven.
 *
 * @param contestant what there is to build
 * @param profile of the project that is built
 * @param edited the file that its author edits, below the sources
 * @param goal how Maven's log names the goal that generates before javac runs, if there is one
 */
record MavenContestant(Contestant contestant, String profile, String edited, Optional<String> goal) {

    static final List<MavenContestant> ALL = List.of(
            new MavenContestant(
                    Contestants.SPM, "spm", "spmtype/Order0.spmtype", Optional.of("(spm|spm-maven-plugin):.*generate")),
            new MavenContestant(Contestants.AUTO_VALUE, "auto-value", "java/orders/Order0.java", Optional.empty()),
            new MavenContestant(
                    Contestants.PROTOBUF,
                    "protobuf",
                    "proto/order0.proto",
                    Optional.of("(protobuf|protobuf-maven-plugin):.*generate")),
            new MavenContestant(new Plain(), "plain", "java/orders/Order0.java", Optional.empty()));

    /** As many classes of Java and nothing to generate: what Maven and javac cost without any of us. */
    private record Plain() implements Contestant {

        @Override
        public String name() {
            return "Java alone";
        }

        @Override
        public void write(int count, BuildFolder folder) throws IOException {
            for (int i = 0; i < count; i++) {
                folder.write(
                        "java/orders/Order" + i + ".java",
                        "package orders;\n\n/** Who ordered. */\nfinal class Order" + i + " {}\n");
            }
        }

        @Override
        public List<String> javacOptions(BuildFolder folder) {
            return List.of("-proc:none");
        }
    }
}
