package org.sipsleuth.dialog.part;

/// Takes the messages of captures one after the other, in the order of time.
@FunctionalInterface
public interface MessageConsumer {

    /// Accepts a message.
    ///
    /// @param found the message; used again
    /// @param buffer what its layout speaks of; used again
    /// @return the number of the dialog it belongs to
    int add(ExtractedMessage found, byte[] buffer);

    /// Whether the request that a response answers was accepted before; also where that does not
    /// matter.
    default boolean hasRequest(ExtractedMessage response, byte[] buffer) {
        return true;
    }
}
