package org.sipsleuth.view.ngram.heat;

/// What a column of the heat map is.
public enum HeatZoom {
    /// Four bytes: the largest of them.
    FOUR_BYTES(4, 4),
    /// One byte.
    BYTE(1, 5),
    /// One byte with its letter.
    LETTERS(1, 10),
    /// A header field: the sum of its bytes.
    FIELDS(0, 26);

    private final int bytes;
    private final double leastWidth;

    HeatZoom(int bytes, double leastWidth) {
        this.bytes = bytes;
        this.leastWidth = leastWidth;
    }

    /// How many bytes a column has; 0 for header fields.
    public int bytes() {
        return bytes;
    }

    /// How wide a column is at least, in pixels.
    double leastWidth() {
        return leastWidth;
    }
}
