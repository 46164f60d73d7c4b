package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.examples.branchandbound.BranchAndBound;
import org.spmjava.examples.firstsession.SourcePrograms;
import org.spmjava.examples.heat.Heat;
import org.spmjava.examples.make.Make;
import org.spmjava.examples.montecarlo.MonteCarlo;
import org.spmjava.examples.pagerank.PageRank;
import org.spmjava.examples.samplesort.SampleSort;
import org.spmjava.examples.wordcount.WordCount;
import org.spmjava.statecheck.StateCheck;
import org.spmjava.statecheck.StateCheckInput;
import org.spmjava.statecheck.StateCheckReport;

/** The state check finds, before anything runs, what {@link CallbacksAndDoorsTest} shows to fail. */
class StateCheckTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                SourcePrograms.class,
                Make.class,
                WordCount.class,
                MonteCarlo.class,
                BranchAndBound.class,
                PageRank.class,
                Heat.class,
                SampleSort.class
            })
    void everyExampleIsRight(Class<?> program) throws URISyntaxException {
        assertThat(check(program).render()).isEmpty();
    }

    @Test
    void ofTheseTestsOnlyTheDoorsThatOneOpensOnPurposeAreFound() throws URISyntaxException {
        assertThat(check(CallbacksAndDoorsTest.class).errors())
                .allSatisfy(finding -> assertThat(finding.className()).isEqualTo(CallbacksAndDoorsTest.class.getName()))
                .extracting(finding -> finding.code().id())
                .containsExactly("SPM-S204", "SPM-S205", "SPM-S203");
    }

    @Test
    void theDeedThatUsesADoorOfTheHubIsFound() throws URISyntaxException {
        assertThat(check(Deeds.class).errors()).singleElement().satisfies(finding -> {
            assertThat(finding.className()).isEqualTo(Deeds.class.getName());
            assertThat(finding.what())
                    .isEqualTo("`AeronVirtualCloud.createAsync` belongs to the Hub, but a Spoke reaches it.");
        });
    }

    private static StateCheckReport check(Class<?> anyOfTheModule) throws URISyntaxException {
        Path module = Path.of(anyOfTheModule
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Path> libraries =
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        return StateCheck.run(StateCheckInput.of(List.of(module), libraries));
    }
}
