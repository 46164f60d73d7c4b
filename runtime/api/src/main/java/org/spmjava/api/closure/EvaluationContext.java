package org.spmjava.api.closure;

import java.util.Map;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/** What a Spoke's backend does on behalf of a task. */
public interface EvaluationContext {

    /**
     * Applies a task API ({@code papply}).
     *
     * @param api what to apply
     * @param arguments its arguments
     * @return what it returned
     * @throws Exception what it threw
     */
    SpmRecord apply(Api<?, ?> api, Map<String, Mixed> arguments) throws Exception;

    /**
     * What the evaluator may communicate by.
     *
     * @param type the interface that its pattern and grain allow
     * @param <H> the same
     * @return valid during this evaluation, for its thread
     * @throws org.spmjava.api.error.SPMInvariantViolation if pattern, policy and grain do not allow it
     */
    <H extends HubLink> H handle(Class<H> type);
}
