package org.spmjava.statecheck;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The classes of the JDK that runs this, as files. */
final class Platform implements AutoCloseable {

    private final Map<String, ModuleReference> packages = new HashMap<>();
    private final Map<ModuleReference, ModuleReader> readers = new HashMap<>();

    Platform() {
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            module.descriptor().packages().forEach(name -> packages.put(name, module));
        }
    }

    boolean contains(String name) {
        try {
            return name.startsWith("java/")
                    || packages.containsKey(packageOf(name))
                            && reader(name).find(name + ".class").isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    Optional<byte[]> bytes(String name) throws IOException {
        if (!packages.containsKey(packageOf(name))) {
            return Optional.empty();
        }
        Optional<InputStream> found = reader(name).open(name + ".class");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(in.readAllBytes());
        }
    }

    private ModuleReader reader(String name) throws IOException {
        ModuleReference module = packages.get(packageOf(name));
        ModuleReader known = readers.get(module);
        if (known == null) {
            known = module.open();
            readers.put(module, known);
        }
        return known;
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
    }

    @Override
    public void close() throws IOException {
        for (ModuleReader reader : readers.values()) {
            reader.close();
        }
    }
}
