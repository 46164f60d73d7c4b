package org.spmjava.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Initializer;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.syntax.SpmTypeParser.BodyContext;
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
    private static final List<String> INITIALIZERS =
            Stream.of(Initializer.values()).map(Initializer::keyword).toList();

    private final Diagnostics diagnostics;
    private final SourceText source;
    private final TypeResolver types;
    private final Documentation documentation;
    private final DamageMap damage;

    private Resolver(Syntax syntax, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.source = diagnostics.source();
        this.types = new TypeResolver(diagnostics);
        this.documentation = new Documentation(source, syntax.tokens());
        this.damage = new DamageMap(diagnostics);
    }

    /** Declares what {@code syntax} holds and reports unknown words; nothing if there is no tree. Never null. */
    public static List<DeclaredTask> resolve(Syntax syntax, Diagnostics diagnostics) {
        Resolver resolver = new Resolver(syntax, diagnostics);
        return syntax.tree().stream()
                .flatMap(tree -> tree.task().stream())
                .map(resolver::task)
                .toList();
    }

    private DeclaredTask task(TaskContext tree) {
        Token start = tree.getStart();
        Word word = Trees.word(tree.taskHead()).orElse(new Word("", Tokens.span(start)));
        Optional<Head> head = Head.of(word.text());
        if (head.isEmpty() && tree.taskHead().exception == null) {
            diagnostics.add(diagnostics
                    .draft(DiagnosticCode.UNKNOWN_HEAD, word.span(), word.text())
                    .withSuggestion(Suggestions.nearest(word.text(), HEADS)));
        }
        DeclaredStruct body = body(word, tree.body(), span(tree));
        return new DeclaredTask(head, body, source.line(start.getStartIndex()), documentation.above(start));
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
                structs.add(body(memberName.get(), struct.body(), span(struct)));
            } else if (memberName.isPresent()) {
                fields.add(field(memberName.get(), member.field()));
            }
        }
        return new DeclaredStruct(
                name, structs, fields, span, tree.exception != null || !allNamed || damage.within(span, structs));
    }

    private DeclaredField field(Word name, FieldContext tree) {
        Optional<Type> type = Optional.ofNullable(tree.type()).flatMap(types::resolve);
        Span typeSpan = tree.type() == null ? name.span() : span(tree.type());
        Span initializerSpan = tree.initializer() == null ? name.span() : span(tree.initializer());
        return new DeclaredField(
                name,
                type,
                typeSpan,
                Optional.ofNullable(tree.initializer()).flatMap(this::initializer),
                initializerSpan,
                span(tree),
                source.line(tree.getStart().getStartIndex()),
                documentation.above(tree.getStart()));
    }

    private Optional<Initializer> initializer(InitializerContext tree) {
        if (!Trees.isWhole(tree)) {
            return Optional.empty();
        }
        String text = tree.getStart().getText();
        Optional<Initializer> initializer = Initializer.of(text);
        if (initializer.isEmpty()) {
            diagnostics.add(diagnostics
                    .draft(DiagnosticCode.UNKNOWN_INITIALIZER, Tokens.span(tree.getStart()), text)
                    .withSuggestion(Suggestions.nearest(text, INITIALIZERS)));
        }
        return initializer;
    }

    private Optional<Word> name(MemberContext member) {
        return Stream.of(Optional.ofNullable(member.struct()), Optional.ofNullable(member.field()))
                .flatMap(Optional::stream)
                .flatMap(named -> Trees.word(named).stream())
                .findFirst()
                .filter(word -> Names.accept(word, diagnostics));
    }

    private static Span span(ParserRuleContext tree) {
        Span start = Tokens.span(tree.getStart());
        return tree.getStop() == null ? start : start.to(Tokens.span(tree.getStop()));
    }
}
