package org.spmjava.tests.endtoend;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/**
 * A Hub in a process of its own whose code calls, by reflection, what may not be called there, and prints what comes of
 * it. Without guards everything runs.
 */
@TaskManager(typedef = "Deeds.spmtype")
final class Trespasses {

    private Trespasses() {}

    @Hub
    static void onHub() {}

    @Hub
    @Offline
    static void onOfflineHub() {}

    @Spoke
    static void onSpoke() {}

    @Spoke
    @Offline
    static void onOfflineSpoke() {}

    @Spoke
    @Online
    static void onOnlineSpoke() {}

    /** What is preloaded is so while the Spoke is offline. */
    static final class Preloaded {

        static final String OFFLINE = attempt("onOfflineSpoke");
        static final String ONLINE = attempt("onOnlineSpoke");

        private Preloaded() {}
    }

    @Online
    @Spoke
    static String taskEval(TrespassesTask task) throws Exception {
        return switch (task.deed()) {
            case "preloaded" -> Preloaded.OFFLINE + "; " + Preloaded.ONLINE;
            case "thread" -> inAThread(() -> attempt("onHub") + "; " + attempt("onOnlineSpoke"));
            case "pool" -> CompletableFuture.supplyAsync(() -> attempt("onHub")).get();
            default -> call(task.deed());
        };
    }

    private static String inAThread(Callable<String> deed) throws Exception {
        FutureTask<String> future = new FutureTask<>(deed);
        new Thread(future).start();
        return future.get();
    }

    @Online
    @Hub
    private static void taskStat(TaskStatus<TrespassesTask, String> status) {
        String end = status.exception().map(Throwable::getMessage).orElseGet(status::returnValue);
        say(status.task().deed() + ": " + end);
        if (status.index() == 0) {
            say("callback: " + attempt("onHub") + "; " + attempt("onOfflineHub"));
        }
    }

    private static String attempt(String method) {
        try {
            return call(method);
        } catch (Exception refused) {
            return refused.getMessage();
        }
    }

    private static String call(String method) throws Exception {
        try {
            Trespasses.class.getDeclaredMethod(method).invoke(null);
            return method + " ran";
        } catch (InvocationTargetException thrown) {
            throw (Exception) thrown.getCause();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void push(TrespassesManager manager, String deed) {
        manager.task()
                .label(deed)
                .module(TrespassesTask.Module.TRESPASSES)
                .timeout(Timeout.afterSeconds(20))
                .deed(deed)
                .modulePreload(Preloaded.class)
                .push();
    }

    public static void main(String[] args) throws Exception {
        say("before: " + attempt("onSpoke"));
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            say("session: " + attempt("onSpoke") + "; " + attempt("onOfflineHub"));
            TrespassesManager manager = TrespassesManager.define(cloud, Trespasses::taskStat);
            for (String deed : args) {
                push(manager, deed);
            }
            manager.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION);
        }
        say("after: " + attempt("onSpoke"));
    }
}
