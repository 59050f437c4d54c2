package org.sipsleuth.conformance;

/// One header field of a message, or its start line.
///
/// @param name the registered name, e.g. `Call-ID`; an unknown one as it is written
/// @param offset where it begins in the message, in bytes
/// @param end where it ends (exclusive), without its last line end
/// @param value the value with folded lines joined, white space around it removed; ISO 8859-1
/// @param valueOffset where the value begins in the message
record MessageField(String name, int offset, int end, String value, int valueOffset) {

    static final String START_LINE = "start line";
    static final String HEADER = "header";
    static final String BODY = "body";
    static final String SDP = "SDP";

    int length() {
        return end - offset;
    }
}
