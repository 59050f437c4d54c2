package org.sipsleuth.capture.websocket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.HeldBytes;
import org.sipsleuth.capture.stream.Tally;

/// One side's part of the handshake that makes a WebSocket of an HTTP connection (RFC 6455 §4), and
/// the frames behind it.
final class HttpUpgrade implements ByteStream {

    private static final int LONGEST_HEAD_BYTES = 16_384;

    private final WebSocket socket;
    private final WebSocketStream frames;
    private final ByteQueue held;
    private final Tally tally = new Tally();
    private int searched;
    private boolean isUpgraded;

    HttpUpgrade(WebSocket socket, WebSocketStream frames, HeldBytes memory) {
        this.socket = socket;
        this.frames = frames;
        this.held = new ByteQueue(memory);
    }

    @Override
    public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
        if (isUpgraded) {
            return frames.data(arrival, bytes, from, to, origin);
        }
        if (!tally.isForeign()) {
            held.add(bytes, from, to, origin);
            int end = headEnd();
            if (end < 0 && (held.size() > LONGEST_HEAD_BYTES || held.isTooMuch())) {
                giveUp();
            } else if (end >= 0) {
                return head(arrival, end);
            }
        }
        return tally.verdict(true);
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

    private Verdict head(Arrival arrival, int end) {
        byte[] head = held.copy(0, Math.min(end, LONGEST_HEAD_BYTES));
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean response = text.startsWith("http/");
        boolean upgraded =
                response ? text.startsWith(" 101", 8) : says(text, "upgrade:", "websocket");
        if (!upgraded) {
            giveUp();
            return tally.verdict(false);
        }
        if (response && !says(text, "sec-websocket-extensions:", "permessage-deflate")) {
            socket.refuseCompression();
        }
        isUpgraded = true;
        frames.handshake();
        int size = held.size();
        byte[] rest = held.copy(end, size);
        Provenance origin = held.origin(end, size);
        held.clear();
        return frames.data(arrival, rest, 0, rest.length, origin);
    }

    /// Whether a header field holds a word.
    private static boolean says(String head, String field, String word) {
        return head.lines().anyMatch(line -> line.startsWith(field) && line.contains(word));
    }

    private void giveUp() {
        tally.foreign(UnreadReason.HTTP, 0);
        held.clear();
    }

    @Override
    public Verdict gap(Arrival arrival, long missingBytes) {
        if (!isUpgraded && !tally.isForeign()) {
            isUpgraded = true; // the other side may have been; frames will tell
            held.clear();
        }
        return isUpgraded ? frames.gap(arrival, missingBytes) : tally.verdict(false);
    }

    @Override
    public @Nullable UnreadReason unreadReason() {
        return isUpgraded ? frames.unreadReason() : tally.reason();
    }

    @Override
    public int unreadDetail() {
        return isUpgraded ? frames.unreadDetail() : tally.detail();
    }

    @Override
    public void end() {
        held.clear();
        frames.end();
    }
}
