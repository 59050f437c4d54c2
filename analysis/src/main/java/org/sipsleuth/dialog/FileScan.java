package org.sipsleuth.dialog;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccount;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.layer.FrameDecoder;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.protocol.StreamProtocols;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.TwoStreams;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.shared.GivenMessages;
import org.sipsleuth.dialog.shared.SharedFrames;
import org.sipsleuth.dialog.stream.FoundMessage;
import org.sipsleuth.dialog.stream.MessageBatch;
import org.sipsleuth.dialog.stream.SipStream;
import org.sipsleuth.dialog.stream.StreamMemory;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// One capture file on its way into the index: its frames in order, and the account of them.
final class FileScan {

    private final int file;
    private final IndexFeed feed;
    private final CaptureFile capture;
    private final KeyLog keys;
    private final FrameReader reader;
    private final FrameDecoder decoder;
    private final FrameAccount account;
    private final Frame frame = new Frame();
    private final SipLayout layout = new SipLayout();
    private final StreamMemory streams = new StreamMemory();

    private final BitSet dialogs = new BitSet();
    private final BitSet repeats = new BitSet();
    private final long[] defects = new long[DefectKind.values().length];
    private int keyLogsTaken;
    private @Nullable GivenMessages given;
    private boolean near;
    private long overlaps;
    private long frames;
    private long repeated;
    private long messages;
    private long firstNanos;
    private long lastNanos;
    private long longestPauseNanos;

    /// Begins to read a capture.
    ///
    /// @param file its place among the files of the index
    /// @param keys open TLS; those that the capture carries are added
    /// @param feed gets its messages
    FileScan(int file, CaptureFile capture, KeyLog keys, IndexFeed feed) throws IOException {
        this.file = file;
        this.feed = feed;
        this.capture = capture;
        this.keys = keys;
        this.reader = capture.frames();
        this.account = new FrameAccount(file);
        StreamProtocols protocols = new StreamProtocols(_ -> conversation(), keys);
        this.decoder = new FrameDecoder(capture.bytes(), account, this::take, protocols);
    }

    /// Counts frames once that other files gave before, if they gave their messages too.
    ///
    /// @param messages those that the files gave
    void countOnce(GivenMessages messages) {
        given = messages;
    }

    /// Its place among the files of the index.
    int number() {
        return file;
    }

    /// How many frames were read.
    long frames() {
        return frames;
    }

    /// Goes to the next frame.
    ///
    /// @return false if there is none
    boolean next() {
        boolean more = reader.next(frame);
        List<byte[]> carried = reader.keyLogs();
        while (keyLogsTaken < carried.size()) {
            keys.add(carried.get(keyLogsTaken++), capture.path().toString());
        }
        return more;
    }

    /// The time of the frame it stands at.
    long frameNanos() {
        return frame.capturedAtNanos();
    }

    /// Looks whether another file gave the frame it stands at before. Called before [#read].
    ///
    /// @param nextNanos the time of the next frame of another file
    void compare(SharedFrames shared, long nextNanos) {
        near = shared.isNear(file, frame.capturedAtNanos(), nextNanos);
        if (near && shared.isRepeat(file, reader.timeDigits(), frame)) {
            repeated++;
            if (given != null) {
                repeats.set(frame.number());
                account.repeats(frame.number());
            }
        }
    }

    /// Gives the messages of the frame it stands at to the feed, or the frame into the account.
    void read() {
        long nanos = frame.capturedAtNanos();
        if (frames++ == 0) {
            firstNanos = nanos;
            lastNanos = nanos;
        } else if (nanos > lastNanos) {
            longestPauseNanos = Math.max(longestPauseNanos, nanos - lastNanos);
            lastNanos = nanos;
        } else {
            firstNanos = Math.min(firstNanos, nanos);
        }
        decoder.decode(frame);
    }

    /// Says that there are no more frames.
    void finish() {
        near = true; // what is given now can be of any time
        decoder.finish();
    }

    private boolean take(Packet packet) {
        int length = packet.payloadBytes();
        if (length == 0 || !SipParser.mayBegin((byte) packet.u8(0))) {
            return false;
        }
        MessageBatch batch = feed.batch();
        FoundMessage found = batch.next(length);
        MemorySegment.copy(
                packet.bytes(), packet.payloadOffset(), batch.segment(), found.from, length);
        found.offset = packet.payloadOffset();
        found.provenance = packet.isContiguous() ? null : packet.provenance();
        return keepIfSip(batch, found, packet.arrival());
    }

    /// Both directions of a connection, in which SIP is looked for.
    private Conversation conversation() {
        return new TwoStreams(
                new SipStream(streams, layout, this::take),
                new SipStream(streams, layout, this::take));
    }

    private boolean take(Arrival arrival, byte[] bytes, int from, int to, Provenance provenance) {
        MessageBatch batch = feed.batch();
        FoundMessage found = batch.next(to - from);
        System.arraycopy(bytes, from, batch.buffer(), found.from, to - from);
        found.provenance = provenance;
        if (provenance.isContiguous()) {
            Provenance.Piece only = provenance.pieces().getFirst();
            // One that had to wait for bytes before it arrived with a later frame than its own.
            if (only.frame() == arrival.frame()) {
                found.offset = only.offset();
                found.provenance = null;
            }
        }
        return keepIfSip(batch, found, arrival);
    }

    private boolean keepIfSip(MessageBatch batch, FoundMessage found, Arrival arrival) {
        found.file = file;
        boolean sip =
                SipParser.begin(
                        batch.buffer(), found.from, found.from + found.length, found.layout);
        if (sip && !isGiven(batch, found, arrival)) {
            batch.keep(arrival);
            account.gave(arrival.frame());
        }
        return sip;
    }

    /// Whether another file gave the frame of a message before, and the message.
    private boolean isGiven(MessageBatch batch, FoundMessage found, Arrival arrival) {
        return given != null
                && near
                && given.isRepeat(arrival, batch.buffer(), found.from, found.from + found.length)
                && repeats.get(arrival.frame());
    }

    /// Counts a message that the index has taken. Called by the thread that feeds the index.
    void count(int dialog, FoundMessage found) {
        messages++;
        dialogs.set(dialog);
        if (found.arrival.hasOverlap()) {
            overlaps++;
        }
        countDefects(found.layout);
    }

    /// A message counts once for each kind of defect it has.
    private void countDefects(SipLayout layout) {
        long counted = 0;
        for (int i = 0; i < layout.defectCount(); i++) {
            int kind = number(layout.defectKind(i));
            if ((counted & 1L << kind) == 0) {
                counted |= 1L << kind;
                defects[kind]++;
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // counted in memory only, and named by values()
    private static int number(DefectKind kind) {
        return kind.ordinal();
    }

    /// How far the reading is, in bytes of the capture.
    long position() {
        return reader.position();
    }

    /// How far it can come.
    long size() {
        return capture.bytes().byteSize();
    }

    MemorySegment bytes() {
        return capture.bytes();
    }

    CaptureSummary summary() {
        return new CaptureSummary(
                capture.path(),
                capture.format(),
                capture.sizeBytes(),
                reader.linkTypes().stream().map(LinkTypes::name).toList(),
                frames,
                repeated,
                messages,
                dialogs.cardinality(),
                firstNanos,
                lastNanos,
                longestPauseNanos,
                reader.timeDigits(),
                account.unread(),
                defectCounts(),
                reader.damage().or(capture::damage),
                reader.notes());
    }

    /// The most frequent first.
    private Map<String, Long> defectCounts() {
        List<Map.Entry<String, Long>> found = new ArrayList<>();
        for (DefectKind kind : DefectKind.values()) {
            found.add(Map.entry(kind.text(), defects[number(kind)]));
        }
        found.add(Map.entry(MessageTable.OVERLAP_TEXT, overlaps));
        Map<String, Long> counts = new LinkedHashMap<>();
        found.stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
