package org.sipsleuth.fingerprint;

/// How a request is written, beyond what it says. All parts may hold words from the capture.
///
/// @param userAgent the value of User-Agent, or empty
/// @param method the method it was seen in
/// @param headerOrder the names of its header fields as they are spelled, in order, repeated ones
///     once, separated by commas
/// @param branch the grammar of the branch behind the magic cookie: alphabet and length
/// @param callId the grammar of the Call-ID
/// @param tag the grammar of the From tag
public record Fingerprint(
        String userAgent,
        String method,
        String headerOrder,
        String branch,
        String callId,
        String tag) {}
