package org.sipsleuth.dialog.part;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// The bytes of some messages on their way from the reading to the index, so that several processors
/// can work at once: one fills a batch while others parse it or put it into the index.
public final class MessageBatch {

    private static final int MOST_MESSAGES = 128;
    private static final int FULL_BYTES = 1 << 17;
    private static final int MOST_BYTES = 1 << 19;

    private static final int LEAST_BYTES = 1 << 12;

    private ExtractedMessage[] messages = new ExtractedMessage[0];
    private byte[] buffer = new byte[0];
    private MemorySegment segment = MemorySegment.ofArray(buffer);
    private int usedBytes;
    private int size;
    private int parsed;
    private int left;

    /// Whether it has enough to be handed over.
    public boolean isFull() {
        return size >= MOST_MESSAGES || usedBytes >= FULL_BYTES;
    }

    /// Whether there is no message in it.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The next message, with room in the buffer for its bytes. It counts only after [#keep].
    public ExtractedMessage next(int length) {
        if (usedBytes + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.max(LEAST_BYTES, buffer.length * 2), usedBytes + length));
            segment = MemorySegment.ofArray(buffer);
        }
        if (size == messages.length) {
            makeRoom();
        }
        ExtractedMessage next = messages[size];
        next.from = usedBytes;
        next.length = length;
        next.omitted = false;
        return next;
    }

    private void makeRoom() {
        messages = Arrays.copyOf(messages, Math.max(8, 2 * size));
        for (int i = size; i < messages.length; i++) {
            messages[i] = new ExtractedMessage(i == 0 ? new SipLayout() : messages[0].layout.sibling());
        }
    }

    /// Keeps the message that [#next] yielded.
    ///
    /// @return its number
    public int keep(Arrival arrival) {
        ExtractedMessage kept = messages[size];
        kept.arrival.copy(arrival);
        usedBytes += kept.length;
        return size++;
    }

    /// Takes over a message of another batch.
    ///
    /// @param from the buffer of that
    /// @return the message in this batch; [#parse] completes it
    public ExtractedMessage adopt(ExtractedMessage other, byte[] from) {
        ExtractedMessage mine = next(other.length);
        System.arraycopy(from, other.from, buffer, mine.from, other.length);
        mine.copy(other);
        Datagram.begin(this, mine);
        keep(other.arrival);
        return mine;
    }

    /// Parses what was not parsed yet of its messages, of which [SipParser#begin] has read the
    /// start lines. Any thread may do that once all messages are in it.
    public synchronized void parse() {
        for (; parsed < size; parsed++) {
            SipParser.completeParts(buffer, messages[parsed].layout);
        }
    }

    /// Holds the bytes of all its messages.
    public byte[] buffer() {
        return buffer;
    }

    /// The buffer once more: copying from a file into this is less work than into an array.
    public MemorySegment segment() {
        return segment;
    }

    /// The message with this number.
    public ExtractedMessage get(int i) {
        return messages[i];
    }

    /// Counts a message that is not needed any more.
    ///
    /// @return whether it was the last one
    public boolean isLastToLeave() {
        return ++left == size;
    }

    /// Forgets all messages.
    public synchronized void clear() {
        size = 0;
        left = 0;
        parsed = 0;
        usedBytes = 0;
        if (buffer.length > MOST_BYTES) { // one huge message is no reason to stay huge
            buffer = new byte[LEAST_BYTES];
            segment = MemorySegment.ofArray(buffer);
        }
    }
}
