package org.sipsleuth.dialog.stream;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;

/// Takes the messages of streams as they are found.
@FunctionalInterface
public interface MessageSink {

    /// Accepts a message.
    ///
    /// @param arrival the frame that completed it; used again
    /// @param buffer holds it; used again
    /// @param from where it begins
    /// @param to where it ends (exclusive)
    /// @param isCut whether bytes that follow it were not captured
    /// @param provenance the pieces of the capture it came from
    /// @return whether it is SIP
    boolean accept(Arrival arrival, byte[] buffer, int from, int to, boolean isCut, Provenance provenance);
}
