package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.co.real_logic.sbe.SbeTool;
import uk.co.real_logic.sbe.xml.IrGenerator;

/** All that take part. */
final class Contestants {

    static final Contestant SPM = new Spm();
    static final Contestant AUTO_VALUE = new ValueProcessor(
            "AutoValue",
            "Order.autovalue",
            "com.google.auto.value.processor.AutoValueProcessor",
            "com.google.auto.value.AutoValue");
    static final Contestant IMMUTABLES = new ValueProcessor(
            "Immutables", "Order.immutables", "org.immutables.processor.ProxyProcessor", "org.immutables.value.Value");
    static final Contestant PROTOBUF = new Protobuf();
    static final Contestant SBE = new Sbe();

    static final List<Contestant> ALL = List.of(SPM, AUTO_VALUE, IMMUTABLES, PROTOBUF, SBE);

    private Contestants() {}

    private static void writeEach(int count, BuildFolder folder, String file, String resource) throws IOException {
        Template template = Template.of(resource);
        for (int i = 0; i < count; i++) {
            folder.write(file.formatted(i), template.numbered(i));
        }
    }

    private record Spm() implements Contestant {

        @Override
        public String name() {
            return "SPM.Java";
        }

        @Override
        public void write(int count, BuildFolder folder) throws IOException {
            writeEach(count, folder, "spmtype/Order%d.spmtype", "Order.spmtype");
            writeEach(count, folder, "java/orders/Order%d.java", "Order.manager");
        }

        @Override
        public List<String> javacOptions(BuildFolder folder) {
            String classPath = Jars.holding(
                    "org.spmjava.api.annotation.TaskManager",
                    "net.openhft.chronicle.wire.Wire",
                    "net.openhft.chronicle.bytes.Bytes",
                    "net.openhft.chronicle.core.Jvm");
            String processorPath = Jars.holding(
                    "org.spmjava.processor.SpmProcessor",
                    "org.spmjava.codegen.ManagerGenerator",
                    "org.spmjava.dsl.TypedefCompiler",
                    "com.palantir.javapoet.JavaFile",
                    "org.antlr.v4.runtime.Parser");
            return List.of(
                    "-classpath",
                    classPath,
                    "-processorpath",
                    processorPath,
                    "-Aspm.typedefs=" + folder.sources().resolve("spmtype"));
        }

        @Override
        public List<String> processors() {
            return List.of("org.spmjava.processor.SpmProcessor");
        }
    }

    /** A processor whose jar holds all that it needs. */
    private record ValueProcessor(String name, String resource, String processor, String annotation)
            implements Contestant {

        @Override
        public void write(int count, BuildFolder folder) throws IOException {
            writeEach(count, folder, "java/orders/Order%d.java", resource);
        }

        @Override
        public List<String> javacOptions(BuildFolder folder) {
            return List.of("-classpath", Jars.holding(annotation), "-processorpath", Jars.holding(processor));
        }

        @Override
        public List<String> processors() {
            return List.of(processor);
        }
    }

    private record Protobuf() implements Contestant {

        @Override
        public String name() {
            return "protobuf";
        }

        @Override
        public void write(int count, BuildFolder folder) throws IOException {
            writeEach(count, folder, "proto/order%d.proto", "Order.proto");
        }

        @Override
        public List<List<String>> generators(BuildFolder folder) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Protoc.executable().toString(),
                    "--java_out=" + folder.generated(),
                    "--proto_path=" + folder.sources().resolve("proto")));
            BuildFolder.files(folder.sources(), ".proto").forEach(file -> command.add(file.toString()));
            return List.of(command);
        }

        @Override
        public List<String> javacOptions(BuildFolder folder) {
            return List.of("-classpath", Jars.holding("com.google.protobuf.Message"), "-proc:none");
        }
    }

    /** All messages in one schema, as its users do. */
    private record Sbe() implements Contestant {

        @Override
        public String name() {
            return "SBE";
        }

        @Override
        public void write(int count, BuildFolder folder) throws IOException {
            Template message = Template.of("Order.sbe");
            String messages =
                    IntStream.range(0, count).mapToObj(message::numbered).collect(Collectors.joining());
            folder.write("orders.xml", Template.of("Schema.sbe").fill(Map.of("messages", messages)));
        }

        private static Path schema(BuildFolder folder) {
            return folder.sources().resolve("orders.xml");
        }

        @Override
        public List<List<String>> generators(BuildFolder folder) {
            return List.of(List.of(
                    Command.ofJdk("java"),
                    "--add-opens",
                    "java.base/jdk.internal.misc=ALL-UNNAMED",
                    "-D" + SbeTool.OUTPUT_DIR + "=" + folder.generated(),
                    "-classpath",
                    Jars.holding(SbeTool.class.getName(), "org.agrona.DirectBuffer"),
                    SbeTool.class.getName(),
                    schema(folder).toString()));
        }

        @Override
        public void generateHere(BuildFolder folder) throws Exception {
            SbeTool.generate(
                    new IrGenerator()
                            .generate(SbeTool.parseSchema(schema(folder).toString())),
                    folder.generated().toString(),
                    "Java");
        }

        @Override
        public List<String> javacOptions(BuildFolder folder) {
            return List.of("-classpath", Jars.holding("org.agrona.DirectBuffer"), "-proc:none");
        }
    }
}
