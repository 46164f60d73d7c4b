package org.spmjava.tests.endtoend;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spmjava.examples.mapreduce.Codec;
import org.spmjava.examples.mapreduce.Combiner;
import org.spmjava.examples.mapreduce.Emitter;
import org.spmjava.examples.mapreduce.Job;
import org.spmjava.examples.mapreduce.Line;
import org.spmjava.examples.mapreduce.Lines;
import org.spmjava.examples.mapreduce.Output;
import org.spmjava.examples.mapreduce.Settings;
import org.spmjava.examples.mapreduce.WordCountJob;

/**
 * Counts words; the first Spoke that is some way into the split named writes who it is into a file, and waits there.
 */
public final class VictimWords implements Job<byte[], Long> {

    private static final Pattern WHO = Pattern.compile("AeronSpoke (\\d+) (\\d+) ");

    private final WordCountJob words = new WordCountJob(new Settings(Map.of()));
    private final Path signature;
    private final String stop;

    /**
     * The job.
     *
     * @param settings {@code signature}: the file; {@code stop}: the word to stop at
     */
    public VictimWords(Settings settings) {
        signature = Path.of(settings.get("signature", ""));
        stop = settings.get("stop", "");
    }

    @Override
    public Codec<byte[]> keys() {
        return words.keys();
    }

    @Override
    public Codec<Long> values() {
        return words.values();
    }

    @Override
    public void map(Line line, Emitter<byte[], Long> out) throws Exception {
        if (line.text().equals(stop) && sign()) {
            new CountDownLatch(1).await();
        }
        words.map(line, out);
    }

    /** Word by word. */
    @Override
    public void mapAll(Lines lines, Emitter<byte[], Long> out) throws Exception {
        while (lines.next()) {
            map(lines.line(), out);
        }
    }

    private boolean sign() throws IOException {
        Matcher who =
                WHO.matcher(Files.readString(Path.of("/proc/self/cmdline")).replace('\0', ' '));
        if (!who.find()) {
            throw new IllegalStateException("this is not a Spoke");
        }
        Path draft = Files.writeString(
                Files.createTempFile(signature.getParent(), "signature", ""),
                "spoke-" + who.group(1) + "." + who.group(2));
        try {
            Files.createFile(Path.of(signature + ".taken"));
        } catch (FileAlreadyExistsException signedBefore) {
            Files.delete(draft);
            return false;
        }
        Files.move(draft, signature, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    @Override
    public boolean endsLine(int character) {
        return words.endsLine(character);
    }

    @Override
    public Optional<Combiner<Long>> combiner() {
        return words.combiner();
    }

    @Override
    public void reduce(byte[] word, Iterator<Long> counts, Output out) {
        words.reduce(word, counts, out);
    }
}
