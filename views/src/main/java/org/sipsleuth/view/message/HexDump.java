package org.sipsleuth.view.message;

import java.util.HexFormat;

/// Bytes as rows of hexadecimal digits with the characters of ASCII beside them.
final class HexDump {

    private static final HexFormat HEX = HexFormat.of();
    private static final int GROUP = 8;
    private static final int SHORT_OFFSETS = 1 << 16;
    private static final int FIRST_PLAIN = 0x20;
    private static final int LAST_PLAIN = 0x7e;
    private static final char OTHER = '.';

    private final byte[] bytes;
    private final int perRow;

    /// @param perRow bytes in a row
    HexDump(byte[] bytes, int perRow) {
        this.bytes = bytes.clone();
        this.perRow = perRow;
    }

    /// How many rows there are.
    int rows() {
        return (bytes.length + perRow - 1) / perRow;
    }

    /// The offset of the row's first byte in the message, hexadecimal.
    String offset(int row) {
        return HEX.toHexDigits(row * (long) perRow, bytes.length < SHORT_OFFSETS ? 4 : 8);
    }

    /// The digits of a row, as wide in the last row as in the others.
    String digits(int row) {
        StringBuilder digits = new StringBuilder(3 * perRow + 1);
        for (int i = 0; i < perRow; i++) {
            if (i > 0) {
                digits.append(i % GROUP == 0 ? "  " : " ");
            }
            int at = row * perRow + i;
            digits.append(at < bytes.length ? HEX.toHexDigits(bytes[at]) : "  ");
        }
        return digits.toString();
    }

    /// The characters of a row; a point for what is not printable ASCII.
    String characters(int row) {
        StringBuilder characters = new StringBuilder(perRow);
        int end = Math.min(bytes.length, (row + 1) * perRow);
        for (int at = row * perRow; at < end; at++) {
            boolean plain = bytes[at] >= FIRST_PLAIN && bytes[at] <= LAST_PLAIN;
            characters.append(plain ? (char) bytes[at] : OTHER);
        }
        return characters.toString();
    }

    /// A row as it is copied.
    String row(int row) {
        return offset(row) + "  " + digits(row) + "  " + characters(row);
    }

    /// All rows as they are copied.
    String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows(); row++) {
            text.append(row(row)).append('\n');
        }
        return text.toString();
    }
}
