package org.sipsleuth.flood.rule;

/// A time in which enough INVITEs to a server were overdue ([OverdueInvites]).
///
/// @param fromNanos when the first of them was sent, in ns since the epoch
/// @param toNanos when the last of them was sent
/// @param knownNanos when the second of them became overdue, so that the flood was known
/// @param invites how many became overdue
public record OverdueFlood(long fromNanos, long toNanos, long knownNanos, int invites) {}
