package org.spmjava.processor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a user's Java, why, and what to write instead. Every sentence is here, or in
 * {@link ManagementComplaints} and {@link ReductionComplaints}, so that they agree.
 *
 * @param what what is wrong
 * @param why why SPM.Java wants it otherwise
 * @param fix what to write instead
 */
record Complaint(String what, String why, String fix) {

    @Override
    public String toString() {
        return what + "\n  why: " + why + "\n  fix: " + fix;
    }

    static Complaint pathLeavesRoots(String typedef) {
        return new Complaint(
                "`" + typedef + "` is not the path of a typedef.",
                "A typedef is found below the typedef roots alone, on every machine: by a relative path with `/` between"
                        + " its parts, and without `.` or `..`.",
                "Write the path below the root, such as `Primes.spmtype` or `billing/Invoices.spmtype`.");
    }

    static Complaint typedefNotFound(String typedef, List<String> roots, Optional<String> near) {
        return new Complaint(
                "There is no typedef `" + typedef + "` in " + String.join(", ", roots) + ".",
                "The classes are generated from the typedef, so nothing can be generated without it.",
                near.map(name -> "Did you mean `" + name + "`?")
                        .orElse("Create the file, or correct the path. The roots are those of the option -A"
                                + SpmProcessor.ROOTS + ", or those of spm-maven-plugin."));
    }

    static Complaint rootsUnknown(String typedef) {
        return new Complaint(
                "The typedef `" + typedef + "` was not found, and no typedef root is known.",
                "The class path, the source path and the output directory were searched; what they are differs by build"
                        + " tool.",
                "Give javac the option -A" + SpmProcessor.ROOTS
                        + "=src/main/spmtype, or use the goal `generate` of spm-maven-plugin.");
    }

    static Complaint typedefUnreadable(String file, String reason) {
        return new Complaint(
                "The typedef " + file + " cannot be read: " + reason + ".",
                "A typedef is a file of UTF-8 text below a typedef root. A link may lead to another file there, but not"
                        + " out of it.",
                "Check what the file is, its permissions and its encoding.");
    }

    /**
     * @param heads those of the tasks in the file
     * @param pattern the constant that chooses the first of them
     */
    static Complaint noTaskWithHead(String typedef, String head, List<String> heads, String pattern) {
        return new Complaint(
                "There is no `task<" + head + ">` in `" + typedef + "`.",
                "The annotation's `pattern` chooses the task of the file by its head, `LIST` unless it says otherwise."
                        + " The file has `task<" + String.join(">`, `task<", heads) + ">`.",
                "Write `pattern = Pattern." + pattern + "` into the annotation, or a `task<" + head
                        + ">` into the file.");
    }

    static Complaint typeNameTaken(String generated, String typedef) {
        return new Complaint(
                "`" + generated + "` is both a type in `" + typedef + "` and the class to be generated.",
                "Structs and enums become classes within the payload, which is called like the annotated class, `Task`"
                        + " appended.",
                "Rename the type, or the annotated class.");
    }

    static Complaint noTask(String typedef) {
        return new Complaint(
                "There is no task in `" + typedef + "`.",
                "A file that holds structs and enums alone is there to be imported by others.",
                "Name a typedef with a `task<…>`, or write one into this file.");
    }

    static Complaint notAClass(String name) {
        return new Complaint(
                "`" + name + "` is not a class.",
                "A task manager belongs to a class, whose name the generated classes continue.",
                "Annotate a class, an enum or a record.");
    }

    static Complaint innerClass(String name) {
        return new Complaint(
                "`" + name + "` is an inner class.",
                "The generated classes are neighbours of the class, and have no enclosing instance to offer.",
                "Declare it `static`, or move it to a file of its own.");
    }

    static Complaint privateClass(String name, String hidden) {
        return new Complaint(
                "`" + hidden + "` is private" + (hidden.equals(name) ? "" : ", and with it `" + name + "`") + ".",
                "The generated classes are neighbours of the class, and must be able to name it.",
                "Remove `private` from `" + hidden + "`.");
    }

    static Complaint genericClass(String name) {
        return new Complaint(
                "`" + name + "` has type parameters.",
                "A Spoke would not know what they stand for: the generated classes name the class without any.",
                "Annotate a class without type parameters; it may extend a generic one.");
    }

    static Complaint nameTaken(String generated, String by) {
        return new Complaint(
                "`" + generated + "` cannot be generated: " + by + ".",
                "The generated classes are called like the annotated class, `Task` and `Manager` appended, in the same"
                        + " package.",
                "Rename one of the classes.");
    }

    static Complaint cannotWrite(String generated, IOException cause) {
        return new Complaint(
                "`" + generated + "` cannot be written: " + cause + ".",
                "Generated classes are files in a directory that javac was given, or was not.",
                "Check that the directory for generated sources can be written to.");
    }

    static Complaint evaluatorForApi(String where, String head, String typedef) {
        return new Complaint(
                "`" + where + "` has an evaluator, but `task<" + head + ">` in `" + typedef + "` applies an API.",
                "A task with `meta.api` is evaluated by the Spoke's backend; the evaluator would never be called.",
                "Remove `taskEval`, or write `scalar<module> module = deferred;` into `meta` in place of `api` and"
                        + " `apiArgs`.");
    }

    static Complaint modulesForApi(String head, String typedef) {
        return new Complaint(
                "`modules` names evaluators, but `task<" + head + ">` in `" + typedef + "` applies an API.",
                "A task with `meta.api` is evaluated by the Spoke's backend, and chooses among no modules.",
                "Remove `modules`, or write `scalar<module> module = deferred;` into `meta` in place of `api` and"
                        + " `apiArgs`.");
    }

    static Complaint apiReturnsARecord(String declared) {
        return new Complaint(
                "The typedef declares `" + declared + " returnValue`, but an API returns a record.",
                "Which fields it has depends on the API that a task names; `Api.result` gives a typed view of it.",
                "Write `scalar<record> returnValue = None;` into `stat`.");
    }

    /**
     * @param wanted the evaluator's name and what it takes
     * @param candidate the name of a method that is probably meant
     */
    static Complaint noEvaluator(String module, String wanted, Optional<String> candidate) {
        return new Complaint(
                "`" + module + "` has no evaluator.",
                "A Spoke evaluates a task by calling the module's static method `taskEval`.",
                candidate
                        .map(name -> "Rename `" + name + "` to `taskEval`.")
                        .orElse("Add `@Spoke @Online public static R " + wanted + "`."));
    }

    static Complaint severalEvaluators(String module) {
        return new Complaint(
                "`" + module + "` has several methods `taskEval`.",
                "A Spoke calls the one evaluator of a module, and could not choose among several.",
                "Keep one, and rename the others.");
    }

    static Complaint evaluator(String module, String problem, String why, String fix) {
        return new Complaint("The evaluator `" + module + ".taskEval` " + problem + ".", why, fix);
    }

    static Complaint evaluatorNotStatic(String module) {
        return evaluator(
                module,
                "is not static",
                "A Spoke has no instance of the module: nothing of it travels but the task.",
                "Declare it `static`, and pass what it needs in the task.");
    }

    static Complaint evaluatorPrivate(String module, String hidden) {
        return evaluator(
                module,
                "cannot be called, because `" + hidden + "` is private",
                "The generated manager, a neighbour of the annotated class, calls the evaluator.",
                "Remove `private` from `" + hidden + "`.");
    }

    static Complaint evaluatorInAnotherPackage(String module, String hidden) {
        return evaluator(
                module,
                "cannot be called, because `" + hidden + "` is not public",
                "The generated manager calls the evaluator, from the package of the annotated class, which is another"
                        + " one.",
                "Declare `" + hidden + "` public.");
    }

    static Complaint evaluatorParameters(String module, String parameters, String task) {
        return evaluator(
                module,
                "takes `(" + parameters + ")`",
                "A Spoke hands the evaluator its task, and nothing else: a coarse grained task may not communicate.",
                "Write `taskEval(" + task + " task)`.");
    }

    static Complaint evaluatorTakesMore(String module, String parameters, String task) {
        return evaluator(
                module,
                "takes `(" + parameters + ")`, which is more than its task",
                "The grain is coarse: a task talks to nobody before it concludes, neither to the Hub nor to other tasks,"
                        + " so an evaluator is handed no communicator and nothing else to talk through.",
                "Write `taskEval(" + task + " task)`. Declare what it needs as fields in the typedef, and return what"
                        + " others are to know.");
    }

    static Complaint evaluatorGeneric(String module) {
        return evaluator(
                module,
                "has type parameters",
                "Nobody could tell a Spoke what they stand for.",
                "Remove the type parameters.");
    }

    static Complaint evaluatorReturns(String module, String type, String task) {
        return evaluator(
                module,
                "returns `" + type + "`, which cannot travel",
                "Return values travel between processes field by field, so their types are a closed set: boolean, int,"
                        + " long, double and their boxes, arrays of these primitives, byte[], String, Duration,"
                        + " Timeout, Mixed, SpmRecord, a struct or an enum of the typedef, List of these, Map from"
                        + " String, Integer or Long to these, or void.",
                insteadOf(type, task));
    }

    private static String insteadOf(String type, String task) {
        String raw = type.replaceFirst("<.*", "");
        if (raw.equals("Optional")) {
            return "Return the value itself, or null where there is none.";
        } else if (raw.equals("Set") || raw.equals("Collection") || raw.endsWith("List") || raw.equals("Stream")) {
            return "Return a `List` of one of these.";
        } else if (raw.equals("short") || raw.equals("byte") || raw.equals("char") || raw.equals("float")) {
            return "Return `" + (raw.equals("float") ? "double" : "int") + "`.";
        } else if (raw.startsWith(task + ".")) {
            String name = raw.substring(task.length() + 1);
            return "Write `scalar<" + name + "> returnValue = None;` into `stat`, and declare `" + name
                    + "` beside the task: what nothing in the task names is not generated.";
        }
        return "Return one of these; a struct of the typedef holds named fields of any of them.";
    }

    /**
     * @param subject what begins the sentence: the method
     * @param annotations those that are missing
     * @param meaning who runs where
     * @param all what it is to be annotated
     */
    static Complaint lacks(String subject, String annotations, String meaning, String all) {
        return new Complaint(
                subject + " lacks " + annotations + ".",
                "The annotations say where a method may run, and are enforced: " + meaning + ".",
                "Annotate it `" + all + "`.");
    }

    /** @param why what keeps it from being so annotated */
    static Complaint annotatedElse(String subject, String annotation, String right, String why) {
        return new Complaint(
                subject + " is annotated `" + annotation + "`.",
                why,
                "Replace `" + annotation + "` by `" + right + "`.");
    }

    static Complaint returnTypesDiffer(String module, String type, String firstModule, String firstType) {
        return evaluator(
                module,
                "returns `" + type + "`, but `" + firstModule + ".taskEval` returns `" + firstType + "`",
                "The status callback gets the return value of whichever module a task named, at one type.",
                "Let all modules return the same type; `Mixed` holds any of several.");
    }

    static Complaint returnTypeDeclared(String module, String type, String declared, String expected) {
        return evaluator(
                module,
                "returns `" + type + "`, but the typedef declares `" + declared + " returnValue`",
                "What the typedef promises is what the status callback gets.",
                "Return `" + expected + "`, or write `scalar<auto> returnValue = None;` into `stat`.");
    }

    static Complaint contradiction(String method, String one, String other, String why) {
        return new Complaint(
                "`" + method + "` is annotated both `@" + one + "` and `@" + other + "`.", why, "Keep one of them.");
    }

    static Complaint crash(String name, Throwable cause) {
        return new Complaint(
                "SPM.Java failed on `" + name + "`: " + cause + ".",
                "This is a mistake of SPM.Java, not of yours.",
                "Please report it, with this message and the typedef: " + where(cause));
    }

    private static String where(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "no stack trace" : "at " + trace[0];
    }
}
