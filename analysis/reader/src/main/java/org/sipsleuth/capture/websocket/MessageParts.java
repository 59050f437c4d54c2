package org.sipsleuth.capture.websocket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteQueue;

/// A message while it is reassembled from the payloads of its frames.
final class MessageParts {

    /// The longest message that is reassembled.
    static final int MOST_BYTES = 1 << 20;

    /// A message in more frames than this counts as too long.
    private static final int MOST_FRAMES = 1 << 14;

    private static final int FIRST_BYTES = 2_048;

    private final BufferBudget memory;
    private final List<Provenance> origins = new ArrayList<>();
    private byte[] bytes = {};
    private int length;
    private boolean isBegun;
    private boolean isCompressed;
    private boolean isMasked;

    MessageParts(BufferBudget memory) {
        this.memory = memory;
    }

    /// Begins with a first frame. A message that never ended is forgotten.
    ///
    /// @param compressed whether its bytes are to be unpacked
    void begin(boolean compressed) {
        forget();
        isBegun = true;
        isCompressed = compressed;
    }

    boolean isBegun() {
        return isBegun;
    }

    /// Whether a frame makes it longer than it may be.
    boolean isTooLongWith(FrameHeader header) {
        return header.payloadBytes() > MOST_BYTES - length || origins.size() >= MOST_FRAMES;
    }

    /// Adds the payload of a frame.
    ///
    /// @param held begins with the frame
    void add(FrameHeader header, ByteQueue held) {
        int payload = (int) header.payloadBytes();
        if (payload == 0) {
            return;
        }
        makeRoom(payload);
        int begin = header.headerBytes();
        System.arraycopy(held.array(), held.offset() + begin, bytes, length, payload);
        header.unmask(bytes, length, length + payload);
        length += payload;
        isMasked |= header.masked();
        addOrigin(held.origin(begin, begin + payload));
    }

    private void makeRoom(int payload) {
        if (length + payload > bytes.length) {
            int room = Math.min(MOST_BYTES, Math.max(FIRST_BYTES, 2 * (length + payload)));
            memory.add(room - bytes.length);
            bytes = Arrays.copyOf(bytes, room);
        }
    }

    @SuppressWarnings("ReferenceEquality") // bytes out of one TLS record have that as their origin
    private void addOrigin(Provenance origin) {
        boolean same = !origins.isEmpty() && origins.getLast() == origin && !origin.verbatim();
        if (!same) {
            origins.add(origin);
        }
    }

    /// The message is in the first bytes of this array; until it changes.
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isCompressed() {
        return isCompressed;
    }

    /// Where it came from.
    Provenance origin() {
        Provenance joined = origins.size() == 1 ? origins.getFirst() : Provenance.join(origins);
        return isMasked || isCompressed ? joined.transformed() : joined;
    }

    /// Forgets all parts.
    void forget() {
        isBegun = false;
        isMasked = false;
        length = 0;
        origins.clear();
        if (bytes.length > FIRST_BYTES) {
            letGo();
        }
    }

    /// Forgets all parts, and the room for them.
    void end() {
        forget();
        letGo();
    }

    private void letGo() {
        memory.add(-bytes.length);
        bytes = new byte[0];
    }
}
