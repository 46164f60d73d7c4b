package org.spmjava.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Dict;
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

    private static final List<String> VALUE_TYPES =
            Stream.of(ValueType.values()).map(ValueType::keyword).toList();

    private final Diagnostics diagnostics;

    TypeResolver(Diagnostics diagnostics) {
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
        List<ValueType> values = new ArrayList<>();
        for (TypeArgumentContext argument : arguments) {
            valueType(argument, word.getText()).ifPresent(values::add);
        }
        return container.filter(known -> values.size() == known.arity).map(known -> known.over(values));
    }

    private void unknownContainer(Token word) {
        String text = word.getText();
        diagnostics.add(diagnostics
                .draft(
                        DiagnosticCode.UNKNOWN_CONTAINER,
                        Tokens.span(word),
                        text,
                        "`" + String.join("`, `", Container.KEYWORDS) + "`")
                .withSuggestion(Suggestions.nearest(text, Container.KEYWORDS)));
    }

    private Optional<ValueType> valueType(TypeArgumentContext argument, String container) {
        Token word = argument.WORD().getSymbol();
        String text = word.getText();
        if (argument.typeArguments() != null) {
            Span whole = new Span(
                    Tokens.span(word).start(), Tokens.span(argument.getStop()).end());
            diagnostics.error(DiagnosticCode.NESTED_CONTAINER, whole, container);
            return Optional.empty();
        }
        Optional<ValueType> value = ValueType.of(text);
        if (value.isEmpty()) {
            diagnostics.add(diagnostics
                    .draft(
                            DiagnosticCode.UNKNOWN_TYPE,
                            Tokens.span(word),
                            text,
                            "`" + String.join("`, `", VALUE_TYPES) + "`")
                    .withSuggestion(Suggestions.nearest(text, VALUE_TYPES)));
        }
        return value;
    }

    private static String types(int count) {
        return count == 1 ? "one type" : "two types";
    }

    private enum Container {
        SCALAR("scalar", "scalar<…>", 1),
        TUPLE("tuple", "tuple<…>", 1),
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

        Type over(List<ValueType> values) {
            return switch (this) {
                case SCALAR -> new Scalar(values.get(0));
                case TUPLE -> new Tuple(values.get(0));
                case DICT -> new Dict(values.get(0), values.get(1));
            };
        }
    }
}
