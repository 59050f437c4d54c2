package org.sipsleuth.filter.syntax;

/// A place in a filter where somebody types: what may be there by the grammar, and what is there
/// already.
///
/// @param expected what may be there
/// @param place the characters that something chosen takes the place of
/// @param typed those of them before the caret, with the opening quote of a text
/// @param operand the word on the left side of the condition that is being written: a field's name;
/// empty if absent
/// @param function the function around that word, or empty
public record Caret(Expected expected, Place place, String typed, String operand, String function) {

    /// The expected kind of token.
    public enum Expected {
        /// A field, a function, `not`, a parenthesis.
        OPERAND,
        /// A relation to what is before, or `&&` and the like, as a field alone is a condition.
        RELATION,
        /// `in` after `not`.
        MEMBERSHIP,
        /// A value to compare with, or another field.
        VALUE,
        /// The brace that begins a set.
        SET,
        /// A value in braces.
        ELEMENT,
        /// `&&` and the like.
        JOIN,
        /// Nothing that can be proposed.
        NOTHING
    }

    /// Where the caret is, as far as the text before it can be read; never fails.
    ///
    /// @param at how many characters are before the caret
    public static Caret of(String text, int at) {
        return CaretReader.read(text, Math.clamp(at, 0, text.length()));
    }
}
