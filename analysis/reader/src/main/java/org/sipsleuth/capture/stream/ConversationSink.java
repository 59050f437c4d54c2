package org.sipsleuth.capture.stream;

import org.sipsleuth.capture.Arrival;

/// Takes connections as they appear.
@FunctionalInterface
public interface ConversationSink {

    /// A connection appears.
    ///
    /// @param first its first packet: its source is the side that was seen first; used again
    Conversation open(Arrival first);
}
