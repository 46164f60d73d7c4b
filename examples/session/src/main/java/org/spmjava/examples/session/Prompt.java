package org.spmjava.examples.session;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.examples.common.Console;

/**
 * Takes commands from a person, who can go on while a program runs and Spokes come and go; or from a script, whose
 * lines are taken one after the other.
 */
final class Prompt {

    /** What it understands beside the programs' names. */
    static final List<String> VERBS =
            List.of("all", "spokes", "status", "explain", "kill", "stop", "table", "help", "quit", "exit");

    private final Stage stage;
    private final Acts acts;
    private final Census census;
    private final Lines lines;
    private final Console console;
    private Thread run;
    private volatile boolean wentWell = true;

    Prompt(Stage stage, Acts acts, Census census, Lines lines) {
        this.stage = stage;
        this.acts = acts;
        this.census = census;
        this.lines = lines;
        console = stage.session().console();
    }

    /**
     * Takes commands until there are no more.
     *
     * @return whether every program of a script did what it was asked for; a person has seen it
     */
    boolean take() throws IOException, InterruptedException {
        console.line("make, map-reduce, sat, graph run one program; all runs the four; help says what else there is.");
        try {
            for (Optional<List<String>> words = lines.next(); words.isPresent(); words = lines.next()) {
                if (!words.get().isEmpty() && !obey(words.get())) {
                    break;
                }
            }
        } finally {
            end();
        }
        return wentWell || lines.isInteractive();
    }

    private boolean obey(List<String> words) throws InterruptedException {
        String verb = words.get(0);
        List<String> rest = words.subList(1, words.size());
        switch (verb) {
            case "quit", "exit" -> {
                return false;
            }
            case "help" -> help();
            case "all" -> begin(() -> wentWell &= acts.runAll());
            case "spokes" -> console.line(spokes());
            case "status" -> console.line(census.status());
            case "table" -> {
                console.line(Ledger.heading());
                stage.ledger().lines().forEach(console::line);
            }
            case "explain" -> explain(rest);
            case "kill" -> kill(rest);
            case "stop" -> stop();
            default -> program(verb, rest);
        }
        return true;
    }

    private String spokes() {
        List<SpokeIdentity> present = census.present();
        return present.isEmpty()
                ? "Nobody is here yet."
                : String.join(
                        "  ", present.stream().map(SpokeIdentity::toString).toList());
    }

    private void help() {
        for (Act act : Act.values()) {
            console.line(String.format("  %-12s %s", act, act.purpose()));
        }
        console.line(
                "               each with its own arguments, as after --help, or without any on an input of its own");
        console.line("  all          the four, one after the other");
        console.line("  spokes       who is here");
        console.line("  status       what the Hub does");
        console.line("  explain N    why task N of the command does not run, where it runs, or how it ended");
        console.line("  kill NAME    kill -9 of a Spoke, by its name as `spokes` tells it");
        console.line("  stop         ends the program that runs, by force");
        console.line("  table        one line for each command so far");
        console.line("  quit         ends the session; so does the end of the input");
    }

    private void program(String name, List<String> arguments) throws InterruptedException {
        Optional<Act> known = Arrays.stream(Act.values())
                .filter(act -> act.toString().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            console.note("There is no " + name + "; help says what there is.");
            wentWell &= lines.isInteractive();
            return;
        }
        Act act = known.get();
        begin(() -> wentWell &= arguments.isEmpty()
                ? stage.runSample(act, stage.session().pool())
                : stage.run(act, stage.session().pool(), arguments));
    }

    /** What may fail for want of room. */
    private interface Work {
        void perform() throws IOException;
    }

    private void begin(Work work) throws InterruptedException {
        if (isBusy()) {
            console.note("The Hub manages one command at a time, and is busy; " + census.status());
            return;
        }
        run = new Thread(() -> perform(work), "programs");
        run.start();
        if (!lines.isInteractive()) {
            run.join();
        }
    }

    private void perform(Work work) {
        try {
            work.perform();
        } catch (IOException unusable) {
            console.note(unusable.toString());
            wentWell = false;
        }
    }

    private boolean isBusy() {
        return run != null && run.isAlive();
    }

    private void explain(List<String> words) throws InterruptedException {
        try {
            console.line(stage.session().cloud().explain(Integer.parseInt(words.get(0))));
        } catch (NumberFormatException | IndexOutOfBoundsException noNumber) {
            console.note("explain N: of which task, from 0?");
        }
    }

    private void kill(List<String> words) {
        if (words.size() != 1 || !Executioner.kill(words.get(0))) {
            console.note("kill NAME: there is no such Spoke; spokes tells who is here.");
        }
    }

    private void stop() {
        if (isBusy()) {
            run.interrupt();
        } else {
            console.note("Nothing runs.");
        }
    }

    /** Ends the program that runs, and waits until its command has concluded. */
    private void end() throws InterruptedException {
        if (isBusy()) {
            run.interrupt();
            run.join();
        }
    }
}
