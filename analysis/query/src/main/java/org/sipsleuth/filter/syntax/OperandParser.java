package org.sipsleuth.filter.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.syntax.Operand.Calculation;
import org.sipsleuth.filter.syntax.Operand.Call;
import org.sipsleuth.filter.syntax.Operand.CharacterCode;
import org.sipsleuth.filter.syntax.Operand.Negative;
import org.sipsleuth.filter.syntax.Operand.Operator;
import org.sipsleuth.filter.syntax.Operand.Slice;
import org.sipsleuth.filter.syntax.Operand.Text;
import org.sipsleuth.filter.syntax.Operand.Word;

/// Reads what filters compare: fields, values, functions, slices, and calculations of them.
///
/// Each operator and each slice counts as a level that ends with the whole condition: operators in
/// a row nest like braces do.
final class OperandParser {

    private static final int STRONGEST = 2;

    /// Words of the grammar that are no operands.
    private static final List<String> RESERVED = List.of("and", "or", "xor", "not", "in", "contains", "matches");

    private final Tokens tokens;

    OperandParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /// An operand, calculated or not.
    Operand arithmetic() throws FilterSyntaxException {
        return calculation(0);
    }

    private Operand calculation(int strength) throws FilterSyntaxException {
        if (strength > STRONGEST) {
            return signed();
        }
        Operand left = calculation(strength + 1);
        Operator operator = operator(strength);
        while (operator != null) {
            Token sign = tokens.next();
            tokens.deeper(sign.place());
            Operand right = calculation(strength + 1);
            left = new Calculation(left, operator, right, sign.place(), left.place().to(right.place()));
            operator = operator(strength);
        }
        return left;
    }

    private @Nullable Operator operator(int strength) {
        if (strength == 0 && tokens.now().isWord("bitwise_and")) {
            return Operator.BIT_AND;
        }
        for (Operator operator : Operator.values()) {
            if (operator.strength() == strength && tokens.now().is(operator.text())) {
                return operator;
            }
        }
        return null;
    }

    private Operand signed() throws FilterSyntaxException {
        Token sign = tokens.now();
        if (tokens.accept("-")) {
            tokens.deeper(sign.place());
            Operand of = signed();
            tokens.shallower();
            return new Negative(of, sign.place().to(of.place()));
        }
        tokens.accept("+");
        if (tokens.accept("{")) {
            tokens.deeper(sign.place());
            Operand inner = arithmetic();
            tokens.expect("}", "a } to the { before");
            tokens.shallower();
            return inner;
        }
        return entity();
    }

    /// A value of a set, which may have a sign.
    Operand element() throws FilterSyntaxException {
        return signed();
    }

    private Operand entity() throws FilterSyntaxException {
        Operand entity = atom();
        while (tokens.now().kind() == Token.Kind.RANGES) {
            Token ranges = tokens.next();
            tokens.deeper(ranges.place());
            entity = new Slice(entity, SliceRanges.read(ranges.text(), ranges.place()),
                    entity.place().to(ranges.place()));
        }
        return entity;
    }

    private Operand atom() throws FilterSyntaxException {
        Token token = tokens.now();
        return switch (token.kind()) {
            case WORD -> word();
            case STRING -> {
                tokens.next();
                String bytes = StringLiteral.bytes(token.text(), token.place());
                yield new Text(bytes, token.text().startsWith("r"), token.place());
            }
            case CHARACTER -> {
                tokens.next();
                String bytes = StringLiteral.bytes(token.text(), token.place());
                if (bytes.length() != 1) {
                    throw new FilterSyntaxException("single quotes hold one byte; text stands in double quotes",
                            token.place());
                }
                yield new CharacterCode(bytes.charAt(0), token.place());
            }
            case RANGES, SYMBOL, END -> throw missing(token);
        };
    }

    private static FilterSyntaxException missing(Token token) {
        String found = token.kind() == Token.Kind.END ? "" : ", not " + token.described();
        return new FilterSyntaxException("expected a field or a value" + found, token.place());
    }

    private Operand word() throws FilterSyntaxException {
        Token token = tokens.now();
        if (RESERVED.stream().anyMatch(token::isWord)) {
            throw missing(token);
        }
        tokens.next();
        if (!tokens.now().is("(")) {
            return new Word(token.text(), token.place());
        }
        tokens.next();
        tokens.deeper(token.place());
        List<Operand> arguments = new ArrayList<>();
        if (!tokens.now().is(")")) {
            do {
                arguments.add(arithmetic());
            } while (tokens.accept(","));
        }
        Place last = tokens.now().place();
        tokens.expect(")", "a comma or the ) of the function");
        tokens.shallower();
        return new Call(token.text(), arguments, token.place(), token.place().to(last));
    }
}
