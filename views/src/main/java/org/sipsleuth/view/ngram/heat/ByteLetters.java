package org.sipsleuth.view.ngram.heat;

/// The letters that stand for bytes.
public final class ByteLetters {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private ByteLetters() {}

    /// The letter of a byte: CR is `←`, LF is `↓`, what else is not printable ASCII is `·`.
    ///
    /// @param value 0 to 255
    public static String of(int value) {
        return value == '\r' ? "←"
                : value == '\n' ? "↓"
                : value < FIRST_PRINTABLE || value >= DELETE ? "·"
                : Character.toString(value);
    }
}
