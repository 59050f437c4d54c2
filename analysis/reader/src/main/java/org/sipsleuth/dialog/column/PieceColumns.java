package org.sipsleuth.dialog.column;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Provenance;

/// Locations of messages that are not contiguous in a file: a row for each, with its segments, and
/// with its bytes where they are not the pieces one after the other.
///
/// Messages that follow each other and come from the same pieces share those: thousands can come
/// out of one WebSocket message or TLS record, reassembled from thousands of pieces.
public final class PieceColumns {

    private static final long NOT_STORED = -1;

    private final IntColumn firstPiece;
    private final IntColumn endOfPieces;
    private final LongColumn storedAt;
    private final LongColumn offsets;
    private final LongColumn nanos;
    private final IntColumn lengths;
    private final IntColumn frames;

    /// The files; stays empty where there is only one.
    private final IntColumn files;

    private final ByteStore store;
    private final boolean manyFiles;
    private @Nullable List<Provenance.Piece> lastPieces;

    /// No rows yet.
    ///
    /// @param manyFiles whether pieces are in more files than one
    public PieceColumns(boolean manyFiles) {
        this(new IntColumn[]{new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn()},
                new LongColumn[]{new LongColumn(), new LongColumn(), new LongColumn()}, new ByteStore(), manyFiles);
    }

    private PieceColumns(IntColumn[] ints, LongColumn[] longs, ByteStore store, boolean manyFiles) {
        firstPiece = ints[0];
        endOfPieces = ints[1];
        lengths = ints[2];
        frames = ints[3];
        files = ints[4];
        storedAt = longs[0];
        offsets = longs[1];
        nanos = longs[2];
        this.store = store;
        this.manyFiles = manyFiles;
    }

    /// Adds a message.
    ///
    /// @param buffer holds its bytes in the range
    /// @return its row
    @SuppressWarnings("ReferenceEquality") // the same list, not one that happens to be equal
    public int add(Provenance provenance, byte[] buffer, int from, int to) {
        int row = firstPiece.size();
        storedAt.add(provenance.verbatim() ? NOT_STORED : store.add(buffer, from, to));
        if (provenance.pieces() == lastPieces) {
            firstPiece.add(firstPiece.get(row - 1));
        } else {
            firstPiece.add(offsets.size());
            addPieces(provenance.pieces());
        }
        endOfPieces.add(offsets.size());
        return row;
    }

    private void addPieces(List<Provenance.Piece> pieces) {
        for (Provenance.Piece piece : pieces) {
            offsets.add(piece.offset());
            lengths.add(piece.bytes());
            frames.add(piece.frame());
            nanos.add(piece.capturedAtNanos());
            if (manyFiles) {
                files.add(piece.file());
            }
        }
        lastPieces = pieces;
    }

    /// Where the message of this row comes from.
    public Provenance provenance(int row) {
        int end = endOfPieces.get(row);
        List<Provenance.Piece> pieces = new ArrayList<>();
        for (int i = firstPiece.get(row); i < end; i++) {
            int file = manyFiles ? files.get(i) : 0;
            pieces.add(new Provenance.Piece(file, offsets.get(i), lengths.get(i), frames.get(i), nanos.get(i)));
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
                new IntColumn[]{
                    firstPiece.snapshot(),
                    endOfPieces.snapshot(),
                    lengths.snapshot(),
                    frames.snapshot(),
                    files.snapshot()},
                new LongColumn[]{storedAt.snapshot(), offsets.snapshot(), nanos.snapshot()}, store.snapshot(),
                manyFiles);
    }
}
