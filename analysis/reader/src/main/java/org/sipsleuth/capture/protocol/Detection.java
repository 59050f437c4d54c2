package org.sipsleuth.capture.protocol;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.websocket.WebSocket;

/// A connection until its protocol is detected, then the link to its decoder.
///
/// TLS, HTTP and WebSocket are known by one side for both. Text is not: the middle of a WebSocket
/// message may look like it.
final class Detection implements Conversation {

    /// The maximum number of detection attempts per stream.
    private static final int MOST_LOOKS = 16;

    private final StreamProtocols.Readers readers;
    private final Arrival first = new Arrival();
    private @Nullable Side fromFirst;
    private @Nullable Side fromOther;
    private @Nullable Conversation both;
    private @Nullable Conversation text;

    Detection(Arrival first, StreamProtocols.Readers readers) {
        this.first.copy(first);
        this.readers = readers;
    }

    @Override
    public ByteStream fromFirst() {
        Side side = fromFirst == null ? new Side(true) : fromFirst;
        fromFirst = side;
        return side;
    }

    @Override
    public ByteStream fromOther() {
        Side side = fromOther == null ? new Side(false) : fromOther;
        fromOther = side;
        return side;
    }

    /// The conversation that begins like this, or null if that is not known.
    private @Nullable Conversation conversation(FirstBytes kind) {
        return switch (kind) {
            case TOO_FEW, UNKNOWN -> null;
            case TLS -> ofBoth(readers.tls() == null ? null : readers.tls().open(first));
            case HTTP -> ofBoth(webSocket(true));
            case WEBSOCKET -> ofBoth(webSocket(false));
            case TEXT -> text();
        };
    }

    private @Nullable Conversation ofBoth(@Nullable Conversation conversation) {
        both = conversation;
        return conversation;
    }

    private Conversation text() {
        Conversation open = text;
        if (open == null) {
            open = readers.text().open(first);
            text = open;
        }
        return open;
    }

    private Conversation webSocket(boolean fromItsBeginning) {
        return WebSocket.open(readers.webSocket().open(first), readers.windows(), readers.memory(), fromItsBeginning);
    }

    /// One side.
    private final class Side implements ByteStream {
        private final boolean isFirst;

        /// The bytes that wait for detection.
        private @Nullable ByteQueue held;

        private @Nullable ByteStream stream;
        private int looks;

        /// Whether bytes from before the last call were held when it came.
        private boolean wasWaiting;

        Side(boolean isFirst) {
            this.isFirst = isFirst;
        }

        @Override
        public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
            wasWaiting = isWaiting();
            ByteStream known = stream;
            if (known != null) {
                return known.data(arrival, bytes, from, to, origin);
            }
            if (looks >= MOST_LOOKS) {
                return Verdict.FOREIGN;
            }
            ByteQueue waiting = held == null ? new ByteQueue(readers.memory()) : held;
            held = waiting;
            waiting.add(bytes, from, to, origin);
            return look(arrival, waiting);
        }

        private boolean isWaiting() {
            return held != null && held.size() > 0;
        }

        private void clear() {
            if (held != null) {
                held.clear();
            }
        }

        private Verdict look(Arrival arrival, ByteQueue waiting) {
            Conversation conversation = both;
            if (conversation == null) {
                FirstBytes kind = FirstBytes.of(waiting);
                conversation = conversation(kind);
                if (conversation == null && kind != FirstBytes.TOO_FEW) {
                    waiting.clear();
                    looks++;
                    return looks < MOST_LOOKS ? Verdict.WAITING : Verdict.FOREIGN;
                }
            }
            if (conversation == null) {
                return Verdict.WAITING;
            }
            ByteStream known = isFirst ? conversation.fromFirst() : conversation.fromOther();
            stream = known;
            int size = waiting.size();
            Provenance origin = waiting.origin(0, size);
            byte[] bytes = waiting.copy(0, size);
            waiting.release();
            held = null;
            return known.data(arrival, bytes, 0, size, origin);
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            wasWaiting = isWaiting();
            clear();
            ByteStream known = stream;
            if (known != null) {
                return known.gap(arrival, missingBytes);
            }
            return wasWaiting ? Verdict.NOTHING : Verdict.WAITING;
        }

        @Override
        public boolean passedEarlier() {
            return !wasWaiting && (stream == null || stream.passedEarlier());
        }

        @Override
        public @Nullable UnreadReason unreadReason() {
            if (stream != null) {
                return stream.unreadReason();
            }
            return looks < MOST_LOOKS ? UnreadReason.STREAM_TOO_SHORT : null;
        }

        @Override
        public int unreadDetail() {
            return stream == null ? 0 : stream.unreadDetail();
        }

        @Override
        public void end() {
            clear();
            if (stream != null) {
                stream.end();
            }
        }
    }
}
