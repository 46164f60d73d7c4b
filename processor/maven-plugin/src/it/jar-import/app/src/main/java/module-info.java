/** Modular, since javac then shows the annotation processor no resource of a library at all. */
module painting {
    requires static java.compiler;
    requires org.spmjava.api;
    requires chronicle.wire;
}
