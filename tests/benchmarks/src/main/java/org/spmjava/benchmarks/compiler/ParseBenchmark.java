package org.spmjava.benchmarks.compiler;

import com.squareup.wire.schema.CoreLoader;
import com.squareup.wire.schema.ErrorCollector;
import com.squareup.wire.schema.Linker;
import com.squareup.wire.schema.Loader;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.ProtoFile;
import com.squareup.wire.schema.Schema;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

/**
 * Text to checked model, in files a second, beside two peers with the same payload: Square's Wire, the maintained
 * parser of Protocol Buffers' language in Java, and SBE.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {

    /** How much there is to parse. */
    @Param
    public SchemaSize size;

    /** The few files that every file of protobuf's language imports: parsed once, as where many are compiled. */
    private record Known(Map<String, ProtoFile> files) implements Loader {

        @Override
        public ProtoFile load(String path) {
            return files.computeIfAbsent(path, CoreLoader.INSTANCE::load);
        }

        @Override
        public Loader withErrors(ErrorCollector errors) {
            return this;
        }
    }

    private final Known known = new Known(new HashMap<>());
    private SourceText typedef;
    private String proto;
    private byte[] sbe;

    /** For JMH. */
    public ParseBenchmark() {}

    /** Writes what is parsed. */
    @Setup
    public void write() {
        typedef = new SourceText("Order.spmtype", size.typedef());
        proto = size.proto();
        sbe = size.sbe().getBytes(StandardCharsets.UTF_8);
        System.out.printf(
                "# %s: typedef %,d bytes, proto %,d, SBE %,d%n",
                size, typedef.text().length(), proto.length(), sbe.length);
        if (proto().protoFile("orders.proto").getTypes().size()
                != typedef().tasks().get(0).types().size() + 1) {
            throw new IllegalStateException("the peers do not parse the same");
        }
    }

    /**
     * Ours: text to checked model.
     *
     * @return the model
     */
    @Benchmark
    public TypedefFile typedef() {
        return TypedefCompiler.compile(typedef).file().orElseThrow();
    }

    /**
     * Protocol Buffers, text to syntax tree: half of the way.
     *
     * @return the tree
     */
    @Benchmark
    public ProtoFileElement protoToTree() {
        return ProtoParser.Companion.parse(Location.get("orders.proto"), proto);
    }

    /**
     * Protocol Buffers, text to linked schema: the whole way.
     *
     * @return the schema
     */
    @Benchmark
    public Schema proto() {
        ErrorCollector errors = new ErrorCollector();
        Linker linker = new Linker(known, errors, false, false);
        Schema schema = linker.link(List.of(ProtoFile.Companion.get(protoToTree())));
        errors.throwIfNonEmpty();
        return schema;
    }

    /**
     * SBE, XML to intermediate representation.
     *
     * @return the representation
     * @throws Exception never, for this schema
     */
    @Benchmark
    public Ir sbe() throws Exception {
        return new IrGenerator().generate(XmlSchemaParser.parse(new ByteArrayInputStream(sbe), ParserOptions.DEFAULT));
    }
}
