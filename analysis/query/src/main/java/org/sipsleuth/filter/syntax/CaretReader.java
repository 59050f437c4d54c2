package org.sipsleuth.filter.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.filter.syntax.Caret.Expected;
import org.sipsleuth.filter.syntax.Token.Kind;

/// Follows the tokens of an unfinished filter up to a caret.
final class CaretReader {

    private static final String CALCULATIONS = "+-*/%&";

    private enum Bracket {
        CONDITION, FUNCTION, GROUP, SET
    }

    /// What is to be gone on with when a bracket closes.
    private record Level(Bracket bracket, boolean right, String operand, String function) {}

    private final Deque<Level> levels = new ArrayDeque<>();
    private Expected expected = Expected.OPERAND;
    private boolean right;
    private String operand = "";
    private String function = "";
    private String calling = "";

    private CaretReader() {}

    static Caret read(String text, int at) {
        CaretReader reader = new CaretReader();
        String before = text.substring(0, at);
        List<Token> tokens = new ArrayList<>();
        int open = at;
        Lexer lexer = new Lexer(before);
        try {
            Token token = lexer.next();
            while (token.kind() != Kind.END) {
                tokens.add(token);
                token = lexer.next();
            }
        } catch (FilterSyntaxException unfinished) {
            open = unfinished.place().from();
        }
        boolean touches = open == at && !tokens.isEmpty() && tokens.getLast().kind() == Kind.WORD
                && tokens.getLast().place().to() == at;
        if (touches) {
            open = tokens.removeLast().place().from();
        }
        for (int i = 0; i < tokens.size(); i++) {
            boolean calls = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            reader.pass(tokens.get(i), calls);
        }
        return reader.caret(text, open, at, touches);
    }

    private Caret caret(String text, int open, int at, boolean isWord) {
        String typed = text.substring(open, at);
        boolean isOperator = typed.equals("=") || typed.equals("|") || typed.equals("^");
        boolean isText = typed.startsWith("\"");
        Expected here = typed.isEmpty() || isWord || isOperator || isText ? expected : Expected.NOTHING;
        int end = at;
        while (isWord && end < text.length() && Lexer.isWordCharacter(text.charAt(end))) {
            end++;
        }
        if (isText) {
            int quote = text.indexOf('"', at);
            boolean sameValue = quote >= 0 && text.substring(at, quote).indexOf(' ') < 0;
            end = sameValue ? quote + 1 : at;
        }
        return new Caret(here, new Place(open, end), typed, operand, function);
    }

    private void pass(Token token, boolean calls) {
        switch (token.kind()) {
            case WORD -> word(token, calls);
            case STRING, CHARACTER -> value();
            case SYMBOL -> symbol(token);
            case RANGES, END -> {
            }
        }
    }

    private void word(Token token, boolean calls) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        switch (lower) {
            case "and", "or", "xor" -> join();
            case "any", "all" -> {
            }
            case "not" -> {
                if (expected == Expected.RELATION) {
                    expected = Expected.MEMBERSHIP;
                }
            }
            case "in" -> expected = Expected.SET;
            default -> {
                if (Relation.of(lower).isPresent()) {
                    relation();
                } else if (calls) {
                    calling = lower;
                } else {
                    if (!right && expected == Expected.OPERAND && operand.isEmpty()) {
                        operand = token.text();
                    }
                    value();
                }
            }
        }
    }

    /// After something that can be compared.
    private void value() {
        boolean inSet = !levels.isEmpty() && levels.peek().bracket() == Bracket.SET;
        boolean inFunction = !levels.isEmpty() && levels.peek().bracket() == Bracket.FUNCTION;
        expected = inSet || inFunction ? Expected.NOTHING : right ? Expected.JOIN : Expected.RELATION;
    }

    private void relation() {
        right = true;
        expected = Expected.VALUE;
    }

    private void join() {
        right = false;
        operand = "";
        function = "";
        expected = Expected.OPERAND;
    }

    private void symbol(Token token) {
        switch (token.text()) {
            case "&&", "||", "^^" -> join();
            case "!" -> expected = Expected.OPERAND;
            case "(" -> open();
            case "{" -> {
                boolean isSet = expected == Expected.SET;
                Bracket bracket = isSet ? Bracket.SET : Bracket.GROUP;
                levels.push(new Level(bracket, right, operand, function));
                expected = isSet ? Expected.ELEMENT : expected;
            }
            case ")", "}" -> close();
            case "," -> next();
            case ".." -> expected = Expected.ELEMENT;
            default -> {
                if (CALCULATIONS.contains(token.text())) {
                    expected = right ? Expected.VALUE : Expected.OPERAND;
                } else {
                    relation();
                }
            }
        }
    }

    private void open() {
        if (calling.isEmpty()) {
            levels.push(new Level(Bracket.CONDITION, right, operand, function));
            join();
        } else {
            levels.push(new Level(Bracket.FUNCTION, right, operand, calling));
            calling = "";
            expected = Expected.OPERAND;
        }
    }

    private void close() {
        Level level = levels.poll();
        if (level == null) {
            expected = Expected.JOIN;
            return;
        }
        right = level.right();
        switch (level.bracket()) {
            case CONDITION, SET -> expected = Expected.JOIN;
            case GROUP -> value();
            case FUNCTION -> {
                if (!right) {
                    function = level.function();
                } else {
                    operand = level.operand();
                }
                value();
            }
        }
    }

    private void next() {
        Level top = levels.peek();
        boolean inSet = top != null && top.bracket() == Bracket.SET;
        expected = inSet ? Expected.ELEMENT : Expected.OPERAND;
    }
}
