package org.sipsleuth.filter.syntax;

/// The tokens of a filter, one at a time, with a bound on how deep they nest.
final class Tokens {

    /// How deep a filter nests at most: deep enough for people, and no stack overflows.
    static final int MAX_DEPTH = 100;

    private final Lexer lexer;
    private Token now;
    private int depth;

    Tokens(String text) throws FilterSyntaxException {
        lexer = new Lexer(text);
        now = lexer.next();
    }

    /// The token that is next to be read.
    Token now() {
        return now;
    }

    /// Consumes and returns the next token.
    Token next() throws FilterSyntaxException {
        Token passed = now;
        now = lexer.next();
        return passed;
    }

    /// Passes over this symbol if it is next.
    boolean accept(String symbol) throws FilterSyntaxException {
        boolean isNext = now.is(symbol);
        if (isNext) {
            next();
        }
        return isNext;
    }

    /// Passes over this word, in any case, if it is next.
    boolean acceptWord(String word) throws FilterSyntaxException {
        boolean isNext = now.isWord(word);
        if (isNext) {
            next();
        }
        return isNext;
    }

    /// Passes over this symbol, which must be next.
    ///
    /// @param description what is expected, for people
    void expect(String symbol, String description) throws FilterSyntaxException {
        if (!accept(symbol)) {
            throw new FilterSyntaxException("expected " + description + ", not " + now.described(), now.place());
        }
    }

    /// One level more.
    void deeper(Place place) throws FilterSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new FilterSyntaxException("a filter nests at most " + MAX_DEPTH + " levels", place);
        }
    }

    /// One level less.
    void shallower() {
        depth--;
    }

    /// How deep it nests now.
    int depth() {
        return depth;
    }

    /// Back to a depth that was before.
    void backTo(int level) {
        depth = level;
    }
}
