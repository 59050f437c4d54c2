package org.sipsleuth.filter.syntax;

import java.util.List;

/// Cuts the text of a filter into tokens.
final class Lexer {

    /// Longest first, so that none hides another.
    private static final List<String> SYMBOLS = List.of("===", "!==", "==", "!=", "<=", ">=", "&&", "||", "^^", "~=",
            "..", "<", ">", "!", "~", "(", ")", "{", "}", ",", "&", "+", "-", "*", "/", "%");

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /// The next token; [Token.Kind#END] again and again at the end.
    Token next() throws FilterSyntaxException {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int from = at;
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", new Place(from, from));
        }
        char first = text.charAt(at);
        if (first == '"' || (first == 'r' && at + 1 < text.length() && text.charAt(at + 1) == '"')) {
            at = first == 'r' ? at + 1 : at;
            return quoted(Token.Kind.STRING, '"', from);
        }
        if (first == '\'') {
            return quoted(Token.Kind.CHARACTER, '\'', from);
        }
        if (first == '[') {
            return ranges(from);
        }
        if (first == '.' && text.startsWith("..", at)) {
            return symbol(from);
        }
        return isWordCharacter(first) && first != '-' ? word(from) : symbol(from);
    }

    private Token quoted(Token.Kind kind, char quote, int from) throws FilterSyntaxException {
        int p = at + 1;
        while (p < text.length() && text.charAt(p) != quote) {
            p += text.charAt(p) == '\\' ? 2 : 1;
        }
        if (p >= text.length()) {
            throw new FilterSyntaxException("the closing quote is missing", new Place(from, text.length()));
        }
        at = p + 1;
        return token(kind, from);
    }

    private Token ranges(int from) throws FilterSyntaxException {
        int close = text.indexOf(']', from);
        if (close < 0) {
            throw new FilterSyntaxException("the closing ] of the slice is missing", new Place(from, text.length()));
        }
        at = close + 1;
        return new Token(Token.Kind.RANGES, text.substring(from + 1, close), new Place(from, at));
    }

    private Token word(int from) {
        int colons = 0;
        int dots = 0;
        boolean digits = true;
        while (at < text.length() && isWordCharacter(text.charAt(at)) && !text.startsWith("..", at)) {
            char c = text.charAt(at);
            colons += c == ':' ? 1 : 0;
            dots += c == '.' ? 1 : 0;
            digits &= c == '.' || isDigit(c);
            at++;
        }
        boolean isAddress = colons >= 2 || (digits && dots == 3);
        if (isAddress && at + 1 < text.length() && text.charAt(at) == '/') {
            int p = at + 1;
            while (p < text.length() && isDigit(text.charAt(p))) {
                p++;
            }
            at = p > at + 1 ? p : at;
        }
        return token(Token.Kind.WORD, from);
    }

    private Token symbol(int from) throws FilterSyntaxException {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, from)) {
                at = from + symbol.length();
                return token(Token.Kind.SYMBOL, from);
            }
        }
        int end = text.offsetByCodePoints(from, 1);
        Place place = new Place(from, end);
        throw switch (text.charAt(from)) {
            case '=' -> new FilterSyntaxException("equality is written with two signs", place, "==");
            case '|' -> new FilterSyntaxException("a single | is not an operator", place, "||");
            case '^' -> new FilterSyntaxException("a single ^ is not an operator", place, "^^");
            case '#', '@', '$' -> new FilterSyntaxException(
                    "layers (#), raw values (@) and references (${…}) to another message are not supported", place);
            case ']' -> new FilterSyntaxException("there is no [ before this ]", place);
            default -> new FilterSyntaxException("\"" + text.substring(from, end)
                    + "\" belongs to no field and no operator; text stands in double quotes", place);
        };
    }

    private Token token(Token.Kind kind, int from) {
        return new Token(kind, text.substring(from, at), new Place(from, at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether words are made of it.
    static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':' || c == '-';
    }
}
