package org.spmjava.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.syntax.SpmTypeParser.BodyContext;
import org.spmjava.dsl.syntax.SpmTypeParser.FieldContext;
import org.spmjava.dsl.syntax.SpmTypeParser.MemberContext;

/**
 * The columns in which the fields of one declaration stand: type, name and initialiser, or name, type and initialiser.
 * Bodies of one depth share them, so that {@code meta}, {@code core} and {@code stat} read as one table.
 */
final class Columns {

    /** What is longer widens no column, and the line it stands in goes out of step. */
    private static final int WIDEST = 34;

    private final TokenRanges ranges;
    private final List<Widths> typeFirst = new ArrayList<>();
    private final List<Widths> nameFirst = new ArrayList<>();

    Columns(TokenRanges ranges) {
        this.ranges = ranges;
    }

    /**
     * How one field is laid out.
     *
     * @param second the first token of its second column
     * @param paddingOfSecond the spaces before it
     * @param third the first token of its third column
     * @param paddingOfThird the spaces before it
     */
    record Row(Token second, int paddingOfSecond, Token third, int paddingOfThird) {}

    private static final class Widths {
        private int first;
        private int second;
    }

    /** Takes the fields in {@code body}, which stand at {@code depth}, and in all bodies within it into account. */
    void measure(BodyContext body, int depth) {
        for (MemberContext member : body.member()) {
            if (member.struct() != null) {
                measure(member.struct().body(), depth + 1);
            } else if (member.field() != null && !hasComment(member.field())) {
                Widths widths = widths(member.field(), depth);
                widths.first = widest(widths.first, firstWidth(member.field()));
                widths.second = widest(widths.second, secondWidth(member.field()));
            }
        }
    }

    /** Where {@code field}, which stands at {@code depth}, has its columns. */
    Row row(FieldContext field, int depth) {
        Token second = startsWithType(field)
                ? field.WORD().getSymbol()
                : field.separator().getStart();
        Token third = field.ASSIGN().getSymbol();
        if (hasComment(field)) {
            return new Row(second, 1, third, 1);
        }
        Widths widths = widths(field, depth);
        return new Row(
                second, padding(widths.first, firstWidth(field)), third, padding(widths.second, secondWidth(field)));
    }

    private Widths widths(FieldContext field, int depth) {
        List<Widths> all = startsWithType(field) ? typeFirst : nameFirst;
        while (all.size() <= depth) {
            all.add(new Widths());
        }
        return all.get(depth);
    }

    private boolean hasComment(FieldContext field) {
        return ranges.hasComment(field.getStart(), field.getStop());
    }

    private int firstWidth(FieldContext field) {
        return startsWithType(field) ? typeWidth(field) : nameWidth(field);
    }

    /** With the two colons and the space, which stand in the column of the type. */
    private int secondWidth(FieldContext field) {
        return startsWithType(field) ? nameWidth(field) : typeWidth(field);
    }

    private int typeWidth(FieldContext field) {
        return ranges.width(field.type().getStart(), field.type().getStop());
    }

    private int nameWidth(FieldContext field) {
        return ranges.width(field.WORD().getSymbol(), field.WORD().getSymbol());
    }

    private static boolean startsWithType(FieldContext field) {
        return field.separator() == null;
    }

    private static int widest(int known, int width) {
        return width > WIDEST ? known : Math.max(known, width);
    }

    private static int padding(int column, int width) {
        return Math.max(0, column - width) + 1;
    }
}
