package org.spmjava.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.check.Checks;
import org.spmjava.dsl.check.Salvage;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredType;
import org.spmjava.dsl.resolve.Imports;
import org.spmjava.dsl.resolve.ModelBuilder;
import org.spmjava.dsl.resolve.Resolver;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.source.TypedefSources;
import org.spmjava.dsl.source.TypedefSources.Obstacle;
import org.spmjava.dsl.syntax.SpmTypeParser;
import org.spmjava.dsl.syntax.SpmTypeParser.ImportingContext;
import org.spmjava.dsl.syntax.Syntax;
import org.spmjava.dsl.syntax.SyntaxAnalysis;
import org.spmjava.dsl.syntax.Tokens;

/** Leads a file, and first those that it imports, through the phases. */
final class FileCompiler {

    /** A chain longer than this is a mistake, and could exhaust a thread's stack. */
    private static final int LONGEST_CHAIN = 64;

    private final TypedefSources sources;
    private final Map<String, Outcome> finished = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final List<Diagnostic> ofImports = new ArrayList<>();

    private Optional<SourceText> first = Optional.empty();

    FileCompiler(TypedefSources sources) {
        this.sources = sources;
    }

    /** What an imported file gives to others. */
    private record Outcome(List<DeclaredType> types, boolean complete) {
        private static final Outcome UNKNOWN = new Outcome(List.of(), false);
    }

    Compilation compile(SourceText source) {
        first = Optional.of(source);
        Diagnostics diagnostics = new Diagnostics(source);
        DeclaredFile file = declare(Optional.empty(), diagnostics);
        List<Diagnostic> all = new ArrayList<>(ofImports);
        all.addAll(diagnostics.sorted());
        boolean broken = diagnostics.hasErrors() || !ofImports.isEmpty();
        Optional<TypedefFile> model = broken ? Optional.empty() : Optional.of(ModelBuilder.build(source, file));
        return new Compilation(model, all);
    }

    Optional<TypedefFile> guess(SourceText source) {
        DeclaredFile file = declare(Optional.empty(), new Diagnostics(source));
        List<DeclaredType> sound = file.imported().stream()
                .filter(type -> finished.get(type.importedFrom().orElseThrow()).complete())
                .toList();
        return Salvage.of(new DeclaredFile(file.tasks(), file.types(), sound), source)
                .map(salvaged -> ModelBuilder.build(source, salvaged));
    }

    private DeclaredFile declare(Optional<String> name, Diagnostics diagnostics) {
        Syntax syntax = SyntaxAnalysis.parse(diagnostics);
        Imports imports = imports(syntax, diagnostics);
        DeclaredFile file = Resolver.resolve(syntax, imports, name, diagnostics);
        Checks.run(file, diagnostics);
        return file;
    }

    private Imports imports(Syntax syntax, Diagnostics diagnostics) {
        Map<String, DeclaredType> types = new LinkedHashMap<>();
        Set<String> merged = new LinkedHashSet<>();
        List<ImportingContext> imports = syntax.tree().stream()
                .flatMap(tree -> tree.declaration().stream())
                .flatMap(tree -> Stream.ofNullable(tree.importing()))
                .toList();
        boolean complete = true;
        for (ImportingContext tree : imports) {
            Outcome outcome = outcome(tree, diagnostics);
            complete &= outcome.complete();
            if (merged.add(tree.getText())) {
                outcome.types().forEach(type -> merge(type, types, tree, diagnostics));
            }
        }
        return new Imports(List.copyOf(types.values()), complete);
    }

    /** The same type may come by two ways; two types of one name may not. */
    private static void merge(
            DeclaredType type, Map<String, DeclaredType> types, ImportingContext tree, Diagnostics diagnostics) {
        DeclaredType first = types.putIfAbsent(type.name().text(), type);
        if (first != null && !first.importedFrom().equals(type.importedFrom())) {
            diagnostics.error(
                    DiagnosticCode.DUPLICATE_TYPE,
                    Tokens.span(tree.LITERAL().getSymbol()),
                    type.name().text(),
                    "`" + first.importedFrom().orElse("") + "` and `"
                            + type.importedFrom().orElse("") + "`");
        }
    }

    private Outcome outcome(ImportingContext tree, Diagnostics diagnostics) {
        if (tree.exception != null) {
            return Outcome.UNKNOWN;
        }
        Token token = tree.getChild(1).getPayload() instanceof Token second ? second : tree.getStart();
        Span span = Tokens.span(token);
        Optional<String> name = name(token);
        if (name.isEmpty()) {
            boolean absent = token.getType() == SpmTypeParser.SEMICOLON;
            diagnostics.error(
                    DiagnosticCode.IMPORT_NAME,
                    absent ? Tokens.span(tree.getStart()) : span,
                    absent ? "" : token.getText());
            return Outcome.UNKNOWN;
        }
        return outcome(name.get(), span, diagnostics);
    }

    private Outcome outcome(String name, Span span, Diagnostics diagnostics) {
        if (!staysBelowRoot(name)) {
            diagnostics.error(DiagnosticCode.IMPORT_PATH, span, name);
            return Outcome.UNKNOWN;
        }
        if (open.contains(name)) {
            return cycle(name, open.subList(open.indexOf(name), open.size()), span, diagnostics);
        }
        if (open.size() == LONGEST_CHAIN) {
            diagnostics.error(DiagnosticCode.IMPORT_CHAIN, span, Integer.toString(LONGEST_CHAIN));
            return Outcome.UNKNOWN;
        }
        if (!finished.containsKey(name)) {
            Optional<SourceText> source = sources.find(name);
            if (source.isPresent() && isFirst(source.get())) {
                List<String> cycle = new ArrayList<>(List.of(name));
                cycle.addAll(open);
                return cycle(name, cycle, span, diagnostics);
            }
            finished.put(name, source.map(found -> compileImport(name, found)).orElse(null));
        }
        Outcome outcome = finished.get(name);
        if (outcome == null) {
            reportMissing(name, span, diagnostics);
            return Outcome.UNKNOWN;
        }
        return outcome;
    }

    private void reportMissing(String name, Span span, Diagnostics diagnostics) {
        Obstacle obstacle = sources.obstacle(name).orElse(null);
        if (obstacle instanceof Obstacle.Several several) {
            String places = "`" + String.join("`, `", several.places()) + "`";
            diagnostics.error(DiagnosticCode.IMPORT_AMBIGUOUS, span, name, places);
        } else if (obstacle instanceof Obstacle.Unusable unusable) {
            diagnostics.error(DiagnosticCode.IMPORT_UNUSABLE, span, name, unusable.reason());
        } else {
            diagnostics.add(diagnostics.draft(DiagnosticCode.IMPORT_NOT_FOUND, span, name), () -> meant(name));
        }
    }

    /** The file that was asked for has no name among imports, but whoever finds it names it and reads it alike. */
    private boolean isFirst(SourceText source) {
        return first.filter(known ->
                        known.name().equals(source.name()) && known.text().equals(source.text()))
                .isPresent();
    }

    private static Outcome cycle(String name, List<String> files, Span span, Diagnostics diagnostics) {
        String way = "`" + String.join("` → `", files) + "` → `" + name + "`";
        diagnostics.error(DiagnosticCode.IMPORT_CYCLE, span, name, way);
        return Outcome.UNKNOWN;
    }

    private Outcome compileImport(String name, SourceText source) {
        Diagnostics diagnostics = new Diagnostics(source);
        open.add(name);
        DeclaredFile file = declare(Optional.of(name), diagnostics);
        open.remove(open.size() - 1);
        ofImports.addAll(diagnostics.sorted());
        return new Outcome(file.visible().toList(), !diagnostics.hasErrors());
    }

    private Optional<String> meant(String name) {
        String withEnding = name + ".spmtype";
        return sources.names().contains(withEnding)
                ? Optional.of(withEnding)
                : Suggestions.nearest(name, sources.names());
    }

    private static Optional<String> name(Token token) {
        String text = token.getText();
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
    }

    private static boolean staysBelowRoot(String name) {
        boolean foreign = name.indexOf('\\') >= 0 || name.indexOf(':') >= 0 || name.indexOf('\0') >= 0;
        return !foreign
                && Stream.of(name.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }
}
