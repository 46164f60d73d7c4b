package org.spmjava.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/** Where the typedefs of a directory import from: from it, or else from libraries. Remembers what it was asked for. */
final class Imports implements TypedefSources {

    private final TypedefDirectory own;
    private final Libraries.Source source;
    private final Map<String, List<Libraries.Offer>> asked = new TreeMap<>();
    private final Map<SourceText, Libraries.Offer> used = new IdentityHashMap<>();
    private Libraries libraries;

    /**
     * @param own the typedefs that come first
     * @param source of all others; not asked unless one is needed
     */
    Imports(TypedefDirectory own, Libraries.Source source) {
        this.own = own;
        this.source = source;
    }

    @Override
    public Optional<SourceText> find(String name) {
        Optional<Typedef> typedef = own.find(name);
        if (typedef.isPresent()) {
            return typedef.flatMap(Typedef::source);
        }
        List<Libraries.Offer> offers = offers(name);
        return offers.size() == 1 ? read(offers.get(0)) : Optional.empty();
    }

    private Optional<SourceText> read(Libraries.Offer offer) {
        Optional<SourceText> text = Utf8.decode(offer.bytes()).map(decoded -> new SourceText(offer.name(), decoded));
        text.ifPresent(read -> used.put(read, offer));
        return text;
    }

    @Override
    public Optional<Obstacle> obstacle(String name) {
        Optional<Typedef> typedef = own.find(name);
        if (typedef.isPresent()) {
            return typedef.flatMap(Typedef::trouble).map(Obstacle.Unusable::new);
        }
        List<Libraries.Offer> offers = offers(name);
        return switch (offers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Obstacle.Unusable(Utf8.IT_IS_NOT));
            default ->
                Optional.of(new Obstacle.Several(
                        offers.stream().map(offer -> offer.library().toString()).toList()));
        };
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        own.typedefs().forEach(typedef -> names.add(typedef.name()));
        try {
            names.addAll(libraries().names());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** What libraries offer by that name. */
    List<Libraries.Offer> offers(String name) {
        List<Libraries.Offer> offers = asked.get(name);
        if (offers == null) {
            try {
                offers = libraries().find(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            asked.put(name, offers);
        }
        return offers;
    }

    private Libraries libraries() throws IOException {
        if (libraries == null) {
            libraries = source.get();
        }
        return libraries;
    }

    /** The library's file that a text was read from, if it was. */
    Optional<Libraries.Offer> origin(SourceText text) {
        return Optional.ofNullable(used.get(text));
    }

    /** What is imported out of libraries, by name; whole where there was no mistake. */
    Map<String, byte[]> imported() {
        Map<String, byte[]> imported = new TreeMap<>();
        used.values().forEach(offer -> imported.put(offer.name(), offer.bytes()));
        return imported;
    }

    /** All that libraries were asked for, by name: where they are sound, one of each. */
    Map<String, List<Libraries.Offer>> asked() {
        return asked;
    }
}
