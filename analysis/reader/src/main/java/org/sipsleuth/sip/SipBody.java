package org.sipsleuth.sip;

import java.util.Optional;

/// The parts of a message body that the analysis uses. Offsets are those of the message.
///
/// @param offset where it begins
/// @param sdpOffset where the session description begins, which may be a part of the body
/// @param sdpEnd where that ends; the same if there is none
/// @param sdp the session description
/// @param isEncoded whether the body or a part of it is encoded, so that a session description in
///     it is not read
public record SipBody(int offset, int sdpOffset, int sdpEnd, Optional<SessionDescription> sdp, boolean isEncoded) {}
