package org.sipsleuth.sequence.network;

/// How large a network is outside.
///
/// @param classes how many dialogs it distinguishes (N); 1 to 1,000,000
/// @param length how many messages it examines (LS); 2 to 4,096
/// @param symbols how many message types it knows, with the padding (LM); 2 to 4,096
record NetworkSize(int classes, int length, int symbols) {

    /// The symbol of a type that was not seen in training.
    static final int UNSEEN = -1;

    private static final int MOST_CLASSES = 1_000_000;
    private static final int MOST = 4_096;

    NetworkSize {
        check("classes", classes, 1, MOST_CLASSES);
        check("messages in length", length, 2, MOST);
        check("symbols", symbols, 2, MOST);
    }

    /// Refuses what is no symbol of a message.
    void checkSymbol(int symbol) {
        if (symbol < UNSEEN || symbol == 0 || symbol >= symbols) {
            throw new IllegalArgumentException(
                    "the symbol of a message is 1 to %d, or -1, not %d".formatted(symbols - 1, symbol));
        }
    }

    /// Refuses a sequence with such a symbol in it.
    void checkSymbols(int[] sequence) {
        for (int symbol : sequence) {
            checkSymbol(symbol);
        }
    }

    private static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("a network has %d to %d %s, not %d".formatted(least, most, what, value));
        }
    }
}
