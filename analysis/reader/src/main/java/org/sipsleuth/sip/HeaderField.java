package org.sipsleuth.sip;

/// One header field of a message.
///
/// @param name the name as written, e.g. `i`
/// @param canonicalName the registered name, e.g. `Call-ID`; an unknown name as written
/// @param value the value with folded lines joined by one space and white space around it
/// removed
/// @param offset the start of the field in the message, in bytes
/// @param length its bytes, all of its folded lines and the last line's end included
public record HeaderField(String name, String canonicalName, String value, int offset, int length) {}
