package org.sipsleuth.filter.syntax;

/// The smallest thing that a filter is made of.
///
/// @param text as written; of [Kind#RANGES] what is between the brackets
record Token(Kind kind, String text, Place place) {

    enum Kind {
        WORD, STRING, CHARACTER, RANGES, SYMBOL, END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /// Whether it is this word, in any case.
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /// The token in words, for what was not expected.
    String described() {
        return switch (kind) {
            case END -> "the end";
            case RANGES -> "[" + text + "]";
            case WORD, STRING, CHARACTER, SYMBOL -> text;
        };
    }
}
