package org.spmjava.processor;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Jars and class directories that offer typedefs to those who compile against them. */
final class TypedefLibraries {

    /** Where a jar or a class directory keeps the typedefs that others may import. */
    static final String OFFERED = "META-INF/spmtype/";

    private final List<Path> libraries;

    /** @param libraries jars and directories; what offers nothing or is not there does not count */
    TypedefLibraries(List<Path> libraries) {
        this.libraries = List.copyOf(libraries);
    }

    /**
     * A file that a library offers.
     *
     * @param place the library's file or directory
     * @param content what is in it
     */
    record Offer(String place, byte[] content) {}

    /**
     * The files of that name, of those that are equal the first alone; those that links lead elsewhere do not count.
     */
    List<Offer> find(String name) throws IOException {
        List<Offer> offers = new ArrayList<>();
        for (Path library : libraries) {
            // The JDK knows best how to read jars; each is closed again, so that a build may replace it.
            try (URLClassLoader loader = new URLClassLoader(new URL[] {url(library)}, null)) {
                for (URL found : Collections.list(loader.findResources(OFFERED + name))) {
                    add(library, found, offers);
                }
            }
        }
        return offers;
    }

    private static URL url(Path library) throws MalformedURLException {
        return library.toUri().toURL();
    }

    private static void add(Path library, URL found, List<Offer> offers) throws IOException {
        if (leadsOut(library, found)) {
            return;
        }
        URLConnection connection = found.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            byte[] content = in.readAllBytes();
            if (offers.stream().noneMatch(offer -> Arrays.equals(offer.content, content))) {
                offers.add(new Offer(library.toString(), content));
            }
        }
    }

    private static boolean leadsOut(Path library, URL found) throws IOException {
        if (!Files.isDirectory(library)) {
            return false;
        }
        try {
            return !Path.of(found.toURI()).toRealPath().startsWith(library.toRealPath());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
