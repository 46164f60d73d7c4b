package org.spmjava.testing.simulation;

import java.util.List;

/** Bugs that people make when they write such cores. If a source changes, so does what stands here. */
final class Mutants {

    private static final String COMMAND = "hub/Command.java";
    private static final String DISPATCHER = "hub/Dispatcher.java";
    private static final String ENDINGS = "hub/Endings.java";
    private static final String ROSTER = "hub/Roster.java";
    private static final String LEDGER = "hub/Ledger.java";
    private static final String CONVERSATION = "hub/Conversation.java";
    private static final String SPOKE = "spoke/SpokeCore.java";
    private static final String TRACKER = "tracker/Tracker.java";

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "tasks of a dead Spoke are forgotten",
                    ENDINGS,
                    "for (Attempt attempt : attempts) {",
                    "for (Attempt attempt : attempts.subList(0, attempts.size() / 2)) {",
                    "manage never returns"),
            new Mutant(
                    "a recalled task runs all the same",
                    SPOKE,
                    "waiting.clear();\n                say(",
                    "say(",
                    "a task runs twice"),
            new Mutant(
                    "any report is taken for the head's",
                    COMMAND,
                    "head != null && head.number == said.attempt()",
                    "head != null",
                    "a task gets the value of another"),
            new Mutant(
                    "what returned stays assigned",
                    COMMAND,
                    "        roster.removeHead(worker);\n        dispatcher.taskTook",
                    "        dispatcher.taskTook",
                    "a report that comes twice is a second verdict"),
            new Mutant(
                    "the deadline of a Spoke's first task is not armed",
                    ROSTER,
                    "if (worker.load() == 1) {\n            heads.arm",
                    "if (worker.load() == 2) {\n            heads.arm",
                    "a Spoke that hears nothing holds up its task until the execution deadline"),
            new Mutant(
                    "a task's time begins with that of the one before",
                    "hub/Worker.java",
                    "assigned.removeFirst();\n        headSinceNs = nowNs;",
                    "assigned.removeFirst();",
                    "tasks time out before their deadline"),
            new Mutant(
                    "ready with one predecessor missing",
                    "manager/DagManager.java",
                    "missing[successor] == 0 &&",
                    "missing[successor] <= 1 &&",
                    "a task starts before what it needs is there"),
            new Mutant(
                    "descendants of a failure are not dropped",
                    "manager/DagManager.java",
                    "doomed.isEmpty() ? Interpretation.CONTINUE : Interpretation.DROP_DOOMED",
                    "Interpretation.CONTINUE",
                    "tasks that can never start wait for the execution deadline"),
            new Mutant(
                    "the last task is not dropped",
                    "manager/DagManager.java",
                    "|| firstPending < states.length)",
                    "|| firstPending < states.length - 1)",
                    "manage never returns after a deadline"),
            new Mutant(
                    "a template takes late Spokes",
                    "manager/TemplateManager.java",
                    "return Acquisition.UNTIL_DEADLINE;",
                    "return Acquisition.OPEN;",
                    "who comes late gets a task that nobody waits for"),
            new Mutant(
                    "one callback is not waited for",
                    COMMAND,
                    "callbacks == ledger.calls()",
                    "callbacks >= ledger.calls() - 1",
                    "manage returns while the last callback still runs"),
            new Mutant(
                    "killed and exited mixed up",
                    COMMAND,
                    "exit.fromOutside() ? head.kill() : head.fatal()",
                    "exit.fromOutside() ? head.fatal() : head.kill()",
                    "a killed Spoke looks like a bug of the task"),
            new Mutant(
                    "residue is forgotten",
                    COMMAND,
                    "        residue.add(text);\n",
                    "",
                    "a process that could not be ended is not named"),
            new Mutant(
                    "relaunchPre is ignored",
                    DISPATCHER,
                    "taskSpec.relaunchPre() && hub.tracker().used(incarnation)",
                    "false",
                    "a task that demands a fresh process gets a used one"),
            new Mutant(
                    "relaunchPost is ignored",
                    COMMAND,
                    "if (attempt.spec.relaunchPost() && acquisition",
                    "if (false && acquisition",
                    "a process that a task has spoilt is used again"),
            new Mutant(
                    "the execution deadline runs from the invocation",
                    COMMAND,
                    "nowNs - runningSinceNs >= spec.executionNs()",
                    "nowNs - invokedNs >= spec.executionNs()",
                    "who waits for Spokes loses time for tasks"),
            new Mutant(
                    "the minimum counts Spokes that are gone",
                    COMMAND,
                    "roster.ready() < enough()",
                    "roster.size() < enough()",
                    "a command starts with fewer Spokes than it demands"),
            new Mutant(
                    "one Spoke more than the maximum",
                    COMMAND,
                    "!acquiring || roster.size() >= spec.spokesMax()",
                    "!acquiring || roster.size() > spec.spokesMax()",
                    "a command takes more than it was given"),
            new Mutant(
                    "a Spoke without a task survives the command's end by force",
                    ENDINGS,
                    "if (ran || !timedOut) {",
                    "if (ran) {",
                    "after an exception out of a callback a Spoke is still there"),
            new Mutant(
                    "a Spoke that never began is waited for",
                    "hub/HubCore.java",
                    "command.received(unbegun.incarnation(), new SpokeMessage.Released(unbegun.command()));",
                    "tracker.heard(unbegun.incarnation(), nowNs);",
                    "a Spoke that had nothing to do is ended, since it did not acknowledge what it was not told"),
            new Mutant(
                    "the end of a command is not acknowledged",
                    COMMAND,
                    "                && (sessionEnding || !roster.awaitsAcknowledgements())\n",
                    "",
                    "something of a command is pending after its conclusion"),
            new Mutant(
                    "who is frozen need not be heard of",
                    ROSTER,
                    "leaving.takeDue(hub.nowNs()).stream()",
                    "leaving.takeDue(0).stream()",
                    "manage waits for ever for a process that cannot end"),
            new Mutant(
                    "what a unit returned is passed on at once",
                    LEDGER,
                    "        if (holding) {\n            held.put",
                    "        if (false) {\n            held.put",
                    "some members of a unit returned and others failed"),
            new Mutant(
                    "answers go to whoever is there",
                    CONVERSATION,
                    " || worker.head() == null || worker.head().number != answer.attempt()",
                    " || worker.head() == null",
                    "a task gets the answer to a question that another asked"),
            new Mutant(
                    "any answer is taken for the one that is awaited",
                    SPOKE,
                    "current != null && request == awaited && attempt == current.attempt()",
                    "current != null",
                    "a task goes on with the answer to its last question"),
            new Mutant(
                    "what has ended is said to wait",
                    "hub/Explanation.java",
                    "new Explained(question, true,",
                    "new Explained(question, false,",
                    "whoever asks why a task does not run looks for a Spoke that it has had"),
            new Mutant(
                    "a Spoke that is silent is forgotten",
                    TRACKER,
                    "Deadlines.after(slot.heardNs, config.silenceTimeoutNs())",
                    "Deadlines.after(slot.heardNs, 100 * config.silenceTimeoutNs())",
                    "a Spoke that hangs is counted on for ever"),
            new Mutant(
                    "a Spoke that is being launched outlives the session",
                    TRACKER,
                    "slot.state == State.LAUNCHING || slot.state == State.JOINED",
                    "slot.state == State.JOINED",
                    "a process is left behind"),
            new Mutant(
                    "what a lost Spoke kept is not missed",
                    "manager/DecentralizedManager.java",
                    "combineCount > 0 || !keeping.contains(spoke)",
                    "true",
                    "an aggregate lacks values, and nobody says so"),
            new Mutant(
                    "an aggregate that cannot be combined any more is waited for",
                    "manager/DecentralizedManager.java",
                    " || valuesLost)",
                    ")",
                    "manage never returns"),
            new Mutant(
                    "what waits at a Spoke that died is ended with the others",
                    COMMAND,
                    "endings.giveBack(worker);\n        interpretFailure(interpretation, attempt, verdict);",
                    "interpretFailure(interpretation, attempt, verdict);\n        endings.giveBack(worker);",
                    "a task that never started counts as killed"));

    private Mutants() {}
}
