package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.account.FrameAccounting;

/// What the decoder makes of frames, for tests: their payloads, and the account of the others.
final class DecodedFrames {

    final List<byte[]> payloads = new ArrayList<>();
    final Arrival arrival = new Arrival();
    int cutBytes;

    /// When the last frame comes, if that is later than it would.
    long lastAtNanos;

    FrameAccounting account = new FrameAccounting(0);

    private final Predicate<String> isMessage;

    DecodedFrames() {
        this(_ -> true);
    }

    /// @param isMessage whether a payload is a message
    DecodedFrames(Predicate<String> isMessage) {
        this.isMessage = isMessage;
    }

    List<String> texts() {
        return payloads.stream().map(DecodedFrames::text).toList();
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.US_ASCII);
    }

    /// Why frames gave no message.
    List<String> reasons() {
        return account.unread(0).stream().map(UnreadFrames::reason).toList();
    }

    void decode(int linkType, byte[]... frames) {
        payloads.clear();
        account = new FrameAccounting(0);
        ByteBuffer capture = ByteBuffer.allocate(Arrays.stream(frames).mapToInt(f -> f.length).sum());
        Arrays.stream(frames).forEach(capture::put);
        FrameDecoder decoder =
                new FrameDecoder(0, FileBytes.of(MemorySegment.ofArray(capture.array())), account, packet -> {
                    payloads.add(packet.copy());
                    cutBytes = packet.cutBytes();
                    arrival.copy(packet.arrival());
                    return isMessage.test(text(payloads.getLast()));
                }, _ -> {
                    throw new AssertionError("no stream here");
                });
        int offset = 0;
        for (int i = 0; i < frames.length; i++) {
            Frame frame = new Frame();
            frame.begin(i + 1, i < frames.length - 1 ? i : Math.max(i, lastAtNanos), linkType);
            frame.lieAt(offset, frames[i].length);
            offset += frames[i].length;
            decoder.decode(frame);
        }
        decoder.finish();
    }

    void assertPayload(int linkType, byte[]... frames) {
        decode(linkType, frames);
        assertEquals(1, payloads.size(), () -> account.unread(0).toString());
        assertEquals("OPTIONS", texts().getFirst());
        assertEquals(5060, arrival.sourcePort());
        assertEquals(5070, arrival.destinationPort());
    }

    void assertUnread(String reason, int linkType, byte[]... frames) {
        decode(linkType, frames);
        assertEquals(List.of(), payloads);
        assertEquals(List.of(reason), reasons());
        assertEquals(frames.length, account.unread(0).getFirst().frames());
    }
}
