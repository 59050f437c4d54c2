package org.sipsleuth.capture.log;

import java.util.Optional;
import org.sipsleuth.capture.account.UnreadReason;

/// Takes what is found in a log, in its order.
interface LogSink {

    /// A message.
    ///
    /// @param head what the log states of it
    /// @param offset of its first byte in the log
    /// @param end of its last line in the log
    /// @param bytes the message
    /// @param missing how many bytes of it the log does not have
    void message(LogHead head, long offset, long end, byte[] bytes, long missing);

    /// Lines that yield no message.
    void unread(UnreadReason reason, long offset, long end);

    /// The time of an entry of the log that is no message.
    void time(Optional<LogClock.Stated> stated);
}
