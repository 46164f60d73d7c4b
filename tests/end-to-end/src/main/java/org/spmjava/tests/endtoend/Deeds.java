package org.spmjava.tests.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** Evaluates whatever deed a test asks for. */
@TaskManager(typedef = "Deeds.spmtype")
final class Deeds {

    static final String FINE = "fine";
    static final String THROW = "throw";
    static final String EXIT = "exit";
    static final String EXIT_WITH_ZERO = "exit with zero";
    static final String FILL_THE_HEAP = "fill the heap";
    static final String OVERFLOW_THE_STACK = "overflow the stack";
    static final String LOOP_FOR_EVER = "loop for ever";
    static final String SLEEP = "sleep";
    static final String SIGN_IN_AND_LOOP = "sign in and loop";
    static final String SIGN_IN_AND_AWAIT = "sign in and await";
    static final String CREATE_A_CLOUD = "create a cloud";
    static final String NON_DAEMON_THREAD = "leave a thread behind";
    static final String BIG_RESULT = "big result";

    private Deeds() {}

    @Online
    @Spoke
    static String taskEval(DeedsTask task) throws Exception {
        String argument = task.argument().orElse("");
        switch (task.deed()) {
            case FINE -> {}
            case THROW -> throw new IllegalStateException("boom");
            case EXIT -> System.exit(7);
            case EXIT_WITH_ZERO -> System.exit(0);
            case FILL_THE_HEAP -> {
                List<long[]> hoard = new ArrayList<>();
                while (!hoard.contains(null)) {
                    hoard.add(new long[1 << 18]);
                }
            }
            case OVERFLOW_THE_STACK -> overflow(0);
            case LOOP_FOR_EVER -> loop();
            case SLEEP -> LockSupport.parkNanos(Long.parseLong(argument) * 1_000_000);
            case SIGN_IN_AND_LOOP -> {
                Files.writeString(Path.of(argument), whoAmI(task));
                loop();
            }
            case SIGN_IN_AND_AWAIT -> {
                Files.writeString(Path.of(argument), whoAmI(task));
                while (!Files.exists(Path.of(argument + ".go"))) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            case CREATE_A_CLOUD ->
                AeronVirtualCloud.createAsync(CloudOptions.defaults()).close();
            case NON_DAEMON_THREAD -> new Thread(Deeds::loop).start();
            case BIG_RESULT -> {
                return "x".repeat(Integer.parseInt(argument));
            }
            default -> throw new IllegalArgumentException(task.deed());
        }
        return whoAmI(task);
    }

    private static String whoAmI(DeedsTask task) {
        return task.spm().core().whoAmI().orElseThrow().replaceFirst(":.*", "");
    }

    private static int overflow(int depth) {
        return 1 + overflow(depth + 1);
    }

    /** Ignores interrupts, as code that nobody wrote with deadlines in mind does. */
    static void loop() {
        long spins = 0;
        while (spins >= 0) {
            spins = (spins + 1) & Long.MAX_VALUE;
        }
    }
}
