package org.sipsleuth.flood.input;

/// Who an INVITE claims to be from. Numbers only say which ones are equal.
///
/// @param source the source address
/// @param from the URI of From
/// @param callId the Call-ID
/// @param contact how Contact agrees with the source, in [0, 1] ([Input#CONTACT])
public record InviteIdentity(long source, long from, long callId, float contact) {}
