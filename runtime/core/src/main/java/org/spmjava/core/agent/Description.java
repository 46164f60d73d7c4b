package org.spmjava.core.agent;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.spmjava.api.CommandDescription;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.core.hub.CommandSpec;

/** What observers are told of a command: made of what its Hub was told. */
record Description(String signature, CommandSpec spec, Duration invokedAt) implements CommandDescription {

    @Override
    public Pattern pattern() {
        return spec.pattern();
    }

    @Override
    public Policy policy() {
        return spec.policy();
    }

    @Override
    public Grain grain() {
        return spec.grain();
    }

    @Override
    public int pushed() {
        return spec.tasks().size();
    }

    @Override
    public String label(int task) {
        return spec.label(checked(task));
    }

    @Override
    public List<Integer> predecessors(int task) {
        return Arrays.stream(spec.predecessors().get(checked(task))).boxed().toList();
    }

    /** Where one payload is for all, the Hub knows more tasks than were pushed. */
    private int checked(int task) {
        if (task < 0 || task >= pushed()) {
            throw new IndexOutOfBoundsException("task " + task + " of " + pushed());
        }
        return task;
    }
}
