package org.spmjava.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A session as one HTML file: a page, its style and its script, and the session as data in it. */
final class HtmlReport {

    private static final String PAGE = "report.html";
    private static final String PLACE = "@@";

    private final Snapshot snapshot;
    private final String title;

    HtmlReport(Snapshot snapshot, String title) {
        this.snapshot = snapshot;
        this.title = title;
    }

    /** The page names what goes into it between double at signs. */
    void write(Writer out) throws IOException {
        String[] parts = resource(PAGE).split(PLACE, -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                out.write(parts[i]);
            } else if (parts[i].equals("data")) {
                new ReportData(snapshot).write(out);
            } else if (parts[i].equals("title")) {
                out.write(escaped(title));
            } else {
                out.write(resource(parts[i]));
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name + " beside " + HtmlReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        StringWriter escaped = new StringWriter();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
