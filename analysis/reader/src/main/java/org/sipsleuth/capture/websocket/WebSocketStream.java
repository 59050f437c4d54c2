package org.sipsleuth.capture.websocket;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Tally;

/// One side of a WebSocket: puts the frames together to messages (RFC 6455 §5) and gives each as a
/// whole to the stream inside, whose framing ends with it (RFC 7118 §5).
///
/// Pings, pongs and closes are passed over, also between the frames of a message. After bytes that
/// were not captured it looks for a frame that begins with a SIP start line.
final class WebSocketStream implements ByteStream {

    /// How many times frames are looked for after they were lost.
    private static final int MOST_LOOKS = 16;

    private final WebSocket socket;
    private final ByteStream inside;
    private final Unpacking unpacking;
    private final ByteQueue held;
    private final BufferBudget memory;
    private final Tally tally = new Tally();

    private final MessageParts message;
    private boolean isTooLong;

    /// How much of the payload of a frame is still passed over.
    private long skip;

    /// Whether the frame that is passed over ends a message.
    private boolean skipEndsMessage;

    private boolean isLost;
    private int looks;

    WebSocketStream(WebSocket socket, ByteStream inside, Unpacking unpacking, BufferBudget memory) {
        this.socket = socket;
        this.inside = inside;
        this.unpacking = unpacking;
        this.memory = memory;
        this.held = new ByteQueue(memory);
        this.message = new MessageParts(memory);
    }

    @Override
    public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
        if (tally.isForeign()) {
            return Verdict.FOREIGN;
        }
        tally.begin();
        held.add(bytes, from, to, origin);
        if (!isLost || found()) {
            readFrames(arrival);
        }
        if (held.isTooMuch() || (message.isBegun() && memory.isFull())) {
            tally.foreign(UnreadReason.STREAM_TOO_MUCH, 0);
        }
        if (tally.isForeign()) {
            held.clear();
            message.end();
            unpacking.end();
        }
        boolean waits = held.size() > 0 || message.isBegun() || skip > 0 || isLost;
        return tally.verdict(waits);
    }

    /// Whether a frame begins here.
    private boolean found() {
        switch (FirstFrame.of(held)) {
            case FRAME -> {
                isLost = false;
                socket.begin();
            }
            case TOO_FEW -> {
            }
            case NONE -> {
                held.clear();
                if (++looks >= MOST_LOOKS) {
                    tally.foreign(UnreadReason.WEBSOCKET_DAMAGED, 0);
                }
            }
        }
        return !isLost;
    }

    private void readFrames(Arrival arrival) {
        boolean more = true;
        while (more && held.size() > 0 && !tally.isForeign()) {
            if (skip > 0) {
                more = passOver();
                continue;
            }
            FrameHeader header = FrameHeader.read(held, 0);
            if (header == null) {
                return;
            }
            if (!header.isAllowed()) {
                tally.foreign(UnreadReason.WEBSOCKET_DAMAGED, 0);
            } else if (header.isControl()) {
                more = control(header);
            } else {
                more = frame(arrival, header);
            }
        }
    }

    private boolean control(FrameHeader header) {
        int whole = header.headerBytes() + (int) header.payloadBytes();
        if (held.size() < whole) {
            return false;
        }
        held.drop(whole);
        tally.nothing(UnreadReason.WEBSOCKET_CONTROL, 0);
        return true;
    }

    /// Reads a frame of a message.
    ///
    /// @return false if it is not there as a whole
    private boolean frame(Arrival arrival, FrameHeader header) {
        if (!header.isContinuation()) {
            message.begin(header.isCompressed() && socket.mayCompress());
            isTooLong = false;
        } else if (!message.isBegun()) {
            isTooLong = false;
            beginSkip(header); // its beginning was not captured
            return true;
        }
        isTooLong |= message.isTooLongWith(header);
        if (isTooLong) {
            beginSkip(header);
            return true;
        }
        int whole = header.headerBytes() + (int) header.payloadBytes();
        if (held.size() < whole) {
            return false;
        }
        message.add(header, held);
        held.drop(whole);
        if (header.isLast()) {
            give(arrival);
        }
        return true;
    }

    private void give(Arrival arrival) {
        byte[] bytes = message.bytes();
        int length = message.length();
        if (message.isCompressed()) {
            byte[] unpacked = unpacking.unpack(bytes, length, MessageParts.MOST_BYTES);
            if (unpacked == null) {
                tally.nothing(UnreadReason.WEBSOCKET_COMPRESSED, 0);
                message.forget();
                return;
            }
            bytes = unpacked;
            length = unpacked.length;
        }
        Provenance origin = message.origin();
        Verdict verdict = inside.data(arrival, bytes, 0, length, origin);
        tally.add(verdict, inside, UnreadReason.WEBSOCKET_NOT_SIP);
        Verdict ended = inside.messageEnd(arrival);
        if (ended == Verdict.WAITING) {
            tally.endInside(UnreadReason.WEBSOCKET_NOT_SIP);
        } else {
            tally.add(ended, inside, UnreadReason.WEBSOCKET_NOT_SIP);
        }
        message.forget();
    }

    private void beginSkip(FrameHeader header) {
        held.drop(header.headerBytes());
        skip = header.payloadBytes();
        skipEndsMessage = header.isLast();
        if (skip == 0) {
            endSkip();
        }
    }

    private boolean passOver() {
        int passed = (int) Math.min(skip, held.size());
        held.drop(passed);
        skip -= passed;
        if (skip == 0) {
            endSkip();
        }
        return true;
    }

    private void endSkip() {
        if (skipEndsMessage) {
            if (isTooLong) {
                tally.nothing(UnreadReason.WEBSOCKET_TOO_LONG, MessageParts.MOST_BYTES);
                unpacking.forget();
            }
            message.forget();
        }
    }

    @Override
    public Verdict gap(Arrival arrival, long missingBytes) {
        if (tally.isForeign()) {
            return Verdict.FOREIGN;
        }
        tally.begin();
        boolean unfinished = held.size() > 0 || message.isBegun() || skip > 0;
        message.forget();
        unpacking.forget();
        looks = 0;
        FrameHeader header = skip > 0 ? null : FrameHeader.read(held, 0);
        long left = skip;
        if (header != null && header.isAllowed()) {
            left = header.headerBytes() + header.payloadBytes() - held.size();
        }
        held.clear();
        isLost = missingBytes <= 0 || missingBytes > left;
        skip = isLost ? 0 : left - missingBytes;
        skipEndsMessage = false;
        Verdict verdict = inside.gap(arrival, missingBytes);
        if (verdict != Verdict.WAITING) { // what is before a gap is never waited for
            tally.add(verdict, inside, UnreadReason.WEBSOCKET_NOT_SIP);
        }
        if (unfinished) {
            tally.nothing(UnreadReason.WEBSOCKET_UNFINISHED, 0);
        }
        return tally.verdict(!unfinished);
    }

    @Override
    public @Nullable UnreadReason unreadReason() {
        return tally.reason();
    }

    @Override
    public int unreadDetail() {
        return tally.detail();
    }

    @Override
    public void end() {
        held.clear();
        message.end();
        unpacking.end();
        inside.end();
    }
}
