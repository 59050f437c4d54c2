package org.sipsleuth.capture.websocket;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.stream.ByteQueue;

/// The body of an HTTP message while it is passed over (RFC 9112 §6 and §7.1).
final class HttpBody {

    /// What is longer belongs to no handshake.
    static final int MOST_BYTES = 1 << 20;

    private static final int LINE_END_BYTES = 2;
    private static final int LONGEST_LINE_BYTES = 1 << 10;

    private enum Next {
        /// Bytes, and then nothing more.
        BYTES,
        /// The length of a chunk, behind the bytes of the last one.
        CHUNK,
        /// The fields behind the last chunk.
        TRAILER
    }

    private Next next;
    private long left;
    private long passed;
    private boolean isOver;
    private boolean isDamaged;

    private HttpBody(Next next, long left) {
        this.next = next;
        this.left = left;
    }

    /// A body of so many bytes; null if no handshake has that number.
    static @Nullable HttpBody ofBytes(long length) {
        return length < 0 || length > MOST_BYTES ? null : new HttpBody(Next.BYTES, length);
    }

    /// A body whose parts say each how long they are.
    static HttpBody ofChunks() {
        return new HttpBody(Next.CHUNK, 0);
    }

    /// A number without sign, or -1 if it is not one, or too large for an `int`.
    static long number(String text, int radix) {
        try {
            return Integer.parseUnsignedInt(text, radix) & 0xffff_ffffL;
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /// Whether it cannot be passed over.
    boolean isDamaged() {
        return isDamaged;
    }

    /// Takes off what belongs to it.
    ///
    /// @return whether that is all
    boolean pass(ByteQueue held) {
        boolean more = true;
        while (more && !isOver && !isDamaged) {
            int bytes = (int) Math.min(left, held.size());
            held.drop(bytes);
            left -= bytes;
            more = left == 0 && (next == Next.BYTES ? end() : line(held));
        }
        return isOver;
    }

    private boolean end() {
        isOver = true;
        return false;
    }

    /// Reads a line of the framing.
    ///
    /// @return whether it is there as a whole
    private boolean line(ByteQueue held) {
        int length = 0;
        while (length < held.size() && held.u8(length) != '\n') {
            length++;
        }
        if (length == held.size()) {
            isDamaged = length > LONGEST_LINE_BYTES;
            return false;
        }
        String line = new String(held.copy(0, length), StandardCharsets.ISO_8859_1);
        held.drop(length + 1);
        take(line.strip());
        return true;
    }

    private void take(String line) {
        if (next == Next.TRAILER) {
            passed += line.length() + LINE_END_BYTES;
            isOver = line.isEmpty();
        } else {
            int extension = line.indexOf(';');
            long length = number(extension < 0 ? line : line.substring(0, extension).strip(), 16);
            isDamaged = length < 0;
            next = length == 0 ? Next.TRAILER : Next.CHUNK;
            left = length == 0 ? 0 : length + LINE_END_BYTES;
            passed += length;
        }
        isDamaged |= passed > MOST_BYTES;
    }
}
