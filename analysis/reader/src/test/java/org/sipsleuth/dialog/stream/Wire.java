package org.sipsleuth.dialog.stream;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.layer.FrameDecoder;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// A capture of TCP connections between a client and a server, made segment by segment and then
/// read, for tests.
final class Wire {

    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;

    private static final String CLIENT = "192.0.2.1";
    private static final String SERVER = "192.0.2.2";

    /// A message that was read.
    record Read(String text, int frame, boolean overlap, Provenance provenance) {}

    private record Captured(int at, int bytes, long nanos) {}

    private final ByteArrayOutputStream capture = new ByteArrayOutputStream();
    private final List<Captured> frames = new ArrayList<>();
    private final List<Read> messages = new ArrayList<>();
    private final StreamMemory memory = new StreamMemory();
    private FrameAccounting account = new FrameAccounting(0);
    private long nanos;
    private int conversations;

    /// The client sends.
    Wire client(int sequence, int flags, String payload) {
        return client(sequence, flags, payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire client(int sequence, int flags, byte[] payload) {
        return frame(Packets.ipv4(CLIENT, SERVER, 6, Packets.tcp(40000, 5060, sequence, flags, payload)));
    }

    /// The client sends data, or acknowledges other bytes than none.
    Wire client(int sequence, int acknowledgment, int flags, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        byte[] segment = Packets.tcp(40000, 5060, sequence, acknowledgment, flags, bytes);
        return frame(Packets.ipv4(CLIENT, SERVER, 6, segment));
    }

    /// The server sends data, or acknowledges.
    Wire server(int sequence, int acknowledgment, int flags, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        byte[] segment = Packets.tcp(5060, 40000, sequence, acknowledgment, flags, bytes);
        return frame(Packets.ipv4(SERVER, CLIENT, 6, segment));
    }

    /// Any packet is sent.
    Wire frame(byte[] ip) {
        return frame(ip, ip.length);
    }

    /// A packet of which only the beginning is captured.
    Wire frame(byte[] ip, int captured) {
        frames.add(new Captured(capture.size(), captured, nanos++));
        capture.write(ip, 0, captured);
        return this;
    }

    Wire after(long seconds) {
        return afterNanos(seconds * 1_000_000_000L);
    }

    Wire afterNanos(long passed) {
        nanos += passed;
        return this;
    }

    /// Another client sends.
    Wire elsewhere(String payload) {
        byte[] segment = Packets.tcp(40001, 5060, 1, ACK, payload.getBytes(StandardCharsets.ISO_8859_1));
        return frame(Packets.ipv4(CLIENT, SERVER, 6, segment));
    }

    /// Reads the capture.
    Wire read() {
        messages.clear();
        account = new FrameAccounting(0);
        conversations = 0;
        // As a mapped file is: streams remember what is there, not what is on the heap.
        MemorySegment bytes = Arena.ofAuto().allocate(Math.max(1, capture.size()));
        MemorySegment.copy(capture.toByteArray(), 0, bytes, ValueLayout.JAVA_BYTE, 0, capture.size());
        SipLayout layout = new SipLayout();
        MessageSink sink = (arrival, buffer, from, to, _, provenance) -> take(bytes, layout, arrival, buffer, from, to,
                provenance);
        FrameDecoder decoder = new FrameDecoder(0, FileBytes.of(bytes), account, _ -> false, _ -> {
            conversations++;
            return new Both(new SipStream(memory, layout, sink), new SipStream(memory, layout, sink));
        });
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = new Frame();
            frame.begin(i + 1, frames.get(i).nanos(), 101);
            frame.lieAt(frames.get(i).at(), frames.get(i).bytes());
            decoder.decode(frame);
        }
        decoder.finish();
        check();
        return this;
    }

    private record Both(ByteStream fromFirst, ByteStream fromOther) implements Conversation {}

    private boolean take(MemorySegment bytes, SipLayout layout, Arrival arrival, byte[] buffer, int from, int to,
            Provenance provenance) {
        String text = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        StringBuilder pieces = new StringBuilder();
        for (Provenance.Piece piece : provenance.pieces()) {
            byte[] part = bytes.asSlice(piece.offset(), piece.bytes()).toArray(ValueLayout.JAVA_BYTE);
            pieces.append(new String(part, StandardCharsets.ISO_8859_1));
            Captured frame = frames.get(piece.frame() - 1);
            if (piece.offset() < frame.at() || piece.offset() + piece.bytes() > frame.at() + frame.bytes()) {
                throw new AssertionError(piece + " does not lie in its frame");
            }
        }
        if (!pieces.toString().equals(text)) {
            throw new AssertionError("the pieces are not the message: " + pieces);
        }
        if (!SipParser.parse(buffer, from, to, layout)) {
            throw new AssertionError("no message: " + text);
        }
        messages.add(new Read(text, arrival.frame(), arrival.hasOverlap(), provenance));
        return true;
    }

    /// Every frame completes a message or is counted once; and nothing is kept.
    private void check() {
        BitSet gave = new BitSet();
        messages.forEach(message -> gave.set(message.frame()));
        long counted = account.unread(0).stream().mapToLong(UnreadFrames::frames).sum();
        if (gave.cardinality() + counted != frames.size()) {
            throw new AssertionError(
                    "%d frames, %s gave messages, %s".formatted(frames.size(), gave, account.unread(0)));
        }
        account.unread(0)
                .stream()
                .flatMap(unread -> unread.examples().stream())
                .filter(example -> gave.get(example.frame()))
                .forEach(example -> {
                    throw new AssertionError(example + " gave a message: " + messages);
                });
        if (memory.keptBytes() != 0) {
            throw new AssertionError("kept " + memory.keptBytes());
        }
    }

    /// What was not captured.
    StreamGaps gaps() {
        return account.gaps(0);
    }

    List<Read> messages() {
        return List.copyOf(messages);
    }

    List<String> texts() {
        return messages.stream().map(Read::text).toList();
    }

    List<Integer> frameNumbers() {
        return messages.stream().map(Read::frame).toList();
    }

    /// How many frames were counted, by reason.
    Map<String, Long> account() {
        Map<String, Long> counts = new TreeMap<>();
        account.unread(0).forEach(unread -> counts.put(unread.reason(), unread.frames()));
        return counts;
    }

    int conversations() {
        return conversations;
    }
}
