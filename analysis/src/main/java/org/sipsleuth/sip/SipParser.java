package org.sipsleuth.sip;

/// Finds the parts of a SIP message in its bytes, tolerantly: whatever begins with a request line
/// or a status line is a message, and what is wrong with the rest becomes a defect.
public final class SipParser {

    private SipParser() {}

    /// Whether bytes that begin with `first` can be a SIP message at all. Costs one comparison, so
    /// that RTP is told apart before anything is copied.
    public static boolean mayBegin(byte first) {
        throw new UnsupportedOperationException();
    }

    /// Parses one message.
    ///
    /// @param buffer holds the message; never changed
    /// @param from where the datagram begins
    /// @param to where it ends (exclusive)
    /// @param layout gets the result; what it held before is gone
    /// @return whether the bytes are a SIP message; if not, the layout tells nothing
    public static boolean parse(byte[] buffer, int from, int to, SipLayout layout) {
        throw new UnsupportedOperationException();
    }
}
