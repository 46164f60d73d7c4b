package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what was reached to what is said about it: one finding a mistake, with the shortest chain, in order. */
final class Findings {

    private static final String CHAIN = "chain";
    private static final int MOST_PLACES = 5;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.sourcePath().orElse(finding.className()))
            .thenComparing(Finding::line)
            .thenComparing(Finding::code)
            .thenComparing(Finding::what);

    /** Two violations with one key are one mistake. */
    private record Mistake(Method at, int line, char group) {}

    /** So are the doors of one kind in one method: whoever creates a cloud asks it for pools and closes it. */
    private record Doorway(Method at, FindingCode code) {}

    private final Reach reach;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Mistake, Reach.Violation> mistakes = new LinkedHashMap<>();

    Findings(Reach reach) {
        this.reach = reach;
    }

    List<Finding> inOrder() {
        return findings.stream().sorted(ORDER).toList();
    }

    void addViolations() {
        for (Reach.Violation violation : reach.violations()) {
            Mistake mistake = new Mistake(
                    violation.at().method(), violation.line(), violation.code().group());
            mistakes.merge(mistake, violation, (one, other) -> distance(other) < distance(one) ? other : one);
        }
        Set<Doorway> doorways = new HashSet<>();
        mistakes.values().stream()
                .sorted(Comparator.comparingInt(Reach.Violation::line))
                .filter(violation -> violation.target().door().isEmpty()
                        || doorways.add(new Doorway(violation.at().method(), violation.code())))
                .forEach(this::add);
    }

    private int distance(Reach.Violation violation) {
        return reach.way(violation.at(), violation.line()).size();
    }

    private void add(Reach.Violation violation) {
        List<Reach.Hop> way = reach.way(violation.at(), violation.line());
        List<Frame> frames = frames(way);
        frames.add(last(violation.target()));
        String first = Names.method(way.get(0).node().method().ref());
        Optional<Method> declaring = violation.target().method().flatMap(Method::declaring);
        String target = Names.method(violation.target().ref())
                + declaring
                        .map(above -> Messages.OVERRIDES + Names.method(above.ref()))
                        .orElse("");
        Reach.Hop place = nearestOwn(way);
        add(
                violation.code(),
                place.node().method(),
                place.line(),
                Messages.of(violation.code(), target, first),
                List.of(new Trail(CHAIN, frames)));
    }

    /** Unless the value is needed for what only the Hub may do, which is reported in the same line. */
    void add(SharedStateRule.Shared shared) {
        Mistake sameLine =
                new Mistake(shared.readAt().method(), shared.readLine(), FindingCode.HUB_DOOR_ON_SPOKE.group());
        if (mistakes.containsKey(sameLine)) {
            return;
        }
        String done = shared.isSet() ? "set" : "changed";
        List<Reach.Hop> written = reach.way(shared.writtenAt(), shared.written().line());
        List<Reach.Hop> read = reach.way(shared.readAt(), shared.readLine());
        add(shared.code(), Messages.of(shared.code(), shared.name(), done), done, written, read);
    }

    void add(PropertyRule.Shared shared) {
        List<Reach.Hop> set = reach.way(shared.setAt(), shared.setLine());
        List<Reach.Hop> read = reach.way(shared.readAt(), shared.readLine());
        Messages.Text text = Messages.of(FindingCode.HUB_PROPERTY_ON_SPOKE, shared.property(), "");
        add(FindingCode.HUB_PROPERTY_ON_SPOKE, text, "set", set, read);
    }

    private void add(FindingCode code, Messages.Text text, String done, List<Reach.Hop> written, List<Reach.Hop> read) {
        Reach.Hop place = nearestOwn(read);
        add(
                code,
                place.node().method(),
                place.line(),
                text,
                List.of(new Trail(done, frames(written)), new Trail("read", frames(read))));
    }

    void add(DeadlineRule.Misfit misfit) {
        DeadlineRule.Place shorter = misfit.shorter();
        List<Trail> trails = new ArrayList<>();
        misfit.longer().ifPresent(longer -> {
            trails.add(trail(shorter));
            trails.add(trail(longer));
        });
        String longer = misfit.longer().map(DeadlineRule.Place::length).orElse("");
        add(
                misfit.code(),
                shorter.method(),
                shorter.line(),
                Messages.of(misfit.code(), shorter.length(), longer),
                trails);
    }

    void add(ForgottenTaskRule.Forgotten task) {
        FindingCode code = FindingCode.TASK_NEVER_PUSHED;
        add(code, task.method(), task.line(), Messages.of(code, task.last().name() + "()", ""), List.of());
    }

    private static Trail trail(DeadlineRule.Place place) {
        return new Trail(place.of() + ", " + place.length(), List.of(frame(place.method(), place.line())));
    }

    /** One note a kind, with the nearest places. */
    void addUnknowns(Map<String, String> unreadable) {
        Map<FindingCode, Map<String, Reach.Unknown>> kinds = new LinkedHashMap<>();
        for (Reach.Unknown unknown : reach.unknowns()) {
            String place = unknown.what() + " " + unknown.at().method().ref() + ":" + unknown.line();
            kinds.computeIfAbsent(unknown.code(), unused -> new LinkedHashMap<>())
                    .putIfAbsent(place, unknown);
        }
        kinds.forEach((code, places) -> add(code, List.copyOf(places.values())));
        unreadable.forEach((name, reason) -> findings.add(new Finding(
                FindingCode.UNRESOLVED_CLASS,
                name.replace('/', '.'),
                "",
                Optional.empty(),
                0,
                "The class file of `" + Names.type(name) + "` cannot be read: " + reason + ".",
                Messages.of(FindingCode.UNRESOLVED_CLASS, "", "").why(),
                "Compile it for a version of Java that SPM.Java knows.",
                List.of())));
    }

    private void add(FindingCode code, List<Reach.Unknown> places) {
        List<Trail> trails = new ArrayList<>();
        for (Reach.Unknown place : places.subList(0, Math.min(MOST_PLACES, places.size()))) {
            List<Frame> frames = frames(reach.way(place.at(), place.line()));
            frames.add(new Frame(place.what(), "", 0));
            trails.add(new Trail(CHAIN, frames));
        }
        int more = places.size() - trails.size();
        String others = more == 0 ? "" : " (and in " + more + (more == 1 ? " more place)" : " more places)");
        Reach.Unknown nearest = places.get(0);
        Messages.Text text = Messages.of(code, nearest.what(), others);
        Reach.Hop hop = nearestOwn(reach.way(nearest.at(), nearest.line()));
        add(code, hop.node().method(), hop.line(), text, trails);
    }

    private void add(FindingCode code, Method method, int line, Messages.Text text, List<Trail> trails) {
        ClassFile file = method.owner();
        String folder = file.name().substring(0, file.name().lastIndexOf('/') + 1);
        findings.add(new Finding(
                code,
                file.name().replace('/', '.'),
                Names.method(method.ref()),
                file.sourceFile().map(name -> folder + name),
                line,
                text.what(),
                text.why(),
                text.fix(),
                trails));
    }

    /** The last place that is in the hands of whoever reads it. */
    private static Reach.Hop nearestOwn(List<Reach.Hop> way) {
        Reach.Hop nearest = way.get(0);
        for (Reach.Hop hop : way) {
            if (hop.node().method().owner().origin() == Origin.MODULE) {
                nearest = hop;
            }
        }
        return nearest;
    }

    private static List<Frame> frames(List<Reach.Hop> way) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Method method = way.get(i).node().method();
            if (!method.isPassage() || i == way.size() - 1) {
                frames.add(frame(method, way.get(i).line()));
            }
        }
        return frames;
    }

    private static Frame frame(Method method, int line) {
        return new Frame(Names.method(method.ref()), method.owner().sourceFile().orElse(""), line);
    }

    private static Frame last(Target target) {
        return target.method()
                .filter(method -> target.door().isEmpty())
                .flatMap(method -> method.firstLine().map(line -> frame(method, line)))
                .orElseGet(() -> new Frame(Names.method(target.ref()), "", 0));
    }
}
