package org.sipsleuth.view.message.text;

/// Divides a text into pieces that are measured and drawn at once: plain ones, of ASCII whose
/// characters are beside each other, and others, whose letters and accents may be joined.
final class TextPieces {

    private static final int ASCII = 0x80;
    private static final int MOST_JOINED = 128;

    private TextPieces() {}

    /// Whether the character at a place is of a plain piece.
    static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        return c < ASCII && (c < ' ' || at + 1 == text.length() || !isMark(text.charAt(at + 1)));
    }

    /// Where the piece ends that begins at a place. A tab is a piece by itself; those that are not
    /// plain are not long.
    ///
    /// @param to it ends there at the latest
    static int end(String text, int from, int to) {
        if (text.charAt(from) == '\t') {
            return from + 1;
        }
        boolean isPlain = isPlain(text, from);
        int most = isPlain ? to : Math.min(to, from + MOST_JOINED);
        int at = from + 1;
        while (at < most && isPlain(text, at) == isPlain && text.charAt(at) != '\t') {
            at++;
        }
        boolean isWithinPair = at < to && Character.isLowSurrogate(text.charAt(at));
        return isWithinPair && !isPlain && at - 1 > from ? at - 1 : at;
    }

    private static boolean isMark(char c) {
        return c >= ASCII && switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
