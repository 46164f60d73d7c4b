package org.spmjava.statecheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deadlines that cannot fit, of those that are constants where they are passed. A task is compared with all calls of
 * {@code manage} of its manager: only if each of them is known, and shorter, it cannot be right.
 */
final class DeadlineRule {

    /** A deadline, of what it is, and where it is passed. */
    private record Passed(String of, Method method, int line, Constant.Deadline deadline) {}

    /**
     * A deadline that cannot be, or that is passed before another can be.
     *
     * @param code which mistake
     * @param shorter where, and how long it is
     * @param longer the other and where it is; empty if one is wrong in itself
     */
    record Misfit(FindingCode code, Place shorter, Optional<Place> longer) {}

    /**
     * Where a deadline is passed.
     *
     * @param of what it limits, in a word
     * @param length in words
     */
    record Place(String of, Method method, int line, String length) {}

    /** What is known of one manager's tasks. */
    private static final class Manager {
        private final List<Passed> tasks = new ArrayList<>();
        private final List<Passed> executions = new ArrayList<>();
        private boolean unknownExecution;
    }

    private final ClassPath classes;
    private final Constants constants;
    private final Map<String, Manager> managers = new LinkedHashMap<>();
    private final List<Misfit> misfits = new ArrayList<>();
    /** Of the last arguments of a coprocess that were set: where. */
    private int lineOfApi;

    DeadlineRule(ClassPath classes, Constants constants) {
        this.classes = classes;
        this.constants = constants;
    }

    List<Misfit> check() {
        for (ClassFile file : classes.module()) {
            if (!RuntimeNames.isGenerated(file.name())) {
                for (Method method : file.methods()) {
                    look(method);
                }
            }
        }
        managers.values().forEach(this::compare);
        return misfits;
    }

    private void look(Method method) {
        boolean passes = false;
        for (Step step : method.steps()) {
            if (step instanceof Step.Call call) {
                passes |= concernsDeadlines(call.target());
            } else if (step instanceof Step.Callback callback && manages(callback.target())) {
                manager(callback.target().owner()).unknownExecution = true;
            }
        }
        if (passes) {
            constants.calls(method).forEach(call -> look(method, call));
        }
    }

    private static boolean concernsDeadlines(MethodRef target) {
        return target.owner().equals(RuntimeNames.TIMEOUT)
                || manages(target)
                || RuntimeNames.taskOfStage(target.owner()).isPresent();
    }

    private static boolean manages(MethodRef target) {
        return RuntimeNames.isManagerName(target.owner()) && target.name().equals(RuntimeNames.MANAGE);
    }

    private void look(Method method, Constants.Call call) {
        MethodRef target = call.target();
        List<Constant> values = call.values();
        Optional<String> task = RuntimeNames.taskOfStage(target.owner());
        if (target.owner().equals(RuntimeNames.TIMEOUT)) {
            made(method, call);
        } else if (manages(target) && values.size() == RuntimeNames.MANAGE_VALUES) {
            Manager manager = manager(target.owner());
            Optional<Constant.Deadline> execution =
                    values.get(values.size() - 1).as(Constant.Deadline.class);
            execution.ifPresent(known -> manager.executions.add(new Passed("execution", method, call.line(), known)));
            manager.unknownExecution |= execution.isEmpty();
        } else if (task.isPresent() && values.size() == 2) {
            set(method, call, task.get());
        }
    }

    /** A timeout is made of a constant. */
    private void made(Method method, Constants.Call call) {
        Optional<Constant.Deadline> made = ConstantInterpreter.made(call.target(), call.values());
        if (made.filter(deadline -> deadline.ns() < 1).isPresent()) {
            Constant given = call.values().get(call.values().size() - 1);
            String factory = call.target().name().equals(MethodRef.CONSTRUCTOR)
                    ? "new Timeout"
                    : "Timeout." + call.target().name();
            String text =
                    factory + "(" + given.what().map(DeadlineRule::written).orElse("") + ")";
            misfits.add(new Misfit(
                    FindingCode.TIMEOUT_NOT_POSITIVE, new Place("", method, call.line(), text), Optional.empty()));
        }
    }

    private static String written(Object constant) {
        return constant instanceof Duration duration ? words(duration) : constant.toString();
    }

    /** A field of a task is set that limits it. */
    private void set(Method method, Constants.Call call, String task) {
        Constant.Stage before = call.values().get(0).as(Constant.Stage.class).orElse(Constant.Stage.UNKNOWN);
        Constant.Stage after = ConstantInterpreter.stage(
                call.target().name(), before, call.values().get(1));
        if (after.equals(before)) {
            return;
        }
        if (call.target().name().equals(RuntimeNames.SET_API_ARGUMENTS)) {
            lineOfApi = call.line();
        }
        after.task()
                .filter(known -> call.target().name().equals(RuntimeNames.SET_TIMEOUT))
                .ifPresent(known -> manager(RuntimeNames.managerOfTask(task))
                        .tasks
                        .add(new Passed("task", method, call.line(), known)));
        boolean outlasts = after.api().isPresent()
                && after.task().isPresent()
                && after.api().get().ns() > after.task().get().ns();
        if (outlasts) {
            Passed longer =
                    new Passed("coprocess", method, lineOfApi, after.api().get());
            Passed shorter =
                    new Passed("task", method, call.line(), after.task().get());
            misfits.add(misfit(FindingCode.API_OUTLASTS_TASK, shorter, longer));
        }
    }

    private Manager manager(String type) {
        return managers.computeIfAbsent(type, unused -> new Manager());
    }

    private void compare(Manager manager) {
        Optional<Passed> longest = manager.executions.stream()
                .max(Comparator.comparing(passed -> passed.deadline().ns()));
        if (manager.unknownExecution || longest.isEmpty()) {
            return;
        }
        for (Passed task : manager.tasks) {
            if (task.deadline().ns() > longest.get().deadline().ns()) {
                misfits.add(misfit(FindingCode.TASK_OUTLASTS_EXECUTION, longest.get(), task));
            }
        }
    }

    private static Misfit misfit(FindingCode code, Passed shorter, Passed longer) {
        return new Misfit(code, place(shorter), Optional.of(place(longer)));
    }

    private static Place place(Passed passed) {
        return new Place(
                passed.of(),
                passed.method(),
                passed.line(),
                words(Duration.ofNanos(passed.deadline().ns())));
    }

    /** For example {@code 90 s} or {@code 250 ms}. */
    private static String words(Duration length) {
        if (length.toNanosPart() == 0) {
            return length.toSeconds() + " s";
        } else if (length.toNanosPart() % 1_000_000 == 0) {
            return length.toMillis() + " ms";
        }
        return length.toNanos() + " ns";
    }
}
