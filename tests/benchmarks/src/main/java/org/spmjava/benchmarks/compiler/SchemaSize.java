package org.spmjava.benchmarks.compiler;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same description of a payload in three languages, in three sizes. */
public enum SchemaSize {
    /** The system's fields and one of the user's. */
    SMALL(0),
    /** The system's fields, six of the user's, and a dictionary. */
    TYPICAL(0),
    /** 64 KiB of typedef: a typical one, and as many structs of eight fields as it takes. */
    LARGE(82);

    private final int items;

    SchemaSize(int items) {
        this.items = items;
    }

    /** The typedef. */
    String typedef() {
        return describe("spmtype", i -> "  items%1$d :: tuple<Item%1$d> = None;\n".formatted(i));
    }

    /** The message in the language of Protocol Buffers. */
    String proto() {
        return describe("proto", i -> "  repeated Item%1$d items%1$d = %2$d;\n".formatted(i, i + 10));
    }

    /** The schema of SBE, in XML. Its structs have no text of any length, but 32 characters. */
    String sbe() {
        String message = this == SMALL
                ? Template.of("Small.sbe").text()
                : Template.of("Order.sbe")
                        .fill(Map.of(
                                "n",
                                "",
                                "id",
                                1,
                                "fields",
                                each(i -> "    <field name=\"item%1$d\" id=\"%2$d\" type=\"Item%1$d\"/>\n"
                                        .formatted(i, i + 10))));
        String types = each(i -> Template.of("Item.sbe").numbered(i));
        return Template.of("Schema.sbe").fill(Map.of("types", types, "messages", message));
    }

    private String describe(String language, IntFunction<String> field) {
        if (this == SMALL) {
            return Template.of("Small." + language).text();
        }
        String types = each(i -> Template.of("Item." + language).numbered(i));
        return Template.of("Order." + language).fill(Map.of("n", "", "fields", each(field), "types", types));
    }

    private String each(IntFunction<String> text) {
        return IntStream.range(0, items).mapToObj(text).collect(Collectors.joining());
    }
}
