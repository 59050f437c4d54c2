package org.sipsleuth.dialog.stream;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.FrameNumbers;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.FrameDecoder;
import org.sipsleuth.capture.layer.PayloadSink;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.protocol.StreamProtocols;
import org.sipsleuth.capture.stream.StreamsOnDemand;
import org.sipsleuth.capture.stream.tcp.Withheld;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.part.Datagram;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.FrameBlock;
import org.sipsleuth.dialog.part.MessageBatch;
import org.sipsleuth.dialog.part.MessageQueue;
import org.sipsleuth.dialog.shared.DuplicateMessages;
import org.sipsleuth.sip.SipLayout;

/// Finds the messages of one capture, which may be in several files, one after the other: a message
/// that one of them begins may be completed in a later one.
public final class SipExtractor {

    /// So that the numbers of frames stay numbers, whatever the next file holds.
    private static final int MOST_FRAMES_BEFORE = 1 << 30;

    private final MessageQueue queue;
    private final Withheld withheld;
    private final FrameAccounting account;
    private final FrameNumbers numbers;
    private final FrameDecoder decoder;
    private @Nullable SipLayout layout; // once there is a stream
    private final StreamMemory streams = new StreamMemory();
    private final BitSet repeats = new BitSet();
    private @Nullable DuplicateMessages knownMessages;
    private boolean near;

    /// @param file the place of the first file among the files of the index
    /// @param bytes its bytes
    /// @param keys open TLS; may grow
    /// @param queue takes the messages
    /// @param withheld knows what waits, here and in captures that are read beside this one
    public SipExtractor(int file, FileBytes bytes, KeyLog keys, MessageQueue queue, Withheld withheld) {
        this.queue = queue;
        this.withheld = withheld;
        this.account = new FrameAccounting(file);
        this.numbers = account.numbers();
        StreamProtocols protocols = new StreamProtocols(_ -> new StreamsOnDemand(this::stream), keys);
        this.decoder = new FrameDecoder(file, bytes, account, new Datagrams(), protocols, withheld);
    }

    /// Leaves messages out that another file yielded with the same frame.
    ///
    /// @param messages those that the files yielded
    public void countOnce(DuplicateMessages messages) {
        knownMessages = messages;
    }

    /// What is known of the frame that is read next, where frames count once.
    ///
    /// @param isNear whether another file has frames near its time
    /// @param isRepeat whether another file yielded it before
    public void expect(Frame frame, boolean isNear, boolean isRepeat) {
        near = isNear;
        if (isRepeat) {
            int number = numbers.of(frame.number());
            repeats.set(number);
            account.repeats(number);
        }
    }

    /// Whether the capture may go on in another file.
    public boolean mayGoOn() {
        return numbers.newest() < MOST_FRAMES_BEFORE;
    }

    /// The capture goes on in another file.
    public void goOn(int file, FileBytes bytes) {
        decoder.goOn(file, bytes);
    }

    /// Reads a frame of the newest file, which may have been taken apart already.
    public void read(FrameBlock block, int place) {
        Frame frame = block.frame(place);
        UnreadReason reason = block.unreadReason(place);
        if (reason != null) {
            account.count(reason, 0, numbers.of(frame.number()));
        } else if (block.isLoose(place)) {
            decoder.decode(frame);
        } else {
            take(block.batch(), block.message(place), numbers.of(frame.number()));
        }
    }

    private void take(MessageBatch batch, ExtractedMessage found, int frame) {
        found.arrival.numbered(frame);
        place(found, frame);
        found.omitted = leaveOut(batch, found, found.arrival);
        if (!found.omitted) {
            account.gave(frame);
        }
        queue.add(found, batch);
    }

    /// Signals that the capture has ended.
    public void finish() {
        near = true; // what comes now can be of any time
        decoder.finish();
    }

    /// The frames that yielded no message, and what they show.
    public FrameAccounting account() {
        return account;
    }

    /// Where datagrams go.
    private final class Datagrams implements PayloadSink {

        @Override
        public boolean take(Packet packet) {
            return SipExtractor.this.take(packet);
        }

        @Override
        public boolean takesMedia() {
            return false;
        }
    }

    private boolean take(Packet packet) {
        MessageBatch batch = queue.room();
        ExtractedMessage found = Datagram.find(packet, batch);
        if (found != null) {
            place(found, packet.arrival().frame());
            keep(batch, found, packet.arrival());
        }
        return found != null;
    }

    /// A direction of a connection, in which SIP is searched for.
    private SipStream stream() {
        layout = layout == null ? new SipLayout() : layout;
        return new SipStream(streams, layout, this::accept);
    }

    private boolean accept(Arrival arrival, byte[] bytes, int from, int to, boolean isCut, Provenance provenance) {
        MessageBatch batch = queue.room();
        ExtractedMessage found = batch.next(to - from);
        System.arraycopy(bytes, from, batch.buffer(), found.from, to - from);
        found.cut = isCut;
        found.provenance = provenance;
        place(found, arrival.frame());
        if (provenance.isContiguous()) {
            Provenance.Piece only = provenance.pieces().getFirst();
            // One that had to wait for bytes before it arrived with a later frame than its own.
            if (only.file() == found.file && only.frame() == found.frame) {
                found.offset = only.offset();
                found.provenance = null;
            }
        }
        boolean isSip = Datagram.begin(batch, found);
        if (isSip) {
            keep(batch, found, arrival);
        }
        return isSip;
    }

    private void keep(MessageBatch batch, ExtractedMessage found, Arrival arrival) {
        if (!leaveOut(batch, found, arrival)) {
            batch.keep(arrival);
            account.gave(arrival.frame());
            queue.add(found, batch);
        }
    }

    private void place(ExtractedMessage found, int frame) {
        found.file = numbers.file(frame);
        found.frame = numbers.inFile(frame);
        found.late = frame != numbers.newest();
        found.withheldSinceNanos = withheld.sinceNanos();
    }

    /// Leaves a message out if another file yielded it, and both yield it in the same frame.
    ///
    /// @return whether it did
    private boolean leaveOut(MessageBatch batch, ExtractedMessage found, Arrival arrival) {
        int frame = arrival.frame();
        boolean isLate = frame != numbers.newest(); // other files may be beyond it
        if (knownMessages == null || !(near || isLate)) {
            return false;
        }
        if (isLate) {
            account.hasParts(frame);
        }
        boolean isRepeated = repeats.get(frame);
        boolean isDuplicate =
                knownMessages.isRepeat(arrival, batch.buffer(), found.from, found.from + found.length, isRepeated);
        if (isDuplicate && !isRepeated) {
            account.repeats(frame);
        }
        return isDuplicate;
    }
}
