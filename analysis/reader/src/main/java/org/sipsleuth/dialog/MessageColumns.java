package org.sipsleuth.dialog;

import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.LongColumn;

/// The columns of the message table while they grow: 64 bytes a message, 68 with several files.
final class MessageColumns {

    static final int RETRANSMISSION = 1 << 16;
    static final int DEFECTIVE = 1 << 17;
    static final int OVERLAP = 1 << 18;
    static final int TO_TAG = 1 << 19;
    static final int BODY = 1 << 20;
    static final int OF_INVITE = 1 << 21;
    static final int OF_CANCEL = 1 << 22;
    static final int CUT = 1 << 23;
    static final int JOINED = 1 << 31;
    static final int TYPE_MASK = 0xffff;

    /// The bits of how many Vias a plain header has, above all flags.
    static final int VIAS_SHIFT = 24;

    static final int MOST_VIAS = 127;

    /// Where the message is in its file; of one that is in pieces, -1 minus its row in
    /// [PieceColumns].
    final LongColumn offset;

    /// What the headers of IP and UDP indicate, according to
    /// [org.sipsleuth.capture.Arrival#withIp].
    final LongColumn headers;

    final IntColumn lengthBytes;
    final LongColumn capturedAtNanos;
    final IntColumn source;
    final IntColumn destination;

    /// The type in the lower half, flags in the upper.
    final IntColumn typeAndFlags;

    final IntColumn dialog;
    final IntColumn transaction;

    /// The CSeq number, -1 if absent.
    final IntColumn cseq;

    final IntColumn frame;

    /// The file; stays empty where there is only one.
    final IntColumn file;

    /// The next message of the same dialog; of its last message nothing that may be read.
    final IntColumn nextInDialog;

    /// How it came, as a number of [Ways].
    final IntColumn encapsulation;

    MessageColumns() {
        this(new LongColumn[]{new LongColumn(), new LongColumn(), new LongColumn()},
                new IntColumn[]{
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn(),
                    new IntColumn()});
    }

    private MessageColumns(LongColumn[] longs, IntColumn[] ints) {
        offset = longs[0];
        capturedAtNanos = longs[1];
        headers = longs[2];
        lengthBytes = ints[0];
        source = ints[1];
        destination = ints[2];
        typeAndFlags = ints[3];
        dialog = ints[4];
        transaction = ints[5];
        cseq = ints[6];
        frame = ints[7];
        file = ints[8];
        nextInDialog = ints[9];
        encapsulation = ints[10];
    }

    int size() {
        return dialog.size();
    }

    MessageColumns snapshot() {
        return new MessageColumns(new LongColumn[]{offset.snapshot(), capturedAtNanos.snapshot(), headers.snapshot()},
                new IntColumn[]{
                    lengthBytes.snapshot(),
                    source.snapshot(),
                    destination.snapshot(),
                    typeAndFlags.snapshot(),
                    dialog.snapshot(),
                    transaction.snapshot(),
                    cseq.snapshot(),
                    frame.snapshot(),
                    file.snapshot(),
                    nextInDialog.snapshot(),
                    encapsulation.snapshot()});
    }
}
