package org.spmjava.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Initializer;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.syntax.SpmTypeParser.AnnotationContext;
import org.spmjava.dsl.syntax.SpmTypeParser.BodyContext;
import org.spmjava.dsl.syntax.SpmTypeParser.DeclarationContext;
import org.spmjava.dsl.syntax.SpmTypeParser.EnumerationContext;
import org.spmjava.dsl.syntax.SpmTypeParser.FieldContext;
import org.spmjava.dsl.syntax.SpmTypeParser.InitializerContext;
import org.spmjava.dsl.syntax.SpmTypeParser.MemberContext;
import org.spmjava.dsl.syntax.SpmTypeParser.StructContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TaskContext;
import org.spmjava.dsl.syntax.Syntax;
import org.spmjava.dsl.syntax.Tokens;

/** The second phase: tree to declarations. */
public final class Resolver {

    private static final List<String> HEADS =
            Stream.of(Head.values()).map(Head::keyword).toList();

    private final Diagnostics diagnostics;
    private final SourceText source;
    private final Scope scope = new Scope();
    private final TypeResolver types;
    private final Literals literals;
    private final States states;
    private final EnumResolver enums;
    private final Documentation documentation;
    private final DamageMap damage;
    private final Optional<String> importedFrom;

    private Resolver(Syntax syntax, Optional<String> importedFrom, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.source = diagnostics.source();
        this.types = new TypeResolver(scope, diagnostics);
        this.literals = new Literals(scope, diagnostics);
        this.states = new States(diagnostics);
        this.documentation = new Documentation(source, syntax.tokens());
        this.enums = new EnumResolver(diagnostics, documentation, importedFrom);
        this.damage = new DamageMap(diagnostics);
        this.importedFrom = importedFrom;
    }

    /**
     * Declares what {@code syntax} holds and reports unknown words; nothing if there is no tree.
     *
     * @param imports what the file imports
     * @param importedFrom the name of the file, if it is itself imported
     * @return never null
     */
    public static DeclaredFile resolve(
            Syntax syntax, Imports imports, Optional<String> importedFrom, Diagnostics diagnostics) {
        List<DeclarationContext> trees =
                syntax.tree().map(tree -> tree.declaration()).orElse(List.of());
        return new Resolver(syntax, importedFrom, diagnostics).file(trees, imports);
    }

    private DeclaredFile file(List<DeclarationContext> trees, Imports imports) {
        imports.types().forEach(scope::add);
        if (!imports.complete()) {
            scope.isIncomplete();
        }
        List<DeclaredType> declared = new ArrayList<>();
        // Enums first, then the names of the structs: what a field means depends on both.
        trees.forEach(tree -> enumeration(tree).ifPresent(declared::add));
        declared.forEach(scope::add);
        trees.forEach(this::nameStruct);
        if (trees.stream().flatMap(Resolver::members).anyMatch(Resolver::declaresType)) {
            scope.isIncomplete();
        }
        trees.forEach(tree -> structType(tree).ifPresent(declared::add));
        List<DeclaredTask> tasks = trees.stream()
                .filter(tree -> tree.task() != null)
                .map(this::task)
                .toList();
        return new DeclaredFile(tasks, declared, imports.types());
    }

    private Optional<DeclaredEnum> enumeration(DeclarationContext tree) {
        if (tree.importing() != null) {
            states.none(tree.annotation(), "an import");
        }
        if (tree.exception != null || tree.getChildCount() == 0) {
            scope.isIncomplete();
        }
        EnumerationContext enumeration = tree.enumeration();
        if (enumeration == null) {
            return Optional.empty();
        }
        states.none(tree.annotation(), "an enum");
        Optional<Word> name = Trees.word(enumeration).filter(word -> Names.accept(word, diagnostics));
        if (name.isEmpty()) {
            scope.isIncomplete();
        }
        return name.map(word -> enums.declare(word, enumeration, span(enumeration)));
    }

    /** What stands directly in the declaration: deeper, nobody expects a type of their own. */
    private static Stream<MemberContext> members(DeclarationContext tree) {
        return Stream.of(
                        Optional.ofNullable(tree.struct()).map(StructContext::body),
                        Optional.ofNullable(tree.task()).map(TaskContext::body))
                .flatMap(Optional::stream)
                .flatMap(body -> body.member().stream());
    }

    /** Whether a type is declared where it cannot be, which is reported: fields may name it all the same. */
    private static boolean declaresType(MemberContext member) {
        boolean isStruct = member.struct() != null
                && Trees.word(member.struct())
                        .filter(word -> !word.text().equals("spm"))
                        .isPresent();
        return isStruct || member.enumeration() != null;
    }

    private void nameStruct(DeclarationContext tree) {
        if (tree.struct() == null) {
            return;
        }
        states.none(tree.annotation(), "a struct");
        Optional<Word> name = Trees.word(tree.struct()).filter(word -> Names.accept(word, diagnostics));
        if (name.isEmpty()) {
            scope.isIncomplete();
        }
        name.ifPresent(word -> scope.add(Scope.Entry.struct(word.text())));
    }

    private Optional<DeclaredStructType> structType(DeclarationContext tree) {
        StructContext struct = tree.struct();
        if (struct == null || struct.body() == null) {
            return Optional.empty();
        }
        return Trees.word(struct)
                .filter(word -> Names.isWellFormed(word.text()))
                .map(word -> new DeclaredStructType(
                        body(word, struct.body(), span(struct)),
                        importedFrom,
                        line(struct.getStart()),
                        documentation.above(tree.getStart())));
    }

    private DeclaredTask task(DeclarationContext declaration) {
        TaskContext tree = declaration.task();
        Token start = tree.getStart();
        Word word = Trees.word(tree.taskHead()).orElse(new Word("", Tokens.span(start)));
        Optional<Head> head = Head.of(word.text());
        if (head.isEmpty() && tree.taskHead().exception == null) {
            diagnostics.add(
                    diagnostics.draft(DiagnosticCode.UNKNOWN_HEAD, word.span(), word.text()),
                    () -> Suggestions.nearest(word.text(), HEADS));
        }
        DeclaredStruct body = body(word, tree.body(), span(tree));
        return new DeclaredTask(
                head,
                states.of(declaration.annotation()),
                body,
                line(start),
                documentation.above(declaration.getStart()));
    }

    private DeclaredStruct body(Word name, BodyContext tree, Span span) {
        List<DeclaredStruct> structs = new ArrayList<>();
        List<DeclaredField> fields = new ArrayList<>();
        boolean allNamed = true;
        for (MemberContext member : tree.member()) {
            Optional<Word> memberName = name(member);
            allNamed &= memberName.isPresent();
            if (memberName.isPresent() && member.struct() != null) {
                StructContext struct = member.struct();
                states.none(member.annotation(), "a struct");
                structs.add(body(memberName.get(), struct.body(), span(struct)));
            } else if (memberName.isPresent() && member.enumeration() != null) {
                diagnostics.error(
                        DiagnosticCode.MISPLACED_ENUM, memberName.get().span());
            } else if (memberName.isPresent()) {
                fields.add(field(memberName.get(), member.field(), member.annotation()));
            }
        }
        return new DeclaredStruct(
                name, structs, fields, span, tree.exception != null || !allNamed || damage.within(span, structs));
    }

    private DeclaredField field(Word name, FieldContext tree, List<AnnotationContext> annotations) {
        Optional<Type> type = Optional.ofNullable(tree.type()).flatMap(types::resolve);
        Span typeSpan = tree.type() == null ? name.span() : span(tree.type());
        Span initializerSpan = tree.initializer() == null ? name.span() : span(tree.initializer());
        Token start =
                annotations.isEmpty() ? tree.getStart() : annotations.get(0).getStart();
        return new DeclaredField(
                name,
                type,
                typeSpan,
                Optional.ofNullable(tree.initializer()).flatMap(value -> initializer(value, type)),
                initializerSpan,
                states.of(annotations),
                span(tree),
                line(tree.getStart()),
                documentation.above(start));
    }

    private Optional<Initializer> initializer(InitializerContext tree, Optional<Type> type) {
        if (!Trees.isWhole(tree)) {
            return Optional.empty();
        }
        return literals.resolve(new Word(tree.getStart().getText(), Tokens.span(tree.getStart())), type);
    }

    private Optional<Word> name(MemberContext member) {
        return Stream.of(member.struct(), member.enumeration(), member.field())
                .flatMap(Stream::ofNullable)
                .flatMap(named -> Trees.word(named).stream())
                .findFirst()
                .filter(word -> Names.accept(word, diagnostics));
    }

    private int line(Token token) {
        return source.line(token.getStartIndex());
    }

    private static Span span(ParserRuleContext tree) {
        Span start = Tokens.span(tree.getStart());
        return tree.getStop() == null ? start : start.to(Tokens.span(tree.getStop()));
    }
}
