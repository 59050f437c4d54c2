package org.sipsleuth.view.message.text;

import java.util.Arrays;

/// A text broken into rows that fit a width: at the end of a line, else behind a space, a comma or
/// a semicolon, else between any two characters. Places are those of the text, x is in pixels from
/// where rows begin. Spaces at a row's end may be beyond the width.
final class TextRows {

    private static final int ASCII = 0x80;
    private static final int TAB_COLUMNS = 8;

    /// More characters do not fit in a row, though they have no width: it is drawn at once.
    private static final int MOST_IN_A_ROW = 2_000;

    private final String text;
    private final double[] widths;
    private final double[] lefts;
    private final double tab;
    private int[] starts = new int[16];
    private int count;

    private TextRows(String text, double[] widths, double space) {
        this.text = text;
        this.widths = widths;
        lefts = new double[text.length() + 1];
        tab = space * TAB_COLUMNS;
    }

    /// Breaks a text.
    ///
    /// @param widths of its characters, as [TextMeter#widths] returns them
    /// @param space the width of a space
    /// @param room the width that rows shall have; one character is in each row at least
    static TextRows of(String text, double[] widths, double space, double room) {
        TextRows rows = new TextRows(text, widths, space);
        rows.lay(Math.max(1, room));
        return rows;
    }

    private void lay(double room) {
        begin(0);
        int breakAt = 0; // the last place in the row that it may be broken at, or where it begins
        double left = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            double width = c == '\t' ? tab - left % tab : widths[at];
            int from = starts[count - 1];
            boolean isFull = left + width > room && width > 0 && c != ' '; // spaces hang beyond it
            boolean isTooLong = at - from >= MOST_IN_A_ROW && c != '\n';
            if (at > from && (isFull || isTooLong)) {
                at = isFull && breakAt > from ? breakAt : at; // what is behind is laid again
                begin(at);
                breakAt = at;
                left = 0;
                continue;
            }
            lefts[at++] = left;
            left += width;
            if (c == '\n') {
                begin(at);
                breakAt = at;
                left = 0;
            } else if ((c == ' ' || c == ',' || c == ';') && !isInsideNext(at)) {
                breakAt = at;
            }
        }
        lefts[text.length()] = left;
    }

    private void begin(int place) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = place;
    }

    /// How many there are; one even of an empty text.
    int count() {
        return count;
    }

    /// The row that a place is in.
    int rowOf(int place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        return found >= 0 ? found : -found - 2;
    }

    /// Where a row begins.
    int start(int row) {
        return starts[row];
    }

    /// Where a row ends, without the end of its line.
    int end(int row) {
        int next = row + 1 < count ? starts[row + 1] : text.length();
        return next > starts[row] && row + 1 < count && text.charAt(next - 1) == '\n' ? next - 1 : next;
    }

    /// The last place that the caret has in a row: a broken line's end is the next row's beginning.
    int last(int row) {
        int end = end(row);
        boolean isBroken = row + 1 < count && starts[row + 1] == end;
        return isBroken ? Math.max(starts[row], before(end)) : end;
    }

    /// The left edge of a character; of the end of a text its right edge.
    double left(int place) {
        return lefts[place];
    }

    /// The right edge of what is before a place in the same row.
    ///
    /// @param row the row, as the place may be the next one's beginning
    double right(int place, int row) {
        if (place <= starts[row]) {
            return 0;
        }
        if (place < text.length() && rowOf(place) == row) {
            return lefts[place];
        }
        char c = text.charAt(place - 1);
        double left = lefts[place - 1];
        return c == '\t' ? left + tab - left % tab : left + widths[place - 1];
    }

    /// The character of a row that is drawn at x, or -1 if none is.
    int characterAt(int row, double x) {
        int at = starts[row];
        int end = end(row);
        while (at < end) {
            int next = next(at);
            if (x < right(next, row)) {
                return x < lefts[at] ? -1 : at;
            }
            at = next;
        }
        return -1;
    }

    /// The place in a row that is nearest to x.
    int placeAt(int row, double x) {
        int last = last(row);
        int at = starts[row];
        while (at < last) {
            int next = next(at);
            double right = right(next, row);
            if (x < (lefts[at] + right) / 2) {
                return at;
            }
            at = next;
        }
        return last;
    }

    /// The place behind the character at a place; the end of the text has none.
    int next(int place) {
        int at = Math.min(place + 1, text.length());
        while (at < text.length() && isInside(at)) {
            at++;
        }
        return at;
    }

    /// The place before; 0 has none.
    int before(int place) {
        int at = Math.max(0, place - 1);
        while (at > 0 && isInside(at)) {
            at--;
        }
        return at;
    }

    private boolean isInsideNext(int place) {
        return place < text.length() && isInside(place);
    }

    /// Whether a place is within what is drawn as one character.
    private boolean isInside(int place) {
        return widths[place] == 0 && text.charAt(place) >= ASCII && place > 0 && text.charAt(place - 1) != '\n';
    }
}
