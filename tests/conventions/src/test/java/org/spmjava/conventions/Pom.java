package org.spmjava.conventions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a {@code pom.xml} says, as it stands there: nothing inherited, nothing filled in. */
record Pom(Path file, Element project) {

    static final Pom ROOT = read(Path.of("pom.xml"));

    /** A dependency, a plugin, or whatever else has a group and an artifact. */
    record Artifact(String kind, String group, String name, Optional<String> version, String scope) {

        String id() {
            return group + ":" + name;
        }

        boolean isOurs() {
            return group.equals("org.spmjava");
        }
    }

    static Pom read(Path file) {
        try {
            return new Pom(
                    file,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(Repository.ROOT.resolve(file).toFile())
                            .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    static List<Pom> all() {
        return Repository.poms().stream().map(Pom::read).toList();
    }

    String artifactId() {
        return child(project, "artifactId").orElseThrow();
    }

    boolean isRoot() {
        return file.equals(ROOT.file);
    }

    Optional<String> text(String name) {
        return child(project, name);
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        children(project, "properties").stream()
                .flatMap(element -> elements(element).stream())
                .forEach(element -> properties.put(
                        element.getTagName(), element.getTextContent().strip()));
        return properties;
    }

    /** What a plain build goes into: modules of the pom, and of its profiles that are active by default. */
    List<String> modules() {
        List<Element> holders = new ArrayList<>(List.of(project));
        children(project, "profiles").stream()
                .flatMap(profiles -> children(profiles, "profile").stream())
                .filter(profile -> children(profile, "activation").stream()
                        .anyMatch(activation ->
                                child(activation, "activeByDefault").equals(Optional.of("true"))))
                .forEach(holders::add);
        return holders.stream()
                .flatMap(holder -> children(holder, "modules").stream())
                .flatMap(modules -> children(modules, "module").stream())
                .map(module -> module.getTextContent().strip())
                .toList();
    }

    List<Artifact> dependencies() {
        return artifacts("dependency");
    }

    /** Dependencies, plugins, and what stands on the path of an annotation processor. */
    List<Artifact> artifacts() {
        List<Artifact> all = new ArrayList<>(dependencies());
        all.addAll(artifacts("plugin"));
        all.addAll(artifacts("path"));
        return all;
    }

    private List<Artifact> artifacts(String kind) {
        List<Artifact> found = new ArrayList<>();
        var nodes = project.getElementsByTagName(kind);
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            child(element, "artifactId")
                    .ifPresent(name -> found.add(new Artifact(
                            kind,
                            child(element, "groupId").orElse("org.apache.maven.plugins"),
                            name,
                            child(element, "version"),
                            child(element, "scope").orElse("compile"))));
        }
        return found;
    }

    private static Optional<String> child(Element parent, String name) {
        return children(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
