package org.sipsleuth.dialog.stream;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Messages on their way from the reading to the index, some hundred at a time, so that two
/// processors can work at once: one fills a batch while the other puts the last one into the index.
public final class MessageBatch {

    /// So many that handing a batch over costs nothing, so few that it stays in the cache.
    private static final int MOST_MESSAGES = 128;

    private static final int MOST_BYTES = 1 << 17;

    private final ExtractedMessage[] messages = new ExtractedMessage[MOST_MESSAGES];
    private byte[] buffer = new byte[MOST_BYTES];
    private MemorySegment segment = MemorySegment.ofArray(buffer);
    private int usedBytes;
    private int size;
    private int parsed;
    private int left;

    /// An empty batch.
    public MessageBatch() {
        SipLayout layout = new SipLayout();
        for (int i = 0; i < messages.length; i++) {
            messages[i] = new ExtractedMessage(layout.sibling());
        }
    }

    /// Whether it has no room for another message.
    public boolean isFull() {
        return size == MOST_MESSAGES || usedBytes >= MOST_BYTES;
    }

    /// Whether there is no message in it.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The next message, with room in the buffer for its bytes. It counts only after [#keep].
    public ExtractedMessage next(int length) {
        if (usedBytes + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, usedBytes + length));
            segment = MemorySegment.ofArray(buffer);
        }
        ExtractedMessage next = messages[size];
        next.from = usedBytes;
        next.length = length;
        return next;
    }

    /// Keeps the message that [#next] yielded.
    public void keep(Arrival arrival) {
        ExtractedMessage kept = messages[size++];
        kept.arrival.copy(arrival);
        usedBytes += kept.length;
    }

    /// Parses what was not parsed yet of its messages, of which [SipParser#begin] has read the
    /// start lines.
    public void parse() {
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

    /// How many messages there are.
    public int size() {
        return size;
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
    public void clear() {
        size = 0;
        left = 0;
        parsed = 0;
        usedBytes = 0;
        if (buffer.length > MOST_BYTES * 4) { // one huge message is no reason to stay huge
            buffer = new byte[MOST_BYTES];
            segment = MemorySegment.ofArray(buffer);
        }
    }
}
