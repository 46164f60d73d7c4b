package org.spmjava.benchmarks.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the benchmarks measure is right: a peer that fails fast would look fast. */
class WhatIsMeasuredTest {

    @ParameterizedTest
    @EnumSource
    void theSameSchemaIsParsedByAll(SchemaSize size) throws Exception {
        ParseBenchmark benchmark = new ParseBenchmark();
        benchmark.size = size;
        benchmark.write();
        int structs = benchmark.typedef().tasks().get(0).types().size();
        assertThat(benchmark.proto().protoFile("orders.proto").getTypes()).hasSize(structs + 1);
        assertThat(benchmark.sbe().types()).hasSizeGreaterThanOrEqualTo(structs);
    }

    @Test
    void ourBuildGeneratesTwoClassesForEachPayload(@TempDir Path folder) throws Exception {
        Build build = new Build(Contestants.SPM, 3, folder);
        build.warm();
        assertThat(build.output().sources()).isEqualTo(6);
    }

    @Test
    void theSchemaOfSbeBuilds(@TempDir Path folder) throws Exception {
        Build build = new Build(Contestants.SBE, 1, folder);
        build.warm();
        assertThat(build.output().classes()).isPositive();
    }
}
