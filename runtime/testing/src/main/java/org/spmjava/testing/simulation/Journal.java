package org.spmjava.testing.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.SpokeMessage;

/** What happened, in order. It is put into words only when somebody asks. */
final class Journal {

    private static final int TAIL = 60;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(long atNs, Object what) {

        @Override
        public String toString() {
            return atNs + " " + words(what);
        }
    }

    void add(long atNs, Object what) {
        entries.add(new Entry(atNs, what));
    }

    /** The last lines, without those that only say that somebody is alive. */
    String tail() {
        List<Entry> news = entries.stream()
                .filter(entry -> !(entry.what instanceof HubEvent.Received received
                        && received.message() instanceof SpokeMessage.Heartbeat))
                .toList();
        return lines(news.subList(Math.max(0, news.size() - TAIL), news.size()));
    }

    @Override
    public String toString() {
        return lines(entries);
    }

    private static String lines(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry).append('\n'));
        return text.toString();
    }

    /** Arrays of bytes would print as where they happen to be in memory. */
    private static String words(Object what) {
        if (what instanceof HubEvent.CommandInvoked invoked) {
            return "CommandInvoked[" + invoked.spec().command() + ", "
                    + invoked.spec().pattern() + " " + invoked.spec().policy() + " "
                    + invoked.spec().grain() + ", " + invoked.spec().tasks().size() + " tasks, slots "
                    + invoked.spec().slots() + "]";
        } else if (what instanceof HubEvent.Received received) {
            return received.incarnation() + " says " + words(received.message());
        } else if (what instanceof HubEffect.Send send) {
            return send.incarnation() + " is told " + words(send.message());
        } else if (what instanceof HubEffect.TaskFinal last) {
            return "TaskFinal[" + last.task() + ", " + last.verdict() + ", " + last.spoke() + ", " + last.durationNs()
                    + " ns, " + Arrays.toString(last.result()) + ", " + last.text() + "]";
        } else if (what instanceof HubMessage.Assign assign) {
            return "Assign[" + assign.attempt() + ", " + assign.work() + ", " + Arrays.toString(assign.payload()) + "]";
        } else if (what instanceof SpokeMessage.Returned returned) {
            return "Returned[" + returned.attempt() + ", " + Arrays.toString(returned.result()) + "]";
        } else if (what instanceof HubEffect.Spoken spoken) {
            return "Spoken[" + spoken.task() + ", " + spoken.spoke() + ", " + spoken.attempt() + ", " + spoken.request()
                    + "]";
        } else if (what instanceof HubEffect.Combined combined) {
            return "Combined[" + combined.rank() + ", " + Arrays.toString(combined.share()) + "]";
        } else if (what instanceof HubEvent.Answered answered) {
            return "Answered[" + answered.incarnation() + ", " + answered.attempt() + ", " + answered.request() + ", "
                    + answered.refusal() + "]";
        } else if (what instanceof SpokeMessage.Asked asked) {
            return "Asked[" + asked.attempt() + ", " + asked.request() + "]";
        } else if (what instanceof SpokeMessage.Told told) {
            return "Told[" + told.attempt() + "]";
        } else if (what instanceof HubMessage.Reply reply) {
            return "Reply[" + reply.attempt() + ", " + reply.request() + "]";
        }
        return what.toString();
    }
}
