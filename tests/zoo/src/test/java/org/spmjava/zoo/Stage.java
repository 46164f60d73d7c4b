package org.spmjava.zoo;

/** Who may reject a program, in the order in which they see it. */
enum Stage {
    GRAMMAR("grammar"),
    PROCESSOR("processor"),
    JAVAC("javac"),
    CHECK("check"),
    RUN_TIME("run time");

    private final String display;

    Stage(String display) {
        this.display = display;
    }

    static Stage of(String display) {
        for (Stage stage : values()) {
            if (stage.display.equals(display)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no stage is called " + display);
    }

    @Override
    public String toString() {
        return display;
    }
}
