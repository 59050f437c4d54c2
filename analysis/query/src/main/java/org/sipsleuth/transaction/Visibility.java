package org.sipsleuth.transaction;

/// What the place of a capture lets see; where something is not seen, its absence proves nothing.
///
/// @param hasResponses whether at least a fifth of the requests were answered
/// @param hasAcks whether calls that were answered and ended by their caller were acknowledged,
///     most of them
/// @param hasCredentials whether any request has credentials
public record Visibility(boolean hasResponses, boolean hasAcks, boolean hasCredentials) {}
