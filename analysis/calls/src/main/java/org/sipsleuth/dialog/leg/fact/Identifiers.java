package org.sipsleuth.dialog.leg.fact;

/// What identifies a dialog or the session it belongs to, as [Keys].
///
/// @param callId its own Call-ID
/// @param named value of a header field that names another Call-ID
/// @param localSession the first UUID of Session-ID in the request (RFC 7989, RFC 7329)
/// @param remoteSession the other one's, from the request or its answer
/// @param charging the icid of P-Charging-Vector (RFC 7315 §5.6)
public record Identifiers(long callId, long named, long localSession, long remoteSession, long charging) {

    /// Whether the session is named by this UUID.
    public boolean hasSession(long uuid) {
        return uuid != Keys.NONE && (uuid == localSession || uuid == remoteSession);
    }
}
