package org.sipsleuth.capture.websocket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Tally;

/// One side of a WebSocket: puts the frames together to messages (RFC 6455 §5) and gives each as a
/// whole to the stream inside, whose framing ends with it (RFC 7118 §5).
///
/// Pings, pongs and closes are passed over, also between the frames of a message. After bytes that
/// were not captured it looks for a frame that begins with a SIP start line.
final class WebSocketStream implements ByteStream {

    /// The longest message that is put together.
    static final int LONGEST_MESSAGE_BYTES = 1 << 20;

    /// How many times frames are looked for after they were lost.
    private static final int MOST_LOOKS = 16;

    private static final int FIRST_BYTES = 2_048;

    private final WebSocket socket;
    private final ByteStream inside;
    private final Unpacking unpacking;
    private final ByteQueue held = new ByteQueue();
    private final Tally tally = new Tally();

    private byte[] message = new byte[0];
    private int messageBytes;
    private final List<Provenance> origins = new ArrayList<>();
    private boolean inMessage;
    private boolean isCompressed;
    private boolean isTooLong;
    private boolean isMasked;

    /// How much of the payload of a frame is still passed over.
    private long skip;

    /// Whether the frame that is passed over ends a message.
    private boolean skipEndsMessage;

    private boolean isLost;
    private int looks;

    WebSocketStream(WebSocket socket, ByteStream inside, Unpacking unpacking) {
        this.socket = socket;
        this.inside = inside;
        this.unpacking = unpacking;
    }

    /// Says that its handshake was read.
    void handshake() {
        tally.nothing(UnreadReason.WEBSOCKET_HANDSHAKE, 0);
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
        boolean waits = held.size() > 0 || inMessage || skip > 0 || isLost;
        return tally.verdict(waits);
    }

    /// Whether a frame begins here.
    private boolean found() {
        switch (FirstFrame.of(held)) {
            case FRAME -> isLost = false;
            case TOO_FEW -> {}
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
            if (!header.isAllowed() || (header.isCompressed() && !socket.mayCompress())) {
                damaged();
            } else if (header.isControl()) {
                more = control(header);
            } else {
                more = frame(arrival, header);
            }
        }
    }

    private void damaged() {
        tally.foreign(UnreadReason.WEBSOCKET_DAMAGED, 0);
        held.clear();
        dropMessage();
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
            beginMessage(header);
        } else if (!inMessage) {
            isTooLong = false;
            beginSkip(header); // its beginning was not captured
            return true;
        }
        if (isTooLong || header.payloadBytes() > LONGEST_MESSAGE_BYTES - messageBytes) {
            isTooLong = true;
            beginSkip(header);
            return true;
        }
        int whole = header.headerBytes() + (int) header.payloadBytes();
        if (held.size() < whole) {
            return false;
        }
        append(header, whole);
        held.drop(whole);
        if (header.isLast()) {
            give(arrival);
        }
        return true;
    }

    /// Begins a message; one that never ended is forgotten.
    private void beginMessage(FrameHeader header) {
        dropMessage();
        inMessage = true;
        isCompressed = header.isCompressed();
    }

    private void dropMessage() {
        inMessage = false;
        messageBytes = 0;
        origins.clear();
        isTooLong = false;
        isMasked = false;
    }

    private void append(FrameHeader header, int whole) {
        int payload = (int) header.payloadBytes();
        if (messageBytes + payload > message.length) {
            int room = Math.max(FIRST_BYTES, 2 * (messageBytes + payload));
            message = Arrays.copyOf(message, Math.min(room, LONGEST_MESSAGE_BYTES));
        }
        System.arraycopy(
                held.array(), held.offset() + header.headerBytes(), message, messageBytes, payload);
        header.unmask(message, messageBytes, messageBytes + payload);
        messageBytes += payload;
        isMasked |= header.masked();
        addOrigin(held.origin(header.headerBytes(), whole));
    }

    @SuppressWarnings("ReferenceEquality") // bytes out of one TLS record have that as their origin
    private void addOrigin(Provenance origin) {
        boolean same = !origins.isEmpty() && origins.getLast() == origin && !origin.verbatim();
        if (!same) {
            origins.add(origin);
        }
    }

    private void give(Arrival arrival) {
        byte[] bytes = message;
        int length = messageBytes;
        Provenance origin = Provenance.join(origins);
        if (isCompressed) {
            byte[] unpacked = unpacking.unpack(message, length, LONGEST_MESSAGE_BYTES);
            if (unpacked == null) {
                tally.nothing(UnreadReason.WEBSOCKET_COMPRESSED, 0);
                dropMessage();
                return;
            }
            bytes = unpacked;
            length = unpacked.length;
        }
        if (isMasked || isCompressed) {
            origin = origin.transformed();
        }
        Verdict verdict = inside.data(arrival, bytes, 0, length, origin);
        Verdict ended = inside.messageEnd(arrival);
        boolean lastWord = verdict != Verdict.GAVE && ended != Verdict.WAITING;
        tally.add(lastWord ? ended : verdict, inside, UnreadReason.WEBSOCKET_NOT_SIP);
        dropMessage();
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
                tally.nothing(UnreadReason.WEBSOCKET_TOO_LONG, LONGEST_MESSAGE_BYTES);
                unpacking.forget();
            }
            dropMessage();
        }
    }

    @Override
    public Verdict gap(Arrival arrival, long missingBytes) {
        if (tally.isForeign()) {
            return Verdict.FOREIGN;
        }
        tally.begin();
        dropMessage();
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
        tally.add(inside.gap(arrival, missingBytes), inside, UnreadReason.WEBSOCKET_NOT_SIP);
        return tally.verdict(true);
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
        dropMessage();
        message = new byte[0];
        unpacking.end();
        inside.end();
    }
}
