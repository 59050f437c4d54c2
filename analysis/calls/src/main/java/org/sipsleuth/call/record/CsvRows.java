package org.sipsleuth.call.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Reads the rows of a table (RFC 4180) one after the other; lines end with LF, CR LF or CR. Empty
/// lines are no rows. For one thread.
///
/// A malformed row costs itself only. Where a quotation mark is not closed within
/// [#LONGEST_ROW] characters, is followed by text, or makes a row of several lines with another
/// number of cells than the head, reading goes on with the next line. Memory: 256 KiB.
final class CsvRows implements Closeable {

    /// So many characters of one row are read.
    static final int LONGEST_ROW = 1 << 16;

    private static final int ROOM = 2 * LONGEST_ROW;
    private static final int ANY = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private final char delimiter;
    private final int columns;
    private final char[] buffer = new char[ROOM];

    /// Where the row, and what was read into the buffer, ends.
    private int begin;

    private int limit;
    private boolean isAtEnd;
    private boolean isBegun;
    private long read;

    /// The cells of the row, from its beginning on.
    private int[] froms = new int[16];

    private int[] ends = new int[16];
    private boolean[] areEscaped = new boolean[16];
    private int size;

    /// The length of the row with the end of its line, and of how many lines it consists.
    private int length;

    private int lines;
    private boolean hasNul;
    private String fault = "";
    private long line;
    private long nextLine = 1;

    /// @param columns how many cells a row of several lines must have
    CsvRows(Reader text, char delimiter, int columns) {
        this.text = text;
        this.delimiter = delimiter;
        this.columns = columns;
    }

    /// For the head, which says how many columns there are.
    CsvRows(Reader text, char delimiter) {
        this(text, delimiter, ANY);
    }

    /// Goes to the next row.
    ///
    /// @return whether there is one
    boolean next() throws IOException {
        if (!isBegun) {
            isBegun = true;
            if (has(0) && buffer[begin] == BYTE_ORDER_MARK) {
                begin++;
            }
        }
        do {
            begin += length;
            length = 0;
            line = nextLine;
            if (!has(0)) {
                return false;
            }
            fault = "";
            if (!parse()) {
                size = 0;
                skipLine();
            } else if (hasNul) {
                size = 0;
                fault = "holds a NUL character";
            }
            nextLine += lines;
        } while (fault.isEmpty() && size == 1 && ends[0] == 0 && froms[0] == 0);
        return true;
    }

    /// Reads a row; false if it is malformed.
    private boolean parse() throws IOException {
        size = 0;
        lines = 0;
        hasNul = false;
        int at = 0;
        while (true) {
            if (has(at) && buffer[begin + at] == '"') {
                at = quoted(at);
                if (at < 0) {
                    return false;
                }
            } else {
                at = plain(at);
            }
            if (at > LONGEST_ROW) {
                fault = "longer than 65,536 characters";
                return false;
            }
            if (has(at) && buffer[begin + at] == delimiter) {
                at++;
                continue;
            }
            length = at + lineEnd(at);
            lines++;
            if (lines > 1 && columns != ANY && size != columns) {
                fault = "a quotation mark is not closed";
                return false;
            }
            return true;
        }
    }

    /// A cell without quotation marks about it.
    ///
    /// @return where it ends
    private int plain(int from) throws IOException {
        int at = from;
        while (at <= LONGEST_ROW && has(at)) {
            int place = begin + at;
            while (place < limit) {
                char letter = buffer[place];
                if (letter == delimiter || letter == '\n' || letter == '\r') {
                    cell(from, place - begin, false);
                    return place - begin;
                }
                hasNul |= letter == 0;
                place++;
            }
            at = place - begin;
        }
        cell(from, at, false);
        return at;
    }

    /// A cell with quotation marks about it.
    ///
    /// @return where it ends, or -1 if it has no end
    private int quoted(int from) throws IOException {
        boolean isEscaped = false;
        int at = from + 1;
        for (; at <= LONGEST_ROW && has(at); at++) {
            char letter = buffer[begin + at];
            if (letter == '"') {
                if (has(at + 1) && buffer[begin + at + 1] == '"') {
                    isEscaped = true;
                    at++;
                } else {
                    cell(from + 1, at, isEscaped);
                    return afterQuote(at + 1);
                }
            } else if (letter == '\n' || letter == '\r') {
                at += lineEnd(at) - 1;
                lines++;
            } else {
                hasNul |= letter == 0;
            }
        }
        fault = "a quotation mark is not closed";
        return -1;
    }

    private int afterQuote(int from) throws IOException {
        int at = from;
        while (has(at) && buffer[begin + at] == ' ') {
            at++;
        }
        if (has(at)) {
            char letter = buffer[begin + at];
            if (letter != delimiter && letter != '\n' && letter != '\r') {
                fault = "text follows a quotation mark";
                return -1;
            }
        }
        return at;
    }

    private int lineEnd(int at) throws IOException {
        if (!has(at)) {
            return 0;
        }
        return buffer[begin + at] == '\r' && has(at + 1) && buffer[begin + at + 1] == '\n' ? 2 : 1;
    }

    private void cell(int from, int end, boolean isEscaped) {
        if (size == froms.length) {
            froms = Arrays.copyOf(froms, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            areEscaped = Arrays.copyOf(areEscaped, 2 * size);
        }
        froms[size] = from;
        ends[size] = end;
        areEscaped[size] = isEscaped;
        size++;
    }

    /// Goes behind the line in which the row begins, however long it is.
    private void skipLine() throws IOException {
        int at = 0;
        while (has(at)) {
            char letter = buffer[begin + at];
            if (letter == '\n' || letter == '\r') {
                break;
            }
            at++;
            if (at == LONGEST_ROW) {
                begin += at;
                at = 0;
            }
        }
        length = at + lineEnd(at);
        lines = 1;
    }

    /// Whether the text has a character so far behind the beginning of the row: less than the room.
    private boolean has(int at) throws IOException {
        return begin + at < limit || fill(at);
    }

    private boolean fill(int at) throws IOException {
        while (begin + at >= limit && !isAtEnd && at < ROOM) {
            if (begin > 0 && limit > LONGEST_ROW) {
                System.arraycopy(buffer, begin, buffer, 0, limit - begin);
                limit -= begin;
                begin = 0;
            }
            int count = text.read(buffer, limit, ROOM - limit);
            isAtEnd = count < 0;
            limit += Math.max(0, count);
            read += Math.max(0, count);
        }
        return begin + at < limit;
    }

    /// Why the row is malformed; empty if it is not. A malformed row has no cells.
    String fault() {
        return fault;
    }

    /// Whether the row holds a NUL character.
    boolean hasNul() {
        return hasNul;
    }

    /// How many cells the row has.
    int size() {
        return size;
    }

    /// The line in which the row begins, from 1.
    long line() {
        return line;
    }

    /// How many characters were read.
    long read() {
        return read;
    }

    /// A cell of the row, without spaces about it.
    ///
    /// @param into shows it until the next row is read
    void cell(int place, Cell into) {
        if (areEscaped[place]) {
            String plain = new String(buffer, begin + froms[place], ends[place] - froms[place]).replace("\"\"", "\"");
            into.set(plain.toCharArray(), 0, plain.length());
        } else {
            into.set(buffer, begin + froms[place], begin + ends[place]);
        }
    }

    /// A cell of the row, as it is written.
    String cell(int place) {
        String written = new String(buffer, begin + froms[place], ends[place] - froms[place]);
        return areEscaped[place] ? written.replace("\"\"", "\"") : written;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /// The text of a cell without spaces about it, in the memory of the rows: right until the next
    /// row is read.
    static final class Cell implements CharSequence {
        private char[] text = {};
        private int from;
        private int end;

        void set(char[] its, int first, int last) {
            text = its;
            from = first;
            end = last;
            while (from < end && Character.isWhitespace(text[from])) {
                from++;
            }
            while (from < end && Character.isWhitespace(text[end - 1])) {
                end--;
            }
        }

        /// Shows nothing.
        void clear() {
            end = from;
        }

        @Override
        public int length() {
            return end - from;
        }

        @Override
        public char charAt(int index) {
            return text[from + index];
        }

        @Override
        public CharSequence subSequence(int first, int last) {
            return new String(text, from + first, last - first);
        }

        @Override
        public String toString() {
            return new String(text, from, end - from);
        }
    }
}
