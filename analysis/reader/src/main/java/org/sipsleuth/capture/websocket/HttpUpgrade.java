package org.sipsleuth.capture.websocket;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Tally;

/// One side's part of the handshake that makes a WebSocket of an HTTP connection (RFC 6455 §4), and
/// the frames behind it.
///
/// Other exchanges may go before it: a server that wants to know who asks refuses at first.
final class HttpUpgrade implements ByteStream {

    private static final int LONGEST_HEAD_BYTES = 16_384;

    /// A side that has said more is no WebSocket.
    private static final int MOST_HEADS = 16;

    private enum State {
        HEAD,
        BODY,
        /// Behind a request for a WebSocket: frames follow if it is granted, else a new request.
        ASKED,
        FRAMES
    }

    private final WebSocket socket;
    private final WebSocketStream frames;
    private final ByteQueue held;
    private final Tally tally = new Tally();

    private State state = State.HEAD;
    private @Nullable HttpBody body;
    private int heads;
    private int searched;

    HttpUpgrade(WebSocket socket, WebSocketStream frames, BufferBudget memory) {
        this.socket = socket;
        this.frames = frames;
        this.held = new ByteQueue(memory);
    }

    @Override
    public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
        if (state == State.FRAMES) {
            return frames.data(arrival, bytes, from, to, origin);
        }
        if (tally.isForeign()) {
            return Verdict.FOREIGN;
        }
        held.add(bytes, from, to, origin);
        boolean more = true;
        while (more && held.size() > 0) {
            more =
                    switch (state) {
                        case HEAD -> readHead();
                        case BODY -> passBody();
                        case ASKED -> toFramesOrHead();
                        case FRAMES -> false;
                    };
        }
        return state == State.FRAMES ? readFrames(arrival) : tally.verdict(held.size() > 0);
    }

    /// Reads a head.
    ///
    /// @return whether it is there as a whole
    private boolean readHead() {
        int end = headEnd();
        if (end < 0) {
            if (held.size() > LONGEST_HEAD_BYTES || held.isTooMuch()) {
                giveUp();
            }
            return false;
        }
        HttpHead head = HttpHead.of(held.copy(0, Math.min(end, LONGEST_HEAD_BYTES)));
        held.drop(end);
        searched = 0;
        if (head.isUpgrade()) {
            upgrade(head);
        } else {
            tally.nothing(UnreadReason.HTTP, 0);
            body = body(head);
            state = State.BODY;
        }
        if (++heads > MOST_HEADS || (state == State.BODY && body == null)) {
            giveUp();
        }
        return !tally.isForeign();
    }

    private @Nullable HttpBody body(HttpHead head) {
        if (head.isHeadRequest()) {
            socket.askForHead();
        }
        boolean isHeadAlone = head.isResponse() && !head.isInterim() && socket.takeHead();
        return isHeadAlone ? HttpBody.ofBytes(0) : head.body();
    }

    /// Where the empty line ends, or -1.
    private int headEnd() {
        for (int i = searched; i + 4 <= held.size(); i++) {
            searched = i;
            if (held.u16(i) == 0x0d0a && held.u16(i + 2) == 0x0d0a) {
                return i + 4;
            }
        }
        return -1;
    }

    private void upgrade(HttpHead head) {
        tally.nothing(UnreadReason.WEBSOCKET_HANDSHAKE, 0);
        socket.begin();
        state = head.isResponse() ? State.FRAMES : State.ASKED;
        if (head.isResponse() && !head.mayCompress()) {
            socket.refuseCompression();
        }
    }

    private boolean passBody() {
        HttpBody rest = body;
        if (rest == null || rest.pass(held)) {
            state = State.HEAD;
            return true;
        }
        if (rest.isDamaged()) {
            giveUp();
        }
        return false;
    }

    /// No method of HTTP begins like a frame, but for `A` and `B`, which no request for a WebSocket
    /// has.
    private boolean toFramesOrHead() {
        boolean isMethod = held.u8(0) > 'B' && held.u8(0) <= 'Z';
        state = isMethod ? State.HEAD : State.FRAMES;
        return isMethod;
    }

    private Verdict readFrames(Arrival arrival) {
        int size = held.size();
        if (size == 0) {
            return tally.verdict(false);
        }
        byte[] rest = held.copy(0, size);
        Provenance origin = held.origin(0, size);
        held.clear();
        return frames.data(arrival, rest, 0, size, origin);
    }

    private void giveUp() {
        tally.foreign(UnreadReason.HTTP, 0);
        held.clear();
    }

    @Override
    public Verdict gap(Arrival arrival, long missingBytes) {
        if (state != State.FRAMES && !tally.isForeign()) {
            state = State.FRAMES; // the other side may be there; the frames will show
            held.clear();
        }
        return state == State.FRAMES ? frames.gap(arrival, missingBytes) : Verdict.FOREIGN;
    }

    @Override
    public @Nullable UnreadReason unreadReason() {
        UnreadReason inFrames = frames.unreadReason();
        if (state != State.FRAMES || inFrames == null) {
            return tally.reason();
        }
        boolean isHttp = inFrames == UnreadReason.WEBSOCKET_DAMAGED && !socket.isBegun();
        return isHttp ? UnreadReason.HTTP : inFrames;
    }

    @Override
    public int unreadDetail() {
        return state == State.FRAMES ? frames.unreadDetail() : tally.detail();
    }

    @Override
    public void end() {
        held.clear();
        frames.end();
    }
}
