package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.spmjava.dsl.model.Evaluation;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Struct;
import org.spmjava.dsl.model.StructType;
import org.spmjava.dsl.model.TypeDefinition;

/** What a payload holds, and what its parts are called in Java. */
final class Payload {

    private static final Set<String> PLACED = Set.of("nameHost", "whoAmI");

    /**
     * Names that a field cannot have in Java: those of members of every object (see the Java Language Specification,
     * 8.10.1), a word that cannot begin every statement, and types that a variable of the same name would hide.
     */
    private static final List<String> FORBIDDEN = List.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "spm",
            "yield",
            "Api",
            "ArrayFields",
            "Arrays",
            "ContainerFields",
            "Copies",
            "Double",
            "Duration",
            "List",
            "Map",
            "Mixed",
            "Module",
            "ModuleRef",
            "Objects",
            "Optional",
            "Snippets",
            "Stat",
            "TaskStat",
            "Timeout",
            "WireFields");

    private final ManagerSpec spec;
    private final Doc doc;
    private final NameAllocator members = new NameAllocator();
    private final List<Slot> meta = new ArrayList<>();
    private final List<Slot> core = new ArrayList<>();
    private final List<Slot> own = new ArrayList<>();
    private final Map<String, List<Slot>> structs = new LinkedHashMap<>();
    private final Map<Slot, ClassName> stages = new LinkedHashMap<>();

    Payload(ManagerSpec spec) {
        this.spec = spec;
        this.doc = new Doc(spec.typedefFile());
        FORBIDDEN.forEach(members::newName);
        spec.task().types().forEach(type -> members.newName(type.name()));
        NameAllocator forbidden = members.clone();
        for (TypeDefinition type : spec.task().types()) {
            if (type instanceof StructType struct) {
                structs.put(struct.name(), slots(struct, forbidden.clone()));
            }
        }
        slots(spec.task().meta(), meta);
        slots(spec.task().core(), core);
        spec.task().fields().forEach(field -> own.add(slot(field)));
        nameStages();
    }

    private void slots(Struct struct, List<Slot> slots) {
        for (Field field : struct.fields()) {
            slots.add(slot(struct, field));
        }
    }

    private List<Slot> slots(StructType struct, NameAllocator names) {
        return struct.fields().stream()
                .map(field -> Slot.of(field, names.newName(field.name()), doc.field(field), type()))
                .toList();
    }

    private Slot slot(Struct struct, Field field) {
        if (struct == spec.task().core() && PLACED.contains(field.name())) {
            CodeBlock documentation = CodeBlock.of("$L; filled in where the task runs", doc.field(field));
            return new PlacedSlot(field, members.newName(field.name()), documentation);
        } else if (struct == spec.task().meta() && field.name().equals("module")) {
            return Slot.scalar(
                    field, members.newName("module"), ValueCode.evaluator(nested("Module")), doc.field(field));
        }
        return slot(field);
    }

    private Slot slot(Field field) {
        return Slot.of(field, members.newName(field.name()), doc.field(field), type());
    }

    /** Two names that differ in capitals alone would share a class file where the file system ignores capitals. */
    private void nameStages() {
        Set<String> taken = new LinkedHashSet<>(List.of("pushstage", "apiargsstage"));
        for (Slot slot : deferred()) {
            String wanted =
                    Character.toUpperCase(slot.name().charAt(0)) + slot.name().substring(1);
            String name = wanted + "Stage";
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = wanted + "Stage" + i;
            }
            stages.put(slot, nested(name));
        }
    }

    ManagerSpec spec() {
        return spec;
    }

    Doc doc() {
        return doc;
    }

    /** The class {@code <Class>Task}. */
    ClassName type() {
        return ManagerGenerator.taskOf(spec.annotatedClass());
    }

    ClassName nested(String name) {
        return type().nestedClass(name);
    }

    List<Slot> meta() {
        return meta;
    }

    List<Slot> core() {
        return core;
    }

    /** The user's own fields. */
    List<Slot> own() {
        return own;
    }

    /** The fields of a struct of the user's. */
    List<Slot> slots(StructType struct) {
        return structs.get(struct.name());
    }

    /** What the task's outcome tells. */
    List<Field> stat() {
        return spec.task().stat().fields();
    }

    boolean appliesApi() {
        return spec.task().evaluation() == Evaluation.PAPPLY;
    }

    /** A field of {@code spm.meta} or {@code spm.core}, if the typedef has it. */
    static Optional<Slot> find(List<Slot> slots, String fieldName) {
        return slots.stream()
                .filter(slot -> slot.field().name().equals(fieldName))
                .findFirst();
    }

    /** The field that is set together with {@code spm.meta.api}: its type depends on which API that is. */
    Optional<Slot> apiArgs() {
        return appliesApi() ? find(meta, "apiArgs") : Optional.empty();
    }

    /** What users set, in the order of the typedef. */
    List<Slot> settable() {
        return Stream.of(meta, core, own)
                .flatMap(List::stream)
                .filter(Slot::isSettable)
                .toList();
    }

    /** One a stage; {@code apiArgs} has none of its own, being set next to {@code api} wherever the typedef has it. */
    List<Slot> deferred() {
        return settable().stream()
                .filter(slot -> slot.isDeferred() && !isApiArgs(slot))
                .toList();
    }

    /** What the last stage sets. */
    List<Slot> optional() {
        return settable().stream()
                .filter(slot -> !slot.isDeferred() && !isApiArgs(slot))
                .toList();
    }

    boolean isApi(Slot slot) {
        return appliesApi() && Optional.of(slot).equals(find(meta, "api"));
    }

    private boolean isApiArgs(Slot slot) {
        return Optional.of(slot).equals(apiArgs());
    }

    /** The stage that sets a deferred field. */
    ClassName stage(Slot slot) {
        return stages.get(slot);
    }

    /** The stage after that of a field. */
    ClassName stageAfter(Slot slot) {
        List<Slot> deferred = deferred();
        int next = deferred.indexOf(slot) + 1;
        return next < deferred.size() ? stage(deferred.get(next)) : pushStage();
    }

    ClassName firstStage() {
        return deferred().stream().findFirst().map(this::stage).orElse(pushStage());
    }

    ClassName pushStage() {
        return nested("PushStage");
    }

    /** The stage between {@code api} and what follows, of the type of the API's arguments. */
    TypeName apiArgsStage(TypeName arguments) {
        return ParameterizedTypeName.get(nested("ApiArgsStage"), arguments);
    }

    /** A name in the builder that no field has. */
    String unusedMember(String wish) {
        return members.clone().newName(wish);
    }

    /** Whether a task may need others. */
    boolean isDag() {
        return spec.task().head() == Head.DAG;
    }

    /** Whether what the tasks return is combined. */
    boolean isAggregate() {
        return spec.task().head() == Head.AGGREGATE;
    }

    /** Whether one payload is all that a command has: every Spoke gets it. */
    boolean isForAll() {
        return switch (spec.task().head()) {
            case LIST, DAG, AGGREGATE -> false;
            case GRAPH, GRID, TEMPLATE -> true;
        };
    }

    /**
     * Whether a task is pushed together with the number of its evaluations. What stands in for a mistake may be both.
     */
    boolean isRepeated() {
        return spec.management().isRepeated() && !isDag();
    }

    /**
     * What a builder hands its task to: of a DAG with those that it needs, and answering with the task's name; of a
     * repeated one with the number of repetitions.
     */
    TypeName sinkType() {
        if (isDag()) {
            return ParameterizedTypeName.get(
                    ClassName.get(BiFunction.class), type(), predecessorsType(), RuntimeTypes.TASK_REF);
        }
        return ParameterizedTypeName.get(ClassName.get(isRepeated() ? ObjIntConsumer.class : Consumer.class), type());
    }

    /** The method of the manager's handle that takes what the builder hands on. */
    String sinkMethod() {
        if (isDag()) {
            return "pushAfter";
        }
        return isRepeated() ? "pushRepeated" : "push";
    }

    /** The tasks that a task needs. */
    static TypeName predecessorsType() {
        return ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.TASK_REF);
    }

    /** {@code {@code task<list>} in {@code Primes.spmtype}, line 5}. */
    CodeBlock title() {
        String head = "task<" + spec.task().head().keyword() + ">";
        return CodeBlock.of("$L in $L", Doc.code(head), doc.place(spec.task().line()));
    }
}
