package org.spmjava.dsl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spmjava.dsl.RandomValues.Value;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.model.ValueType;

/**
 * A typedef drawn by chance out of everything that the language has, and the canonical texts that its tasks must have:
 * the meaning is drawn first, then one of the ways to write it.
 */
final class RandomTypedef {

    private static final List<ValueType> DATA = Stream.of(ValueType.values())
            .filter(type -> type != ValueType.API_METHOD && type != ValueType.MODULE)
            .toList();
    private static final List<ValueType> KEYS =
            List.of(ValueType.STRING, ValueType.STRING_SNIPPET, ValueType.INT, ValueType.LONG);

    private final Random random;
    private final RandomValues values;
    private final List<Type> types = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, String> imported = new LinkedHashMap<>();
    private final String text;

    RandomTypedef(long seed) {
        random = new Random(seed);
        values = new RandomValues(random);
        drawTypes();
        List<Head> heads = new ArrayList<>(List.of(Head.values()));
        Collections.shuffle(heads, random);
        heads.subList(0, random.nextInt(3) + 1).forEach(head -> tasks.add(task(head)));
        text = spell();
    }

    /** A field's meaning; {@code names} are the types that it names. */
    private record Field(List<State> states, String type, String name, Value value, List<String> names) {

        String canonical() {
            return written(states) + type + " " + name + "=" + value.canonical() + ";";
        }
    }

    private record Type(String name, List<String> constants, List<Field> fields) {

        boolean isEnum() {
            return !constants.isEmpty();
        }

        String canonical() {
            return isEnum()
                    ? "enum " + name + "{" + String.join(",", constants) + "};"
                    : "struct " + name + "{" + allOf(fields) + "};";
        }
    }

    private record Task(
            List<State> states, Head head, List<Field> meta, List<Field> core, List<Field> stat, List<Field> fields) {

        String canonical() {
            return written(states) + "task<" + head.keyword() + ">{struct spm{struct meta{" + allOf(meta)
                    + "};struct core{" + allOf(core) + "};struct stat{" + allOf(stat) + "};};"
                    + allOf(fields)
                    + "};";
        }
    }

    /** One way to write it. */
    String text() {
        return text;
    }

    /** What it imports: by their names, the texts. */
    Map<String, String> imported() {
        return imported;
    }

    /** What its tasks mean, in any order. */
    List<String> canonicalTexts() {
        return tasks.stream().map(task -> reachable(task) + task.canonical()).toList();
    }

    /** The types that a task names, directly or through others, by their names. */
    private String reachable(Task task) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        task.fields().forEach(field -> open.addAll(field.names()));
        while (!open.isEmpty()) {
            Type type = type(open.remove());
            if (reached.add(type.name())) {
                type.fields().forEach(field -> open.addAll(field.names()));
            }
        }
        return reached.stream().map(name -> type(name).canonical()).collect(Collectors.joining());
    }

    private Type type(String name) {
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void drawTypes() {
        for (int i = random.nextInt(4); i > 0; i--) {
            List<String> constants = new ArrayList<>();
            for (int j = random.nextInt(12); j >= 0; j--) {
                constants.add(pick(List.of("RED", "x", "_LOW", "deferrable")) + j);
            }
            types.add(new Type("Enum" + i, constants, List.of()));
        }
        List<String> structs = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            structs.add("Struct" + i);
        }
        for (String struct : structs) {
            // Those drawn before, and so not this one, may stand in a scalar: it would hold itself without end.
            types.add(new Type(struct, List.of(), fields(random.nextInt(4), structs)));
        }
    }

    private Task task(Head head) {
        List<Field> meta = new ArrayList<>(List.of(system("scalar<stringSnippet>", "label", "deferred")));
        if (random.nextBoolean()) {
            meta.add(system("scalar<ApiMethod>", "api", "deferred"));
            meta.add(system("dict<string,mixed>", "apiArgs", "deferred"));
        } else {
            meta.add(system("scalar<module>", "module", "deferred"));
            meta.add(system("tuple<module>", "modulePreload", "None"));
            meta.add(system("tuple<path>", "path", "None"));
        }
        Value timeout = random.nextBoolean() ? Value.of("deferred") : values.time(1);
        meta.add(new Field(List.of(), "scalar<timeout>", "timeout", timeout, List.of()));
        Collections.shuffle(meta, random);
        List<Field> core = Stream.of("relaunchPre", "relaunchPost", "nameHost", "whoAmI")
                .filter(name -> random.nextBoolean())
                .map(name -> system(name.startsWith("re") ? "scalar<bool>" : "scalar<auto>", name, "None"))
                .toList();
        List<Field> stat = List.of(
                system("scalar<auto>", "exception", "None"),
                system(pick(List.of("scalar<auto>", "scalar<record>")), "returnValue", "None"));
        List<String> containable =
                types.stream().filter(type -> !type.isEnum()).map(Type::name).toList();
        return new Task(states(), head, meta, core, stat, fields(random.nextInt(8), containable));
    }

    private Field system(String type, String name, String value) {
        return new Field(states(), type, name, Value.of(value), List.of());
    }

    /** @param containable the names of all structs, which a container may hold before they are drawn */
    private List<Field> fields(int count, List<String> containable) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = pick(List.of("f", "longer_", "theLongestNameOfAll", "_")) + i;
            List<String> names = new ArrayList<>();
            Value value = Value.of(pick(List.of("deferred", "None")));
            String type;
            if (random.nextBoolean()) {
                ValueType scalar = pick(DATA);
                List<Type> drawn = random.nextBoolean() ? types : List.of();
                type = drawn.isEmpty() ? scalar.keyword() : named(pick(drawn).name(), names);
                if (random.nextBoolean()) {
                    value = drawn.isEmpty() ? values.of(scalar) : constant(type(type), value);
                }
                type = "scalar<" + type + ">";
            } else {
                List<String> all = Stream.concat(types.stream().map(Type::name), containable.stream())
                        .toList();
                String held = all.isEmpty() || random.nextBoolean() ? pick(DATA).keyword() : named(pick(all), names);
                type = random.nextBoolean()
                        ? "tuple<" + held + ">"
                        : "dict<" + pick(KEYS).keyword() + "," + held + ">";
            }
            fields.add(new Field(states(), type, name, value, names));
        }
        return fields;
    }

    private Value constant(Type type, Value otherwise) {
        return type.isEnum() ? Value.of(pick(type.constants())) : otherwise;
    }

    private List<State> states() {
        List<State> places = new ArrayList<>(List.of(State.HUB, State.SPOKE, State.SELF));
        List<State> times = new ArrayList<>(List.of(State.ONLINE, State.OFFLINE));
        List<State> states = new ArrayList<>();
        if (random.nextInt(6) == 0) {
            states.add(pick(places));
        }
        if (random.nextInt(6) == 0) {
            states.add(random.nextInt(states.size() + 1), pick(times));
        }
        return states;
    }

    private String spell() {
        Spelling spelling = new Spelling(random);
        List<List<String>> here = new ArrayList<>();
        List<List<String>> elsewhere = new ArrayList<>();
        boolean allElsewhere = random.nextInt(4) == 0;
        for (Type type : types) {
            // What is imported can name nothing that is not: enums may stand anywhere, structs beside each other.
            boolean isElsewhere = allElsewhere || type.isEnum() && random.nextInt(3) == 0;
            (isElsewhere ? elsewhere : here).add(spell(type, spelling));
        }
        tasks.forEach(task -> here.add(spell(task, spelling)));
        if (!elsewhere.isEmpty()) {
            imported.put("shared/library.spmtype", shuffled(elsewhere, spelling));
            here.add(List.of("import", "\"shared/library.spmtype\"", ";"));
        }
        return shuffled(here, spelling);
    }

    private String shuffled(List<List<String>> declarations, Spelling spelling) {
        Collections.shuffle(declarations, random);
        return spelling.join(declarations.stream().flatMap(List::stream).toList());
    }

    private List<String> spell(Type type, Spelling spelling) {
        return type.isEnum()
                ? spelling.enumeration(type.name(), type.constants())
                : spelling.struct(type.name(), spell(type.fields(), spelling));
    }

    private List<String> spell(Task task, Spelling spelling) {
        List<List<String>> parts = List.of(
                spelling.struct("meta", spell(task.meta(), spelling)),
                spelling.struct("core", spell(task.core(), spelling)),
                spelling.struct("stat", spell(task.stat(), spelling)));
        List<List<String>> members = new ArrayList<>(List.of(spelling.struct("spm", parts)));
        members.addAll(random.nextInt(members.size() + 1), spell(task.fields(), spelling));
        return spelling.task(task.states(), task.head(), members);
    }

    private List<List<String>> spell(List<Field> fields, Spelling spelling) {
        return fields.stream()
                .map(field -> spelling.field(
                        field.states(),
                        field.type(),
                        field.name(),
                        field.value().spelled()))
                .toList();
    }

    private static String named(String name, List<String> names) {
        names.add(name);
        return name;
    }

    private static String written(List<State> states) {
        return states.stream().map(state -> "@" + state.keyword() + " ").collect(Collectors.joining());
    }

    private static String allOf(List<Field> fields) {
        return fields.stream().map(Field::canonical).collect(Collectors.joining());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
