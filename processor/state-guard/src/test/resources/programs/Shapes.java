package demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Self;
import org.spmjava.api.annotation.Spoke;

/** Every shape that a method may have in a class file, each annotated, and a call of each. */
public class Shapes {

    /** What was done, which nothing may be in the wrong place. */
    static final List<String> DONE = new ArrayList<>();

    static <T> T note(T what) {
        DONE.add(String.valueOf(what));
        return what;
    }

    static class Base {
        final int size;

        Base(int size) {
            this.size = note(size);
        }
    }

    static class Constructed extends Base {
        private final List<String> words = new ArrayList<>();
        private String kind = "initialised";

        @Spoke
        Constructed(int size) {
            super(size > 3 ? note(size) : switch (size) {
                case 1 -> new Base(note(7)).size;
                case 2 -> throw new IllegalArgumentException("two");
                default -> {
                    try {
                        yield Integer.parseInt("x");
                    } catch (NumberFormatException expected) {
                        yield note(9);
                    }
                }
            });
            for (int i = 0; i < size; i++) {
                words.add(kind + i);
            }
        }

        @Online
        @Spoke
        Constructed() {
            this(note(1));
            kind = "by the other constructor";
        }

        /** One that leaves everything to others. */
        @Spoke
        Constructed(Object nothing) {
            super(0);
        }

        @Override
        public String toString() {
            return kind + size + words;
        }
    }

    class Inner {
        final String captured;

        @Spoke
        Inner(String text) {
            Supplier<String> both = () -> text + Shapes.this.field;
            captured = note(both.get());
        }
    }

    private String field = "field";

    @Spoke
    static int loopAtTheStart(int n) {
        while (true) {
            if (n-- <= 0) {
                return note(n);
            }
        }
    }

    @Spoke
    static String tryAtTheStart(String text) {
        try {
            return note(text.trim());
        } catch (RuntimeException caught) {
            return "caught " + caught.getClass();
        } finally {
            note("finally");
        }
    }

    @Spoke
    static String switches(int number, String text) {
        String byNumber = switch (number) {
            case 1, 2 -> "few";
            case 1000 -> "many";
            default -> "some";
        };
        switch (text) {
            case "a":
                return note(byNumber + " a");
            case "b":
                byNumber += " b";
            default:
                return note(byNumber + " or more");
        }
    }

    @Spoke
    synchronized String synchronizedMethod() {
        return note(field + Thread.holdsLock(this));
    }

    @Spoke
    String synchronizedBlock(Object lock) {
        synchronized (lock) {
            return note(field + Thread.holdsLock(lock));
        }
    }

    @Spoke
    @SafeVarargs
    static <T extends Comparable<? super T>> T generic(T first, T... others) {
        T greatest = first;
        for (T other : others) {
            greatest = other.compareTo(greatest) > 0 ? other : greatest;
        }
        return note(greatest);
    }

    @Spoke
    static Supplier<String> lambda(String captured) {
        note(captured);
        Function<String, String> twice = text -> text + captured + text;
        return () -> twice.apply("-");
    }

    @Spoke
    static double wide(long first, double second, byte[] bytes) {
        long sum = first + bytes.length;
        return note(sum * second);
    }

    @Spoke
    static void nothing() {}

    @Spoke
    @Deprecated
    private static String hidden() {
        return note("hidden");
    }

    @Self
    @Online
    static String online() {
        return note("online");
    }

    @Spoke
    @Offline
    static String offline() {
        return note("offline");
    }

    @Spoke
    static String throwing() {
        note("throwing");

        throw new IllegalStateException("thrown");
    }

    interface Greeter {
        @Spoke
        String name();

        @Spoke
        default String greeting() {
            return note("hello, " + name());
        }

        @Spoke
        static String bye() {
            return note("bye" + secret());
        }

        @Spoke
        private static String secret() {
            return note("!");
        }
    }

    record Point(@Spoke int x, int y) implements Comparable<Point> {
        @Spoke
        Point {
            if (note(x) < 0) {
                throw new IllegalArgumentException("x");
            }
        }

        @Spoke
        @Override
        public int compareTo(Point other) {
            return note(Integer.compare(x, other.x));
        }
    }

    enum Colour {
        RED {
            @Spoke
            @Override
            String code() {
                return note("#f00");
            }
        };

        @Self
        Colour() {}

        abstract String code();
    }

    /** Its bridge compares objects. */
    static final class ByLength implements Comparator<String> {
        @Spoke
        @Override
        public int compare(String one, String other) {
            return note(one.length() - other.length());
        }
    }

    /** One call of each. */
    public static Map<String, Callable<?>> calls() {
        Map<String, Callable<?>> calls = new TreeMap<>();
        calls.put("constructor", () -> new Constructed(5));
        calls.put("constructor with a choice", () -> new Constructed(1));
        calls.put("constructor with a try", () -> new Constructed(3));
        calls.put("constructor that throws", () -> new Constructed(2));
        calls.put("constructor with this", Constructed::new);
        calls.put("constructor of little", () -> new Constructed(null));
        calls.put("inner class", () -> new Shapes().new Inner("text").captured);
        calls.put("loop", () -> loopAtTheStart(3));
        calls.put("try", () -> tryAtTheStart(" a "));
        calls.put("try that catches", () -> tryAtTheStart(null));
        calls.put("switch", () -> switches(2, "a") + switches(1000, "b"));
        calls.put("synchronized", () -> new Shapes().synchronizedMethod());
        calls.put("synchronized block", () -> new Shapes().synchronizedBlock("lock"));
        calls.put("generic", () -> generic("b", "a", "c"));
        calls.put("lambda", () -> lambda("x").get());
        calls.put("wide", () -> wide(1L << 40, 0.5, new byte[3]));
        calls.put("nothing", () -> {
            nothing();
            return "";
        });
        calls.put("private", Shapes::hidden);
        calls.put("online", Shapes::online);
        calls.put("offline", Shapes::offline);
        calls.put("throwing", Shapes::throwing);
        calls.put("interface default", () -> ((Greeter) () -> "you").greeting());
        calls.put("interface static", Greeter::bye);
        calls.put("record", () -> new Point(1, 2).x());
        calls.put("enum", Colour.RED::code);
        calls.put("bridge", () -> List.of("aa", "b").stream().sorted(new ByLength()).toList());
        return calls;
    }

    /** What was done since the last call. */
    public static List<String> done() {
        List<String> done = List.copyOf(DONE);
        DONE.clear();
        return done;
    }
}
