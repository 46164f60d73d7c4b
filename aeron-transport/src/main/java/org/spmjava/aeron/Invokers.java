package org.spmjava.aeron;

import org.agrona.concurrent.AgentInvoker;

/** Runs Aeron's invokers, which end for good, and silently, when the thread that runs them is interrupted. */
final class Invokers {

    private Invokers() {}

    static int invoke(AgentInvoker invoker) {
        if (!Thread.interrupted()) {
            return invoker.invoke();
        }
        try {
            return invoker.invoke();
        } finally {
            Thread.currentThread().interrupt();
        }
    }
}
