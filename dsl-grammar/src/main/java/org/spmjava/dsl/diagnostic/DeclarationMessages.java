package org.spmjava.dsl.diagnostic;

import org.spmjava.dsl.diagnostic.Messages.Text;

/** The part of {@link Messages} about structs, enums, states and imports. */
final class DeclarationMessages {

    private DeclarationMessages() {}

    static Text text(DiagnosticCode code) {
        return switch (code) {
            case UNKNOWN_STATE ->
                new Text(
                        "There is no state called `{0}`.",
                        "The states say where and when something may be used: `@Hub`, `@Spoke` or `@Self`, and"
                                + " `@Offline` or `@Online`.",
                        "Write one of these, or remove it.");
            case MISPLACED_STATE ->
                new Text(
                        "`@{0}` cannot stand before {1}.",
                        "A task and a field are used somewhere and at some time; what they are made of is not.",
                        "Move it in front of the task or the field that you mean, or remove it.");
            case DUPLICATE_STATE ->
                new Text("`@{0}` stands here twice.", "Said once, it holds.", "Remove one of them.");
            case CONTRADICTING_STATES ->
                new Text(
                        "`@{0}` and `@{1}` exclude each other.",
                        "Code runs on the Hub, on a Spoke, or on either, which is `@Self`; and offline or" + " online.",
                        "Keep one of them.");
            case DUPLICATE_TYPE ->
                new Text(
                        "`{0}` is declared twice, in {1}.",
                        "A type is found by its name, in all files that are imported together, so two of one"
                                + " name could not be told apart.",
                        "Rename one of them, or remove it.");
            case SIMILAR_TYPE ->
                new Text(
                        "`{2}`, declared in {1}, and `{0}` differ in capitals alone.",
                        "Types become Java classes and so files, and some file systems ignore capitals.",
                        "Rename one of them.");
            case BUILT_IN_TYPE ->
                new Text(
                        "A type cannot be called `{0}`.",
                        "The language has a type of that name already, and a field could mean either.",
                        "Choose another name, such as one that begins with a capital.");
            case TYPE_KEYWORD ->
                new Text(
                        "A type cannot be called `{0}`.",
                        "The type becomes a class in Java, where `{0}` is a word of the language.",
                        "Choose another name, such as one that begins with a capital.");
            case GENERATED_TYPE ->
                new Text(
                        "A type cannot be called `{0}`.",
                        "The generated Java has, or uses, a class of that name already; those whose names end"
                                + " with `Stage` belong to the builder.",
                        "Choose another name.");
            case ENDLESS_STRUCT ->
                new Text(
                        "`{0}` would hold itself without end.",
                        "A struct holds its scalars within itself: {1}. Such a value could never be finished.",
                        "Write `tuple<…>` or `dict<string,…>` in one of these places: a container may be" + " empty.");
            case MISPLACED_ENUM ->
                new Text(
                        "An enum cannot stand within a struct or a task.",
                        "Enums are types: they stand beside the tasks of a file, and fields name them.",
                        "Move it out, and declare a field with it: `scalar<Name> name = deferred;`.");
            case EMPTY_ENUM ->
                new Text(
                        "`{0}` has no constants.",
                        "A field of an enum holds one of its constants, so there would be nothing to hold.",
                        "Add constants, as in `enum {0} { FIRST, SECOND };`.");
            case DUPLICATE_CONSTANT ->
                new Text(
                        "There is another constant `{0}` here.",
                        "A constant is found by its name, so two of one name could not be told apart.",
                        "Rename one of them, or remove it.");
            case CONSTANT_KEYWORD ->
                new Text(
                        "A constant cannot be called `{0}`.",
                        "It is a word of Java, or of this language, and a constant must be named in both.",
                        "Write it in capitals, for example.");
            case IMPORT_NAME ->
                new Text(
                        "This import does not name a file.",
                        "Files are named by strings, since their names may hold what no word can.",
                        "Write the name in double quotes, as in `import \"common.spmtype\";`.");
            case IMPORT_PATH ->
                new Text(
                        "`{0}` cannot be the name of an imported file.",
                        "A file is found below the typedef roots alone, on every machine: by a relative path"
                                + " with `/` between its parts, and without `.` or `..`.",
                        "Write the path below the root, such as `common.spmtype` or `shared/common.spmtype`.");
            case IMPORT_NOT_FOUND ->
                new Text(
                        "There is no typedef `{0}` to import.",
                        "Imports are found below the typedef roots, and in `META-INF/spmtype` of the jars on"
                                + " the class path; what the file declares is unknown without it.",
                        "Create the file, or correct the path.");
            case IMPORT_CYCLE ->
                new Text(
                        "`{0}` imports itself: {1}.",
                        "Each of these files would have to be understood before the other.",
                        "Move what they share into a file that imports none of them.");
            case IMPORT_CHAIN ->
                new Text(
                        "More than {0} files import each other in a chain here.",
                        "So long a chain is generated by mistake; nobody could find a declaration in it.",
                        "Import the file that declares what you need.");
            case IMPORT_AMBIGUOUS ->
                new Text(
                        "There is more than one typedef `{0}` to import: {1}.",
                        "Which of them is meant would depend on the order of the class path, and could change without"
                                + " a change here.",
                        "Rename one of them, or leave one of the libraries out. A file of that name below your own"
                                + " typedef roots comes before those of libraries.");
            case IMPORT_UNUSABLE ->
                new Text(
                        "The typedef `{0}` cannot be imported: {1}.",
                        "A typedef is a file of UTF-8 text below a typedef root. A link may lead to another file there,"
                                + " but not out of it.",
                        "Put the file itself below the root, saved as UTF-8.");
            default -> throw new IllegalArgumentException(code.name());
        };
    }
}
