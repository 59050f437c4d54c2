package org.sipsleuth.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sipsleuth.capture.stream.tcp.Withheld;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.MessageBatch;
import org.sipsleuth.dialog.part.MessagePortion;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Puts messages that were recorded in another order than that of their times into that order.
///
/// Several queues of a network card, `mergecap` and two probes record a response up to some
/// milliseconds before its request; reports (HEP) come as their senders send them, each with its
/// own time. A message therefore waits until one is read that is so much later that none before it
/// can follow, or until too many wait. Of two probes whose clocks differ, a response can have the
/// earlier time: its request comes first if it waits as well.
///
/// A message of a TCP stream can be known long after its time, when bytes before it are given up
/// that were not captured. Those that come meanwhile wait for it as long as it may still come, and
/// it moves to its place.
///
/// What else is later than that keeps the place in which it was recorded: the clock went back. The order
/// depends on the messages alone, not on how they are batched. Cost: that of a message does not
/// depend on how many there are. Used by one thread at a time.
final class MessageOrder {

    /// How much later than others a message may be recorded.
    static final long WINDOW_NANOS = 50_000_000L;

    /// The same of a report: agents send what they kept while the collector was away.
    static final long REPORT_WINDOW_NANOS = 60_000_000_000L;

    /// So many wait at most, which are some MB with the batches they are in.
    private static final int MOST_WAITING = 4_096;

    private static final long MOST_WAITING_BYTES = 1 << 23;

    /// Those that wait in more batches than that are moved together, once in so many portions: to
    /// parse them again costs no more than to parse those that came meanwhile.
    private static final int MOST_BATCHES = 32;

    private static final int PORTIONS_BETWEEN_MOVES = 32;

    /// Where more wait, to look for a request among them costs more than to ask whether it is
    // known.
    private static final int MANY = 16;

    private static final int MOST_LOOKED_AT = 512;

    private static final String REPORT_LAYER = "HEP";

    /// Takes messages in their order.
    interface Target {

        /// Whether the request that a response answers was taken before, or cannot be known.
        boolean hasRequest(ExtractedMessage response, byte[] buffer);

        /// Takes the next message.
        void add(ExtractedMessage message, byte[] buffer);
    }

    private final Target target;
    private final Supplier<MessageBatch> empty;
    private final Consumer<MessageBatch> done;
    private int portions;
    private ExtractedMessage[] messages = new ExtractedMessage[256];
    private MessageBatch[] batches = new MessageBatch[messages.length];
    private int from;
    private int to;
    private long bytes;
    private long withheldSince = Withheld.NOTHING;
    private long latest = Long.MIN_VALUE;
    private long latestReport = Long.MIN_VALUE;
    private List<String> lastLayers = List.of();
    private boolean isLastReport;

    /// @param empty yields empty batches
    /// @param done gets batches of which no message waits any more
    MessageOrder(Target target, Supplier<MessageBatch> empty, Consumer<MessageBatch> done) {
        this.target = target;
        this.empty = empty;
        this.done = done;
    }

    /// Takes the parsed messages of a portion, and hands on those whose turn has come.
    void take(MessagePortion portion) {
        for (int i = 0; i < portion.size(); i++) {
            ExtractedMessage message = portion.message(i);
            if (message.omitted) {
                leave(portion.batch(i));
            } else {
                take(message, portion.batch(i));
            }
        }
        if (++portions % PORTIONS_BETWEEN_MOVES == 0 && isScattered()) {
            gather();
        }
    }

    /// Whether those that wait are in many batches, each of which stays as long as one of them waits.
    @SuppressWarnings("ReferenceEquality") // the same batch, not an equal one
    private boolean isScattered() {
        int changes = 0;
        for (int i = from + 1; i < to; i++) {
            changes += batches[i] == batches[i - 1] ? 0 : 1;
        }
        return changes > MOST_BATCHES;
    }

    /// Moves those that wait into batches of their own.
    private void gather() {
        MessageBatch batch = empty.get();
        for (int i = from; i < to; i++) {
            if (batch.isFull()) {
                batch.parse();
                batch = empty.get();
            }
            MessageBatch before = batches[i];
            messages[i] = batch.adopt(messages[i], before.buffer());
            batches[i] = batch;
            leave(before);
        }
        batch.parse();
    }

    /// Hands on all that wait: nothing follows, or nothing that may be before them.
    void flush() {
        while (from < to) {
            handOnFirst();
        }
    }

    private void take(ExtractedMessage message, MessageBatch batch) {
        long nanos = message.arrival.capturedAtNanos();
        boolean isReport = isReport(message);
        withheldSince = message.withheldSinceNanos;
        boolean isBack = isReport ? nanos < latestReport - REPORT_WINDOW_NANOS : nanos < latest - WINDOW_NANOS;
        if (isBack && !message.late) {
            flush();
            latest = isReport ? latest : nanos;
            latestReport = isReport ? nanos : latestReport;
        }
        latest = isReport ? latest : Math.max(latest, nanos);
        latestReport = isReport ? Math.max(latestReport, nanos) : latestReport;
        insert(message, batch, nanos);
        while (from < to && isDue(messages[from])) {
            handOnFirst();
        }
    }

    private boolean isDue(ExtractedMessage first) {
        long window = isReport(first) ? REPORT_WINDOW_NANOS : WINDOW_NANOS;
        long nanos = first.arrival.capturedAtNanos();
        boolean isOver = Math.max(latest, latestReport) - nanos > window && nanos < withheldSince;
        return isOver || to - from > MOST_WAITING || bytes > MOST_WAITING_BYTES;
    }

    private boolean isReport(ExtractedMessage message) {
        List<String> layers = message.arrival.layers();
        if (!layers.equals(lastLayers)) { // mostly the same list
            lastLayers = layers;
            isLastReport = layers.stream().anyMatch(layer -> layer.startsWith(REPORT_LAYER));
        }
        return isLastReport;
    }

    private void insert(ExtractedMessage message, MessageBatch batch, long nanos) {
        if (to == messages.length) {
            makeRoom();
        }
        int at = to++;
        while (at > from && messages[at - 1].arrival.capturedAtNanos() > nanos) {
            messages[at] = messages[at - 1];
            batches[at] = batches[at - 1];
            at--;
        }
        messages[at] = message;
        batches[at] = batch;
        bytes += message.length;
    }

    private void makeRoom() {
        int waiting = to - from;
        boolean isFull = waiting > messages.length / 2;
        ExtractedMessage[] moved = isFull ? new ExtractedMessage[2 * messages.length] : messages;
        MessageBatch[] movedBatches = isFull ? new MessageBatch[moved.length] : batches;
        System.arraycopy(messages, from, moved, 0, waiting);
        System.arraycopy(batches, from, movedBatches, 0, waiting);
        messages = moved;
        batches = movedBatches;
        from = 0;
        to = waiting;
    }

    private void handOnFirst() {
        ExtractedMessage first = messages[from];
        if (!first.layout.isRequest() && to - from > 1) {
            int request = requestOf(first, batches[from].buffer());
            if (request > from) {
                handOn(request);
            }
        }
        handOn(from);
    }

    private void handOn(int at) {
        ExtractedMessage message = messages[at];
        MessageBatch batch = batches[at];
        System.arraycopy(messages, from, messages, from + 1, at - from);
        System.arraycopy(batches, from, batches, from + 1, at - from);
        from++;
        bytes -= message.length;
        target.add(message, batch.buffer());
        leave(batch);
    }

    private void leave(MessageBatch batch) {
        if (batch.isLastToLeave()) {
            done.accept(batch);
        }
    }

    /// The place of the request of a response among those that wait, or -1 if it is not there, or
    /// not needed.
    private int requestOf(ExtractedMessage response, byte[] buffer) {
        SipLayout layout = response.layout;
        boolean isNamed = layout.has(Part.CALL_ID) && layout.has(Part.CSEQ_METHOD) && layout.has(Part.BRANCH);
        if (!isNamed || (to - from > MANY && target.hasRequest(response, buffer))) {
            return -1;
        }
        long end = response.arrival.capturedAtNanos() + WINDOW_NANOS;
        int last = Math.min(to, from + MOST_LOOKED_AT);
        for (int i = from + 1; i < last && messages[i].arrival.capturedAtNanos() <= end; i++) {
            if (messages[i].layout.isRequest() && messages[i].layout.cseqNumber() == layout.cseqNumber()
                    && isSame(Part.BRANCH, Part.BRANCH, response, buffer, i)
                    && isSame(Part.CALL_ID, Part.CALL_ID, response, buffer, i)
                    && isSame(Part.CSEQ_METHOD, Part.METHOD, response, buffer, i)) {
                return target.hasRequest(response, buffer) ? -1 : i;
            }
        }
        return -1;
    }

    private boolean isSame(Part part, Part other, ExtractedMessage response, byte[] buffer, int request) {
        SipLayout layout = response.layout;
        SipLayout its = messages[request].layout;
        return its.has(other) && Arrays.equals(buffer, layout.from(part), layout.to(part), batches[request].buffer(),
                its.from(other), its.to(other));
    }
}
