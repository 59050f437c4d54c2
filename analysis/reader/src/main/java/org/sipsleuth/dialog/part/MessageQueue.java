package org.sipsleuth.dialog.part;

/// Takes messages in the order in which they are found.
public interface MessageQueue {

    /// The batch that a message goes into which is found now, and has not been put into another.
    MessageBatch room();

    /// The next message is one of a batch, which is not filled any further or is [#room].
    void add(ExtractedMessage message, MessageBatch batch);
}
