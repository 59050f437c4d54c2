package org.sipsleuth.dialog;

import org.sipsleuth.dialog.column.IntRows;

/// The rows of the dialog table while they grow: 56 bytes a dialog. Rows change with every message.
final class DialogColumns {

    /// What a cell holds that nothing was put into.
    static final int NONE = -1;

    static final int FIRST_MESSAGE = 0;
    static final int LAST_MESSAGE = 1;
    static final int MESSAGES = 2;
    static final int RETRANSMISSIONS = 3;
    static final int DEFECTIVE = 4;

    /// The node of its sequence in the sequence tree.
    static final int SEQUENCE = 5;

    /// 1 if an INVITE, or the end of a call, belongs to it.
    static final int CALL = 6;

    static final int CALLER = 7;
    static final int CALLEE = 8;
    static final int USER_AGENT = 9;

    /// The message whose body names its codecs.
    static final int CODECS = 10;

    /// The CSeq of the last offer made in a request.
    static final int OFFER_CSEQ = 11;

    /// The messages with its earliest and its latest time.
    static final int EARLIEST = 12;

    static final int LATEST = 13;

    private static final int CELLS = 14;

    private final IntRows rows;

    DialogColumns() {
        this(new IntRows(CELLS));
    }

    private DialogColumns(IntRows rows) {
        this.rows = rows;
    }

    int size() {
        return rows.size();
    }

    int get(int dialog, int column) {
        return rows.get(dialog, column);
    }

    void set(int dialog, int column, int value) {
        rows.set(dialog, column, value);
    }

    void increment(int dialog, int column) {
        rows.increment(dialog, column);
    }

    /// Adds a dialog without messages.
    void add(int emptySequence) {
        int dialog = rows.add();
        for (int column = 0; column < CELLS; column++) {
            rows.set(dialog, column, NONE);
        }
        rows.set(dialog, MESSAGES, 0);
        rows.set(dialog, RETRANSMISSIONS, 0);
        rows.set(dialog, DEFECTIVE, 0);
        rows.set(dialog, SEQUENCE, emptySequence);
        rows.set(dialog, CALL, 0);
    }

    /// The rows that there are now, only to be read.
    DialogColumns copy() {
        return new DialogColumns(rows.copy());
    }
}
