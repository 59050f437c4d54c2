package org.sipsleuth.sip.field;

import java.util.Optional;

/// The place of a request in its dialog (RFC 3261 §20.16).
///
/// @param number 0 … 2³¹−1
/// @param method the method of the request
public record CSeq(long number, String method) {

    /// Reads the value of the header field; empty if it has no number in range or no method.
    public static Optional<CSeq> of(String value) {
        Text text = new Text(value);
        CSeqScan scan = new CSeqScan();
        scan.read(text.bytes(), 0, text.length());
        return scan.number < 0 || scan.number > Integer.MAX_VALUE || scan.methodTo < 0 ? Optional.empty()
                : Optional.of(new CSeq(scan.number, text.part(scan.methodFrom, scan.methodTo)));
    }
}
