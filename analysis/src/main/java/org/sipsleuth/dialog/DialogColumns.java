package org.sipsleuth.dialog;

import org.sipsleuth.dialog.column.IntColumn;

/// The columns of the dialog table while they grow: 48 bytes a dialog. Rows change with every
/// message.
final class DialogColumns {

    static final int NONE = -1;

    final IntColumn firstMessage;
    final IntColumn lastMessage;
    final IntColumn messages;
    final IntColumn retransmissions;
    final IntColumn defective;

    /// The node of its sequence in the sequence tree.
    final IntColumn sequence;

    /// Its state as [CallProgress] packs it.
    final IntColumn progress;

    final IntColumn caller;
    final IntColumn callee;
    final IntColumn userAgent;

    /// The message whose body names its codecs.
    final IntColumn codecs;

    /// The CSeq of the last offer made in a request.
    final IntColumn offerCseq;

    DialogColumns() {
        this(
                new IntColumn[] {
                    new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn(),
                    new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn(),
                    new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn()
                });
    }

    private DialogColumns(IntColumn[] columns) {
        firstMessage = columns[0];
        lastMessage = columns[1];
        messages = columns[2];
        retransmissions = columns[3];
        defective = columns[4];
        sequence = columns[5];
        progress = columns[6];
        caller = columns[7];
        callee = columns[8];
        userAgent = columns[9];
        codecs = columns[10];
        offerCseq = columns[11];
    }

    int size() {
        return firstMessage.size();
    }

    /// Adds a dialog without messages.
    void add(int emptySequence, int noProgress) {
        firstMessage.add(NONE);
        lastMessage.add(NONE);
        messages.add(0);
        retransmissions.add(0);
        defective.add(0);
        sequence.add(emptySequence);
        progress.add(noProgress);
        caller.add(NONE);
        callee.add(NONE);
        userAgent.add(NONE);
        codecs.add(NONE);
        offerCseq.add(NONE);
    }

    DialogColumns copy() {
        return new DialogColumns(
                new IntColumn[] {
                    firstMessage.copy(),
                    lastMessage.copy(),
                    messages.copy(),
                    retransmissions.copy(),
                    defective.copy(),
                    sequence.copy(),
                    progress.copy(),
                    caller.copy(),
                    callee.copy(),
                    userAgent.copy(),
                    codecs.copy(),
                    offerCseq.copy()
                });
    }
}
