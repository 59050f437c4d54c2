package org.sipsleuth.fingerprint;

/// How a request is written, beyond what it says: what stays the same whatever address and name its
/// sender uses. All parts may hold words from the capture.
///
/// Identifiers (branch, Call-ID, tag) are given by their grammar: `#` for decimal digits, `x` for
/// lower-case and `X` for upper-case hexadecimal, with the length if it is 8, 12 … 32 and with `+`
/// if it is larger, `uuid`, groups with the separators between them (`#-#-#`), words within digits
/// (`#SIPpTag#`), or `t` for any other text, with the length from 10 on.
///
/// @param userAgent the value of User-Agent, or empty
/// @param method the method it was seen in
/// @param headerOrder the names of its header fields as they are spelled, in order, repeated ones
///     once, separated by commas; without those that hold credentials
/// @param via the parameters of the topmost Via in order, separated by commas, after a `:` if
///     its sender names a port
/// @param branch the grammar of its branch after the magic cookie; `!` before one without cookie
/// @param callId the grammar of the Call-ID, `@` for a host
/// @param tag the grammar of the From tag
/// @param addresses how From, To and Contact are written, separated by commas: `"` for a quoted
///     and `w` for a plain display name, a space if one follows, `<` for a URI in brackets and `:`
///     for one without
/// @param sdp the lines of the session description in order: their letter, the name of an
///     attribute, the value of `s`; repeated ones once, separated by commas
public record Fingerprint(String userAgent, String method, String headerOrder, String via, String branch, String callId,
        String tag, String addresses, String sdp) {

    /// A few words that identify the program: the known device or tool that it is nearest to, as
    /// [KnownFingerprints#shipped] has it, what it calls itself, or how it writes.
    public String describe() {
        return KnownFingerprints.shipped().describe(this);
    }
}
