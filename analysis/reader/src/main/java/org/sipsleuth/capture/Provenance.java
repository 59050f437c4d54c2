package org.sipsleuth.capture;

import java.util.ArrayList;
import java.util.List;

/// Where reassembled bytes come from: the pieces of the capture, in the order of the
/// bytes. A capture may lie in several files. Immutable.
///
/// @param pieces the pieces; their lengths add up to the bytes where those are verbatim
/// @param verbatim whether the bytes are the pieces one after the other; if not (decrypted,
/// unmasked, unpacked), the pieces only say where they came from
public record Provenance(List<Piece> pieces, boolean verbatim) {

    /// One piece.
    ///
    /// @param file its file's place among the files of the investigation, from 0
    /// @param offset where it lies in that file (if that is packed: in what was unpacked), in bytes
    /// @param bytes how long it is
    /// @param frame the number of its frame in that file, from 1
    /// @param capturedAtNanos when that frame was captured, in ns since the epoch; within a report
    ///     of HEP, when what it reports was
    public record Piece(int file, long offset, int bytes, int frame, long capturedAtNanos) {

        private Piece slice(int from, int length) {
            return new Piece(file, offset + from, length, frame, capturedAtNanos);
        }

        private boolean follows(Piece last) {
            return last.file == file && last.frame == frame && last.offset + last.bytes == offset;
        }
    }

    public Provenance {
        pieces = List.copyOf(pieces);
    }

    /// Bytes that lie in one piece.
    public static Provenance of(int file, long offset, int bytes, int frame, long capturedAtNanos) {
        return new Provenance(List.of(new Piece(file, offset, bytes, frame, capturedAtNanos)), true);
    }

    /// Where the bytes of a range come from. Of bytes that are not verbatim, all pieces.
    public Provenance slice(int from, int to) {
        if (!verbatim) {
            return this;
        }
        List<Piece> inside = new ArrayList<>();
        int begin = 0;
        for (Piece piece : pieces) {
            int first = Math.max(from, begin);
            int last = Math.min(to, begin + piece.bytes());
            if (first < last) {
                inside.add(piece.slice(first - begin, last - first));
            }
            begin += piece.bytes();
        }
        return new Provenance(inside, true);
    }

    /// The bytes of several, one after the other. Pieces that lie one behind the other in a frame
    /// become one.
    public static Provenance join(List<Provenance> parts) {
        List<Piece> all = new ArrayList<>();
        boolean verbatim = true;
        for (Provenance part : parts) {
            verbatim &= part.verbatim;
            for (Piece piece : part.pieces) {
                if (!all.isEmpty() && piece.follows(all.getLast())) {
                    Piece last = all.removeLast();
                    all.add(last.slice(0, last.bytes() + piece.bytes()));
                } else {
                    all.add(piece);
                }
            }
        }
        return new Provenance(all, verbatim);
    }

    /// The same pieces, for bytes that were made out of them.
    public Provenance transformed() {
        return new Provenance(pieces, false);
    }

    /// Whether the bytes lie in the capture as they are, in one piece.
    public boolean isContiguous() {
        return verbatim && pieces.size() == 1;
    }
}
