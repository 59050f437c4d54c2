package org.sipsleuth.dialog.column;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Provenance;

/// Where messages lie that are not one piece of a file: a row for each, with its pieces, and
/// with its bytes where they are not the pieces one after the other.
public final class PieceColumns {

    private static final long NOT_STORED = -1;

    private final IntColumn firstPiece;
    private final LongColumn storedAt;
    private final LongColumn offsets;
    private final IntColumn lengths;
    private final IntColumn frames;

    /// The files; stays empty where there is only one.
    private final IntColumn files;

    private final ByteStore store;
    private final boolean manyFiles;

    /// No rows yet.
    ///
    /// @param manyFiles whether pieces lie in more files than one
    public PieceColumns(boolean manyFiles) {
        this(
                new LongColumn[] {new LongColumn(), new LongColumn()},
                new IntColumn[] {
                    new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn()
                },
                new ByteStore(),
                manyFiles);
    }

    private PieceColumns(LongColumn[] longs, IntColumn[] ints, ByteStore store, boolean manyFiles) {
        this.storedAt = longs[0];
        this.offsets = longs[1];
        this.firstPiece = ints[0];
        this.lengths = ints[1];
        this.frames = ints[2];
        this.files = ints[3];
        this.store = store;
        this.manyFiles = manyFiles;
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
            if (manyFiles) {
                files.add(piece.file());
            }
        }
        return row;
    }

    /// Where the message of this row comes from.
    public Provenance provenance(int row) {
        int end = row + 1 < firstPiece.size() ? firstPiece.get(row + 1) : offsets.size();
        List<Provenance.Piece> pieces = new ArrayList<>();
        for (int i = firstPiece.get(row); i < end; i++) {
            int file = manyFiles ? files.get(i) : 0;
            pieces.add(new Provenance.Piece(file, offsets.get(i), lengths.get(i), frames.get(i)));
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
                new LongColumn[] {storedAt.snapshot(), offsets.snapshot()},
                new IntColumn[] {
                    firstPiece.snapshot(), lengths.snapshot(), frames.snapshot(), files.snapshot()
                },
                store.snapshot(),
                manyFiles);
    }
}
