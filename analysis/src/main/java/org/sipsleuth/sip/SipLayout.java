package org.sipsleuth.sip;

/// Where the parts of one message lie in a buffer. Made to be used again for the next message, so
/// that reading a million messages allocates nothing; filled by [SipParser] only.
///
/// Offsets are positions in the buffer that was parsed; a part that is absent has the offset -1.
public final class SipLayout {

    /// Whether the message is a request.
    public boolean isRequest() {
        throw new UnsupportedOperationException();
    }

    /// The status code of a response, 0 for a request.
    public int statusCode() {
        throw new UnsupportedOperationException();
    }

    /// The sequence number of CSeq, 0 … 2³¹−1 (RFC 3261 §8.1.1.5), or -1 if it is missing or no
    /// such number.
    public long cseqNumber() {
        throw new UnsupportedOperationException();
    }

    /// Whether the message has the part. A part that is present can be empty.
    public boolean has(Part part) {
        throw new UnsupportedOperationException();
    }

    /// Where the part begins, or -1.
    public int from(Part part) {
        throw new UnsupportedOperationException();
    }

    /// Where the part ends (exclusive), or -1.
    public int to(Part part) {
        throw new UnsupportedOperationException();
    }

    /// Where the message begins: after leading empty lines (RFC 3261 §7.5).
    public int messageFrom() {
        throw new UnsupportedOperationException();
    }

    /// Where the message ends (exclusive): after the body, before any surplus bytes.
    public int messageTo() {
        throw new UnsupportedOperationException();
    }

    /// How many defects were found, each kind at each place once.
    public int defectCount() {
        throw new UnsupportedOperationException();
    }

    /// What the `i`-th defect is.
    public DefectKind defectKind(int i) {
        throw new UnsupportedOperationException();
    }

    /// Where the `i`-th defect begins in the buffer.
    public int defectFrom(int i) {
        throw new UnsupportedOperationException();
    }

    /// Where the `i`-th defect ends in the buffer (exclusive).
    public int defectTo(int i) {
        throw new UnsupportedOperationException();
    }
}
