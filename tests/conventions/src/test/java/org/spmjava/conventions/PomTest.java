package org.spmjava.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spmjava.conventions.Pom.Artifact;

/** The poms: named, complete, pointing the right way, and with every version in one place. */
class PomTest {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** Rooms of ours that a room may put on its class path, outside its tests. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("spm-dsl-grammar", Set.of()),
            Map.entry("spm-codegen", Set.of("spm-dsl-grammar")),
            Map.entry("spm-annotation-processor", Set.of("spm-codegen", "spm-dsl-grammar")),
            Map.entry("spm-state-check", Set.of()),
            Map.entry("spm-state-guard", Set.of()),
            Map.entry(
                    "spm-maven-plugin", Set.of("spm-codegen", "spm-dsl-grammar", "spm-state-check", "spm-state-guard")),
            Map.entry("spm-api", Set.of()),
            Map.entry("spm-core", Set.of("spm-api")),
            Map.entry("spm-aeron-transport", Set.of("spm-core", "spm-api")),
            Map.entry("spm-micrometer", Set.of("spm-api")),
            Map.entry("spm-report", Set.of("spm-api")),
            Map.entry("spm-testing", Set.of("spm-core", "spm-api")),
            Map.entry("spm-cli", Set.of("spm-aeron-transport", "spm-core", "spm-api")));

    @Test
    void everyModuleHasANameAndADescription() {
        assertThat(Pom.all())
                .allSatisfy(pom -> assertThat(pom.text("name")).as("name").isPresent())
                .allSatisfy(pom ->
                        assertThat(pom.text("description")).as("description").isPresent());
    }

    /** Two jars of one module name cannot stand on one module path. */
    @Test
    void everyRoomHasAModuleNameOfItsOwn() {
        List<Pom> rooms = Pom.all().stream()
                .filter(pom -> !pom.isRoot() && pom.modules().isEmpty() && !isExampleOrTest(pom))
                .toList();
        assertThat(rooms)
                .hasSizeGreaterThan(8)
                .allSatisfy(pom ->
                        assertThat(pom.properties()).as(pom.file().toString()).containsKey("spm.module.name"));
        assertThat(rooms)
                .extracting(pom -> pom.properties().get("spm.module.name"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPomIsAModuleOfTheBuild() {
        Set<Path> built = new TreeSet<>(Set.of(Pom.ROOT.file()));
        for (Pom pom : Pom.all()) {
            Path folder = Repository.ROOT.resolve(pom.file()).getParent();
            pom.modules().forEach(module -> built.add(Repository.ROOT.relativize(folder.resolve(module + "/pom.xml"))));
        }
        assertThat(built).containsExactlyInAnyOrderElementsOf(Repository.poms());
    }

    @Test
    void everyVersionIsAPropertyOfTheRoot() {
        for (Pom pom : Pom.all()) {
            assertThat(pom.artifacts())
                    .allSatisfy(artifact -> artifact.version()
                            .ifPresent(version -> assertThat(version)
                                    .as(pom.file() + ": the version of " + artifact.id())
                                    .matches(PROPERTY)
                                    .matches(v -> v.equals("${project.version}") && artifact.isOurs()
                                            || Pom.ROOT.properties().containsKey(property(v)))));
        }
    }

    @Test
    void onlyTheRootSaysVersionsOfDependenciesAndPlugins() {
        assertThat(Pom.all().stream().filter(pom -> !pom.isRoot())).allSatisfy(pom -> {
            assertThat(pom.artifacts().stream()
                            .filter(artifact -> !artifact.kind().equals("path"))
                            .filter(artifact -> artifact.version().isPresent())
                            .map(Artifact::id))
                    .as(pom.file() + ": versions belong to the root's management")
                    .isEmpty();
            assertThat(pom.properties().keySet())
                    .as(pom.file() + ": versions are properties of the root")
                    .noneMatch(name -> name.endsWith(".version"));
        });
    }

    @Test
    void everyPluginOfAModuleHasItsVersionFromTheRoot() {
        Set<String> managed = managed("plugin");
        assertThat(Pom.all())
                .allSatisfy(pom -> assertThat(pom.artifacts().stream()
                                .filter(artifact -> artifact.kind().equals("plugin"))
                                .map(Artifact::id))
                        .isSubsetOf(managed));
    }

    @Test
    void everyVersionIsOneReleaseAndNoRange() {
        assertThat(versions())
                .allSatisfy((name, version) -> assertThat(version)
                        .as(name)
                        .matches("\\d+(\\.\\d+)*([.-][A-Za-z0-9]+)*")
                        .doesNotContainIgnoringCase("snapshot")
                        .doesNotContainIgnoringCase("latest"));
    }

    @Test
    void everyVersionIsUsed() {
        String poms = Pom.all().stream().map(pom -> Repository.text(pom.file())).collect(Collectors.joining());
        assertThat(versions().keySet()).allMatch(name -> poms.contains("${" + name + "}"));
    }

    @Test
    void roomsPointTheWayTheHouseDoes() {
        for (Pom pom : Pom.all()) {
            if (isForTheHouse(pom)) {
                assertThat(KNOWN)
                        .as(pom.file() + ": a new room needs its arrows here and in CONTRIBUTING.md")
                        .containsKey(pom.artifactId());
                assertThat(ours(pom, Set.of("compile", "provided", "runtime")))
                        .as(pom.file().toString())
                        .isSubsetOf(KNOWN.get(pom.artifactId()));
            }
        }
    }

    @Test
    void noRoomKnowsTheExamplesOrTheTests() {
        Set<String> outside = Pom.all().stream()
                .filter(pom -> !pom.isRoot())
                .filter(PomTest::isExampleOrTest)
                .map(Pom::artifactId)
                .collect(Collectors.toSet());
        assertThat(Pom.all().stream().filter(PomTest::isForTheHouse))
                .allSatisfy(pom -> assertThat(ours(pom, Set.of("compile", "provided", "runtime", "test")))
                        .doesNotContainAnyElementsOf(outside));
    }

    @Test
    void contributingListsEveryDependencyAndPluginWithTheNameOfItsVersion() {
        Map<String, String> listed = listedVersions();
        for (Pom pom : Pom.all()) {
            for (Artifact artifact : pom.artifacts()) {
                if (!artifact.isOurs()) {
                    assertThat(listed)
                            .as("CONTRIBUTING.md: a row for `%s`", artifact.id())
                            .containsKey(artifact.id());
                    artifact.version()
                            .ifPresent(version -> assertThat(listed.get(artifact.id()))
                                    .as("CONTRIBUTING.md: the version of `%s`", artifact.id())
                                    .isEqualTo(property(version)));
                }
            }
        }
        assertThat(new TreeSet<>(listed.values()))
                .as("CONTRIBUTING.md: the versions it lists")
                .isEqualTo(versions().keySet());
    }

    /** Rows such as {@code | `group:artifact` | `name.version` | licence | reason |}. */
    private static Map<String, String> listedVersions() {
        Pattern row = Pattern.compile("\\| `([\\w.-]+:[\\w.-]+)` +\\| `([\\w.-]+)` +\\| [^|]+ \\| [^|]+ \\|");
        return Repository.text(Path.of("CONTRIBUTING.md"))
                .lines()
                .map(row::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    private static Map<String, String> versions() {
        return Pom.ROOT.properties().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".version"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
    }

    private static Set<String> managed(String kind) {
        return Pom.ROOT.artifacts().stream()
                .filter(artifact -> artifact.kind().equals(kind))
                .filter(artifact -> artifact.version().isPresent())
                .map(Artifact::id)
                .collect(Collectors.toSet());
    }

    private static List<String> ours(Pom pom, Set<String> scopes) {
        return pom.dependencies().stream()
                .filter(Artifact::isOurs)
                .filter(artifact -> scopes.contains(artifact.scope()))
                .map(Artifact::name)
                .toList();
    }

    /** A room with code that others build on. */
    private static boolean isForTheHouse(Pom pom) {
        return pom.modules().isEmpty() && !isExampleOrTest(pom);
    }

    private static boolean isExampleOrTest(Pom pom) {
        return Stream.of("examples", "tests").anyMatch(pom.file()::startsWith);
    }

    private static String property(String version) {
        Matcher matcher = PROPERTY.matcher(version);
        return matcher.matches() ? matcher.group(1) : version;
    }
}
