package org.sipsleuth.call.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.sipsleuth.capture.file.RegularFile;

/// What the first bytes of a file show of it: whether it has any, and whether they are a text.
///
/// @param count how many were read
/// @param nulAtEven NUL bytes at even places
/// @param nulAtOdd NUL bytes at odd places
/// @param controls bytes that no text has: control characters other than tab and the ends of lines
///     and pages
record TableBytes(int count, int nulAtEven, int nulAtOdd, int controls) {

    private static final int LOOK = 1 << 13;

    /// A text has hardly any. Of random bytes, 11 % are; captures and pictures have more.
    private static final double MOST_CONTROLS = 0.03;

    /// Every other byte of UTF-16 is NUL, except of letters that are not Latin.
    private static final double LEAST_NUL_OF_UTF_16 = 0.6;

    private static final double MOST_NUL_BESIDE = 0.05;

    static TableBytes of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = RegularFile.open(file)) {
            first = in.readNBytes(LOOK);
        }
        int[] nul = new int[2];
        int controls = 0;
        for (int i = 0; i < first.length; i++) {
            int value = first[i] & 0xFF;
            boolean isOfText = value >= ' ' || (value >= '\t' && value <= '\r');
            nul[i % 2] += value == 0 ? 1 : 0;
            controls += isOfText ? 0 : 1;
        }
        return new TableBytes(first.length, nul[0], nul[1], controls);
    }

    /// Refuses what can be no table.
    ///
    /// @param isStated whether the user or a byte order mark names the character set: then bytes
    ///     can be anything
    /// @throws UndecodableTableException if the user has to name the character set
    /// @throws IOException if it is empty, or no text
    void check(boolean isStated) throws IOException {
        if (count == 0) {
            throw new IOException("the file is empty");
        }
        if (isStated || controls <= MOST_CONTROLS * count) {
            return;
        }
        if (isOfUtf16()) {
            throw new UndecodableTableException("it looks like UTF-16, but has no byte order mark");
        }
        throw new IOException(
                "it is a binary file, not a table; unpack it if it is compressed, or save it as CSV first");
    }

    private boolean isOfUtf16() {
        double half = count / 2.0;
        return Math.max(nulAtEven, nulAtOdd) >= LEAST_NUL_OF_UTF_16 * half
                && Math.min(nulAtEven, nulAtOdd) <= MOST_NUL_BESIDE * half;
    }
}
