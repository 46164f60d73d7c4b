package org.spmjava.examples.mapreduce;

// tag::job[]
/** How many words there are of each length. */
public class WordLengths extends SumJob<Long> {

    /** Lengths are numbers, and sort as such. */
    public WordLengths() {
        super(Codec.LONG);
    }

    @Override
    public void map(Line line, Emitter<Long, Long> out) {
        for (String word : line.text().split("\\W+")) {
            if (!word.isEmpty()) {
                out.emit((long) word.length(), 1L);
            }
        }
    }
}
// end::job[]
