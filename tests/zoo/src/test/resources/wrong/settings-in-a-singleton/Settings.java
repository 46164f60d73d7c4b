/** What the user asked for. */
final class Settings {

    private static final Settings INSTANCE = new Settings();

    private long largest = 1000;

    private Settings() {}

    static Settings get() {
        return INSTANCE;
    }

    long largest() {
        return largest;
    }

    void setLargest(long largest) {
        this.largest = largest;
    }
}
