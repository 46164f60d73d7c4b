/** What the user asked for. */
class Settings {

    static long largest = 1000;

    private Settings() {}
}
