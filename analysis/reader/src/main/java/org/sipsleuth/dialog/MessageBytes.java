package org.sipsleuth.dialog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.dialog.column.PieceColumns;

/// The bytes of messages, in the files they were captured in.
///
/// @param files by their numbers; reading of one that is known to have changed fails
/// @param messages where each message is
/// @param pieces where those are that are not one piece
record MessageBytes(List<CaptureFile> files, MessageTable messages, PieceColumns pieces) {

    MessageBytes {
        files = List.copyOf(files);
    }

    byte[] of(int message) {
        byte[] bytes = new byte[messages.lengthBytes(message)];
        Provenance provenance = provenance(message);
        if (!provenance.verbatim()) {
            return pieces.stored(row(message), bytes.length);
        }
        int at = 0;
        for (Provenance.Piece piece : provenance.pieces()) {
            MemorySegment.copy(files.get(piece.file()).bytes(), ValueLayout.JAVA_BYTE, piece.offset(), bytes, at,
                    piece.bytes());
            at += piece.bytes();
        }
        return bytes;
    }

    /// Copies a message to the beginning of a buffer, if it has room.
    ///
    /// @return how many bytes the message has
    int copy(int message, byte[] buffer) {
        int length = messages.lengthBytes(message);
        if (length > buffer.length) {
            return length;
        }
        long offset = messages.offset(message);
        if (offset >= 0) {
            MemorySegment file = files.get(messages.file(message)).bytes();
            MemorySegment.copy(file, ValueLayout.JAVA_BYTE, offset, buffer, 0, length);
        } else {
            System.arraycopy(of(message), 0, buffer, 0, length);
        }
        return length;
    }

    Provenance provenance(int message) {
        long offset = messages.offset(message);
        return offset >= 0 ? Provenance.of(messages.file(message), offset, messages.lengthBytes(message),
                messages.frame(message), messages.capturedAtNanos(message)) : pieces.provenance(row(message));
    }

    private int row(int message) {
        return (int) (-1 - messages.offset(message));
    }
}
