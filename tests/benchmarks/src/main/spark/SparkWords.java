import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** Counts the words of a file, by Spark's own example of it; arguments: master, jar, text, output, repetitions. */
public final class SparkWords implements Serializable {

    private SparkWords() {}

    public static void main(String[] args) throws IOException {
        SparkConf conf = new SparkConf()
                .setMaster(args[0])
                .setAppName("words")
                .setJars(new String[] {args[1]})
                .set("spark.ui.enabled", "false");
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            for (int i = 0; i < Integer.parseInt(args[4]); i++) {
                long start = System.nanoTime();
                JavaPairRDD<String, Long> counts = context.textFile(args[2])
                        .flatMap(line -> Arrays.asList(line.split("\\s+")).iterator())
                        .filter(word -> !word.isEmpty())
                        .mapToPair(word -> new Tuple2<>(word, 1L))
                        .reduceByKey(Long::sum)
                        .sortByKey();
                write(Path.of(args[3]), counts.collect());
                System.out.println("took " + (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static void write(Path file, List<Tuple2<String, Long>> counts) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Tuple2<String, Long> count : counts) {
                out.write(String.format("%7d %s%n", count._2(), count._1()));
            }
        }
    }
}
