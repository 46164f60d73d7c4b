package org.spmjava.examples.firstsession;

import java.util.List;
import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One session on one virtual cloud: the shell list, the shell template, the primes, and the shell list again on one
 * Spoke.
 */
@Command(
        name = "first-session",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Runs the source's programs, one after the other, on the same Spokes.")
public final class SourcePrograms implements Callable<Integer> {

    /** The answer of the primes program, and its ten buckets; from the paper. */
    static final List<Long> PRIMES_PER_BUCKET =
            List.of(5156L, 4473L, 4277L, 4150L, 4073L, 3983L, 3989L, 3888L, 3892L, 3833L);

    static final long PRIMES = 41_714;

    // A bound, not a delay: long enough for Spokes that start cold on a busy machine.
    private static final Timeout WAIT_FOR_SPOKES = Timeout.afterSeconds(30);

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process and thread, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private final Console console = new Console(System.out);
    private boolean wentWell = true;

    private SourcePrograms() {}

    /**
     * Runs the session.
     *
     * @param args see {@code --help}; the exit code is 0 only if every command concluded well and every answer is right
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SourcePrograms()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CloudOptions options = CloudOptions.defaults();
        if (spokes != null) {
            options = options.withSpokes(spokes);
        }
        try (VirtualCloud cloud = serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options);
                Console.Progress progress = console.progress()) {
            cloud.observe(progress);
            run(cloud);
        }
        console.line(
                wentWell ? "Everything concluded well; nothing is pending, nothing is left." : "FAILED: see above.");
        return wentWell ? 0 : 1;
    }

    private void run(VirtualCloud cloud) throws Exception {
        ShellList shellList = new ShellList(cloud);
        ShellTemplate shellTemplate = new ShellTemplate(cloud);
        Primes primes = new Primes(cloud);

        console.title("(a) shell, list, pool intraAll");
        shell(shellList.main(cloud.intraAll(), WAIT_FOR_SPOKES), shellList.outputs(), 2);

        console.title("(b) shell, template, pool intraAll");
        int everySpoke = cloud.intraAll().size();
        shell(shellTemplate.main(cloud.intraAll(), WAIT_FOR_SPOKES), shellTemplate.outputs(), everySpoke);

        console.title("(c) primes, list, pool intraAll");
        Conclusion concluded = primes.main(cloud.intraAll(), WAIT_FOR_SPOKES);
        console.summary(concluded);
        long total = primes.counts().stream().mapToLong(Long::longValue).sum();
        console.line("  odd primes in [3, 502347): " + total + "; per bucket " + primes.counts());
        judge(concluded);
        expect(total == PRIMES && primes.counts().equals(PRIMES_PER_BUCKET), "the answer is " + PRIMES);

        console.title("(d) shell, list, pool intraOnePerServer");
        Conclusion onOne = shellList.main(cloud.intraOnePerServer(), WAIT_FOR_SPOKES);
        shell(onOne, shellList.outputs(), 2);
        expect(onOne.spokes().size() == 1, "a pool of one Spoke uses one Spoke");
    }

    private void shell(Conclusion conclusion, List<String> outputs, int expected) {
        console.summary(conclusion);
        outputs.forEach(output -> console.line("  " + output));
        judge(conclusion);
        expect(
                outputs.size() == expected && outputs.stream().allMatch(output -> output.contains(" -@- ")),
                expected + " programs print host -@- uptime");
    }

    private void judge(Conclusion conclusion) {
        expect(conclusion.concludedWell(), "command " + conclusion.command() + " concludes well");
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            console.line("  NOT SO: " + what);
            wentWell = false;
        }
    }
}
