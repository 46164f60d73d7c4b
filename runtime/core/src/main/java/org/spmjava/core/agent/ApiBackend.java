package org.spmjava.core.agent;

import java.util.Map;
import org.spmjava.api.coprocess.Api;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/** Applies task APIs on a Spoke. */
@FunctionalInterface
public interface ApiBackend {

    /**
     * Applies a task API.
     *
     * @param api what to apply
     * @param arguments its arguments
     * @return what it returned
     * @throws Exception what it threw
     */
    SpmRecord apply(Api<?, ?> api, Map<String, Mixed> arguments) throws Exception;
}
