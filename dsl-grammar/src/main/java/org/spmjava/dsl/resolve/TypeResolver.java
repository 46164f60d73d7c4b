package org.spmjava.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.syntax.SpmTypeParser.TypeArgumentContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TypeContext;
import org.spmjava.dsl.syntax.Tokens;

/** Gives containers and value types their meaning. */
final class TypeResolver {

    private static final String ARRAY = "[]";
    private static final int MOST_SHOWN = 6;
    private static final List<String> VALUE_TYPES =
            Stream.of(ValueType.values()).map(ValueType::keyword).toList();

    private final Scope scope;
    private final Diagnostics diagnostics;

    TypeResolver(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /** The type, or empty if it is none, which is reported then unless the parser has done so. */
    Optional<Type> resolve(TypeContext tree) {
        if (!Trees.isWhole(tree)) {
            return Optional.empty();
        }
        Token word = tree.WORD().getSymbol();
        Optional<Container> container = Container.of(word.getText());
        if (container.isEmpty()) {
            unknownContainer(word);
        }
        List<TypeArgumentContext> arguments = tree.typeArguments().typeArgument();
        if (container.isPresent() && container.get().arity != arguments.size()) {
            Span span = new Span(
                    Tokens.span(tree.typeArguments().getStart()).start(),
                    Tokens.span(tree.typeArguments().getStop()).end());
            diagnostics.error(
                    DiagnosticCode.TYPE_ARGUMENT_COUNT,
                    span,
                    container.get().keyword,
                    types(container.get().arity),
                    Integer.toString(arguments.size()),
                    container.get().form);
            return Optional.empty();
        }
        List<ElementType> values = new ArrayList<>();
        for (TypeArgumentContext argument : arguments) {
            elementType(argument, word.getText()).ifPresent(values::add);
        }
        return container.filter(known -> values.size() == known.arity).map(known -> known.over(values));
    }

    private void unknownContainer(Token word) {
        String text = word.getText();
        diagnostics.add(
                diagnostics.draft(
                        DiagnosticCode.UNKNOWN_CONTAINER,
                        Tokens.span(word),
                        text,
                        "`" + String.join("`, `", Container.KEYWORDS) + "`"),
                () -> Suggestions.nearest(text, Container.KEYWORDS));
    }

    private Optional<ElementType> elementType(TypeArgumentContext argument, String container) {
        Token word = argument.WORD().getSymbol();
        String text = word.getText();
        if (argument.typeArguments() != null) {
            Span whole = new Span(
                    Tokens.span(word).start(), Tokens.span(argument.getStop()).end());
            diagnostics.error(DiagnosticCode.NESTED_CONTAINER, whole, container);
            return Optional.empty();
        }
        Optional<ElementType> element =
                ValueType.of(text).<ElementType>map(Function.identity()).or(() -> named(text));
        if (element.isEmpty() && !scope.mayHold(text)) {
            unknownType(text, Tokens.span(word));
        }
        return element;
    }

    private Optional<ElementType> named(String text) {
        return scope.find(text).map(Scope.Entry::type);
    }

    private void unknownType(String text, Span span) {
        String element = text.endsWith(ARRAY) ? text.substring(0, text.length() - ARRAY.length()) : text;
        boolean isKnown = ValueType.of(element).isPresent() || named(element).isPresent();
        if (!element.equals(text) && isKnown) {
            diagnostics.error(DiagnosticCode.NO_SUCH_ARRAY, span, element);
            return;
        }
        String own = scope.names().text(MOST_SHOWN);
        diagnostics.add(
                diagnostics.draft(
                        DiagnosticCode.UNKNOWN_TYPE,
                        span,
                        text,
                        quoted(VALUE_TYPES),
                        own.isEmpty() ? "" : ", and what is declared: " + own),
                () -> Suggestions.nearest(text, candidates()));
    }

    private List<String> candidates() {
        return Stream.concat(VALUE_TYPES.stream(), scope.names().candidates().stream())
                .toList();
    }

    private static String quoted(List<String> words) {
        return "`" + String.join("`, `", words) + "`";
    }

    private static String types(int count) {
        return count == 1 ? "one type" : "two types";
    }

    private enum Container {
        SCALAR("scalar", "scalar<…>", 1),
        TUPLE("tuple", "tuple<…>", 1),
        LIST("list", "list<…>", 1),
        DICT("dict", "dict<…,…>", 2);

        private static final List<String> KEYWORDS =
                Stream.of(values()).map(container -> container.keyword).toList();

        private final String keyword;
        private final String form;
        private final int arity;

        Container(String keyword, String form, int arity) {
            this.keyword = keyword;
            this.form = form;
            this.arity = arity;
        }

        static Optional<Container> of(String keyword) {
            return Stream.of(values())
                    .filter(container -> container.keyword.equals(keyword))
                    .findFirst();
        }

        Type over(List<ElementType> values) {
            return switch (this) {
                case SCALAR -> new Scalar(values.get(0));
                case TUPLE, LIST -> new Tuple(values.get(0));
                case DICT -> new Dict(values.get(0), values.get(1));
            };
        }
    }
}
