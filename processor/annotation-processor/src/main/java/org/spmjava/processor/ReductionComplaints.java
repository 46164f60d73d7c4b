package org.spmjava.processor;

import org.spmjava.codegen.ManagerGenerator;

/** What is wrong with the method that combines what the tasks of an aggregate return. */
final class ReductionComplaints {

    private static final String REDUCER = ManagerGenerator.REDUCER;

    private ReductionComplaints() {}

    /** The method, as it begins a sentence. */
    static String subject(String name) {
        return "The reduction `" + name + "." + REDUCER + "`";
    }

    /** @param wanted the method that is wanted, annotations included */
    static Complaint missing(String name, String why, String wanted) {
        return new Complaint("`" + name + "` has no `" + REDUCER + "`.", why, "Add `" + wanted + "`.");
    }

    static Complaint elsewhere(String name, String module) {
        return new Complaint(
                "`" + module + "." + REDUCER + "` is not in `" + name + "`.",
                "There is one reduction, whichever module evaluated a task: it is a method of the annotated class.",
                "Move it to `" + name + "`.");
    }

    static Complaint several(String name) {
        return new Complaint(
                "`" + name + "` has several methods `" + REDUCER + "`.",
                "What the tasks of an aggregate return is combined by one method.",
                "Keep one, and rename the others.");
    }

    static Complaint notAnAggregate(String name, String pattern) {
        return new Complaint(
                "`" + name + "` has a `" + REDUCER + "`, but `Pattern." + pattern + "` combines nothing.",
                "Only what the tasks of an aggregate return is combined; here the method would never be called.",
                "Rename it; or write `pattern = Pattern.AGGREGATE` into the annotation, and `task<aggregate>` into the"
                        + " typedef.");
    }

    static Complaint notStatic(String name) {
        return new Complaint(
                subject(name) + " is not static.",
                "It combines what it is given, and nothing else: there is no instance on which it could be called.",
                "Declare it `static`.");
    }

    static Complaint hidden(String name) {
        return new Complaint(
                subject(name) + " cannot be called, because it is private.",
                "The generated manager, a neighbour of the annotated class, calls it.",
                "Remove `private`.");
    }

    static Complaint generic(String name) {
        return new Complaint(
                subject(name) + " has type parameters.",
                "It combines values of one type: that which the evaluators return.",
                "Remove the type parameters.");
    }

    /** @param header what it should be: return type and parameters */
    static Complaint types(String name, String parameters, String returned, String why, String header) {
        return new Complaint(
                subject(name) + " takes `(" + parameters + ")` and returns `" + returned + "`.",
                why,
                "Write `" + header + "`.");
    }

    static Complaint evaluatorReturnsNothing(String module) {
        return Complaint.evaluator(
                module,
                "returns nothing",
                "An aggregate combines what its tasks return.",
                "Return what is to be combined; or write `Pattern.LIST` and `task<list>`, whose tasks may return"
                        + " nothing.");
    }

    static Complaint evaluatorReturnsNoDictionary(String module, String type) {
        return Complaint.evaluator(
                module,
                "returns `" + type + "`, which has no keys",
                "A decentralized aggregate is combined key by key, on the Spokes that share the keys among them.",
                "Return a `Map`; or write `policy = Policy.CENTRALIZED`, to combine whatever is returned on the Hub.");
    }

    static Complaint apiReturnsNoDictionary(String policy) {
        return new Complaint(
                "`Policy." + policy + "` does not go with a task that applies an API.",
                "A decentralized aggregate is combined key by key, but an API returns a record.",
                "Leave `policy` out, to combine the records on the Hub; or evaluate the tasks in `taskEval`.");
    }
}
