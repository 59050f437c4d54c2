package org.sipsleuth.dialog.part;

/// Some messages in a row, of one batch or several, on their way to the thread that puts them into the
/// index.
public final class MessagePortion {

    /// So many that handing them over costs nothing, so few that they stay in the cache.
    private static final int MOST_MESSAGES = 128;

    private static final int MOST_BYTES = 1 << 17;

    private final ExtractedMessage[] messages = new ExtractedMessage[MOST_MESSAGES];
    private final MessageBatch[] batches = new MessageBatch[MOST_MESSAGES];
    private int size;
    private int octets;

    /// Adds the next message.
    public void add(ExtractedMessage message, MessageBatch batch) {
        messages[size] = message;
        batches[size++] = batch;
        octets += message.length;
    }

    /// Whether it has to be handed over.
    public boolean isFull() {
        return size == MOST_MESSAGES || octets >= MOST_BYTES;
    }

    /// How many messages there are.
    public int size() {
        return size;
    }

    /// One of them, from 0.
    public ExtractedMessage message(int i) {
        return messages[i];
    }

    /// The batch that it is in.
    public MessageBatch batch(int i) {
        return batches[i];
    }

    /// Parses what was not parsed yet in their batches. Any thread may do that once nobody fills
    /// them.
    @SuppressWarnings("ReferenceEquality") // mostly that of the message before
    public void parse() {
        MessageBatch last = null;
        for (int i = 0; i < size; i++) {
            if (batches[i] != last) {
                last = batches[i];
                last.parse();
            }
        }
    }

    /// Forgets all messages.
    public void clear() {
        size = 0;
        octets = 0;
    }
}
