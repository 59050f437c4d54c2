package org.sipsleuth.view.message.text;

/// Where keys move the caret of a text.
final class CaretMoves {

    private final LaidText text;

    CaretMoves(LaidText text) {
        this.text = text;
    }

    /// The next place, or the place before.
    int character(int from, boolean forward) {
        return forward ? text.rows().next(from) : text.rows().before(from);
    }

    /// The end of the word that is at a place or behind it, or the beginning of the one before.
    int word(int from, boolean forward) {
        int at = from;
        while (has(at, forward) && !isWord(at, forward)) {
            at = character(at, forward);
        }
        while (has(at, forward) && isWord(at, forward)) {
            at = character(at, forward);
        }
        return at;
    }

    /// The word around a character; what is between words counts as one, but within its line.
    TextSpan wordAt(int at) {
        if (at == text.text().length() || text.text().charAt(at) == '\n') {
            return new TextSpan(at, at);
        }
        boolean isWord = isWord(text.text().codePointAt(at));
        int lineFrom = lineFrom(at);
        int lineTo = lineTo(at);
        int from = at;
        while (from > lineFrom && isWord(text.text().codePointBefore(from)) == isWord) {
            from = text.rows().before(from);
        }
        int to = at;
        while (to < lineTo && isWord(text.text().codePointAt(to)) == isWord) {
            to = text.rows().next(to);
        }
        return new TextSpan(from, to);
    }

    /// The line around a place, without its end.
    TextSpan lineAt(int place) {
        return new TextSpan(lineFrom(place), lineTo(place));
    }

    /// So many rows below, or above if negative; no further than the ends of the text.
    ///
    /// @param x where in the row
    int rows(int from, int count, double x) {
        int row = text.rows().rowOf(from) + count;
        if (row < 0) {
            return 0;
        }
        return row < text.rows().count() ? text.rows().placeAt(row, x) : text.text().length();
    }

    /// The beginning of the row.
    int rowStart(int from) {
        return text.rows().start(text.rows().rowOf(from));
    }

    /// The last place in the row. A row that is broken ends where the next one begins: its last
    /// character is before that place, but can be selected.
    int rowEnd(int from, boolean selects) {
        int row = text.rows().rowOf(from);
        return selects ? text.rows().end(row) : text.rows().last(row);
    }

    private int lineFrom(int place) {
        return text.text().lastIndexOf('\n', place - 1) + 1;
    }

    private int lineTo(int place) {
        int end = text.text().indexOf('\n', place);
        return end < 0 ? text.text().length() : end;
    }

    private boolean has(int at, boolean forward) {
        return forward ? at < text.text().length() : at > 0;
    }

    private boolean isWord(int at, boolean forward) {
        return isWord(forward ? text.text().codePointAt(at) : text.text().codePointBefore(at));
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_'
                || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }
}
