package org.spmjava.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.agent.VirtualClouds;

/** Runs a test method once for each seed; see {@link SpmSimulation}. */
final class SpmSimulationExtension implements TestTemplateInvocationContextProvider {

    /** Names the one seed to simulate, whatever the annotation says. */
    private static final String SEED = "spm.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), SpmSimulation.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        SpmSimulation asked = AnnotationSupport.findAnnotation(context.getTestMethod(), SpmSimulation.class)
                .orElseThrow();
        return seeds(asked, Long.getLong(SEED)).mapToObj(seed -> new OneSeed(seed, asked));
    }

    /**
     * The seeds to simulate.
     *
     * @param property the one that the command line names, {@code null} if it names none
     * @throws IllegalArgumentException if there would be none
     */
    static LongStream seeds(SpmSimulation asked, Long property) {
        if (property != null) {
            return LongStream.of(property);
        }
        if (asked.seed() != SpmSimulation.EVERY_SEED) {
            return LongStream.of(asked.seed());
        }
        if (asked.seeds() < 1) {
            throw new IllegalArgumentException("@SpmSimulation takes 1 seed or more, not " + asked.seeds());
        }
        return LongStream.rangeClosed(1, asked.seeds());
    }

    /** The test on one simulated session. */
    record OneSeed(long seed, SpmSimulation asked)
            implements TestTemplateInvocationContext,
                    ParameterResolver,
                    AfterEachCallback,
                    TestExecutionExceptionHandler {

        private static final ExtensionContext.Namespace NAMESPACE =
                ExtensionContext.Namespace.create(SpmSimulationExtension.class);

        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == VirtualCloud.class;
        }

        @Override
        public VirtualCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(NAMESPACE)
                    .computeIfAbsent(VirtualCloud.class, unused -> cloud(), VirtualCloud.class);
        }

        private VirtualCloud cloud() {
            Set<Fault> faults = EnumSet.noneOf(Fault.class);
            faults.addAll(List.of(asked.faults()));
            return VirtualClouds.serial(asked.spokes(), new SeededCircumstances(seed, faults));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            VirtualCloud cloud = context.getStore(NAMESPACE).remove(VirtualCloud.class, VirtualCloud.class);
            if (cloud != null) {
                cloud.close();
            }
        }

        /** Whatever the test throws, it says with which seed. */
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
            if (thrown instanceof TestAbortedException aborted) {
                throw aborted;
            }
            throw new AssertionError(
                    "with seed " + seed + ": " + thrown + "\nreplay with @SpmSimulation(seed = " + seed
                            + "), or with -D" + SEED + "=" + seed,
                    thrown);
        }
    }
}
