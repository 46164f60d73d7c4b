package org.spmjava.examples.mapreduce;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** An input that is made up: a text, customers, and their orders. */
public final class Sample {

    /** The name of the job that looks at all of it. */
    static final String JOB = "sample";

    private static final long SEED = 1;
    private static final long TEXT_BYTES = 16_000_000;
    private static final int CUSTOMERS = 20_000;
    private static final int ORDERS = 400_000;
    private static final int MOST_CENTS = 50_000;

    private Sample() {}

    /**
     * Writes the input, some 22 MB, the same each time.
     *
     * @param directory where; files of the same names are replaced
     * @return the arguments of a run on it
     * @throws IOException if it cannot be written
     */
    public static List<String> unpack(Path directory) throws IOException {
        SampleText.write(text(directory), SEED, TEXT_BYTES);
        SplittableRandom random = new SplittableRandom(SEED);
        try (BufferedWriter customers = Files.newBufferedWriter(customers(directory))) {
            customers.write("customer,name\n");
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.write("C" + i + ",Customer " + Integer.toString(i, 36) + "\n");
            }
        }
        try (BufferedWriter orders = Files.newBufferedWriter(orders(directory))) {
            orders.write("order,customer,amount\n");
            for (int i = 0; i < ORDERS; i++) {
                // The product of two, so that some customers order much more than others.
                int customer = (int) ((long) random.nextInt(CUSTOMERS) * random.nextInt(1000) / 1000);
                int cents = random.nextInt(MOST_CENTS);
                orders.write(i + ",C" + (random.nextInt(CUSTOMERS) == 0 ? CUSTOMERS + customer : customer) + ","
                        + Decimals.text(cents, 2) + "\n");
            }
        }
        return List.of(JOB, directory.toString());
    }

    static Path text(Path directory) {
        return directory.resolve("text.txt");
    }

    static Path customers(Path directory) {
        return directory.resolve("customers.csv");
    }

    static Path orders(Path directory) {
        return directory.resolve("orders.csv");
    }
}
