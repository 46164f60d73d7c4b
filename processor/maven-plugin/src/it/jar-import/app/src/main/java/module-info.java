/** Modular, since javac then shows the annotation processor no resource of a library at all. */
module painting {
    requires static java.compiler;
    requires spm.api;
    requires chronicle.wire;
}
