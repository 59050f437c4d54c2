package org.sipsleuth.model;

import java.io.IOException;

/// A file that cannot be read as a model, or not as the one that is asked for.
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 80;

    private final String where;

    /// @param where the part of the file, e.g. `facts.json: training.epochs`, or empty for all of
    /// it
    /// @param what what is wrong there, as the rest of a sentence: `is not a whole number`
    public ModelFormatException(String where, String what) {
        super(where.isEmpty() ? what : where + ": " + what);
        this.where = where;
    }

    /// The part of the file that is wrong; empty where it is all of it.
    public String where() {
        return where;
    }

    /// Text out of the file as part of a sentence: short, on one line, without anything that could
    /// steer a terminal.
    public static String quoted(String text) {
        StringBuilder shown = new StringBuilder("“");
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) || !isShown(c) ? 0xfffd : c)
                .forEach(shown::appendCodePoint);
        if (text.codePointCount(0, text.length()) > LONGEST_QUOTE) {
            shown.append('…');
        }
        return shown.append('”').toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
