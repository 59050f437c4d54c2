package org.sipsleuth.dialog.column;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Provenance;

/// Where messages lie that are not one piece of their file: a row for each, with its pieces, and
/// with its bytes where they are not the pieces one after the other.
public final class PieceColumns {

    private static final long NOT_STORED = -1;

    private final IntColumn firstPiece;
    private final LongColumn storedAt;
    private final LongColumn offsets;
    private final IntColumn lengths;
    private final IntColumn frames;
    private final ByteStore store;

    /// No rows yet.
    public PieceColumns() {
        this(
                new IntColumn(),
                new LongColumn(),
                new LongColumn(),
                new IntColumn(),
                new IntColumn(),
                new ByteStore());
    }

    private PieceColumns(
            IntColumn firstPiece,
            LongColumn storedAt,
            LongColumn offsets,
            IntColumn lengths,
            IntColumn frames,
            ByteStore store) {
        this.firstPiece = firstPiece;
        this.storedAt = storedAt;
        this.offsets = offsets;
        this.lengths = lengths;
        this.frames = frames;
        this.store = store;
    }

    /// Adds a message.
    ///
    /// @param buffer holds its bytes in the range
    /// @return its row
    public int add(Provenance provenance, byte[] buffer, int from, int to) {
        int row = firstPiece.size();
        firstPiece.add(offsets.size());
        storedAt.add(provenance.verbatim() ? NOT_STORED : store.add(buffer, from, to));
        for (Provenance.Piece piece : provenance.pieces()) {
            offsets.add(piece.offset());
            lengths.add(piece.bytes());
            frames.add(piece.frame());
        }
        return row;
    }

    /// Where the message of this row comes from.
    public Provenance provenance(int row) {
        int end = row + 1 < firstPiece.size() ? firstPiece.get(row + 1) : offsets.size();
        List<Provenance.Piece> pieces = new ArrayList<>();
        for (int i = firstPiece.get(row); i < end; i++) {
            pieces.add(new Provenance.Piece(offsets.get(i), lengths.get(i), frames.get(i)));
        }
        return new Provenance(pieces, storedAt.get(row) == NOT_STORED);
    }

    /// The stored bytes of a row that is not verbatim.
    public byte[] stored(int row, int length) {
        return store.get(storedAt.get(row), length);
    }

    /// The rows that there are now, to read by any thread.
    public PieceColumns snapshot() {
        return new PieceColumns(
                firstPiece.snapshot(),
                storedAt.snapshot(),
                offsets.snapshot(),
                lengths.snapshot(),
                frames.snapshot(),
                store.snapshot());
    }
}
