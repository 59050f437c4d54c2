package org.sipsleuth.transaction;

/// What the place of a capture lets see; where something is not seen, its absence proves nothing.
///
/// @param hasResponses whether at least a fifth of the requests were answered, of all or of those
///     that somebody must have answered, because they have credentials, are within a dialog or were
///     acknowledged; the latter so that a flood which nobody answers does not look like that
/// @param hasAcks false where fewer than half of at least 5 calls were acknowledged that were
///     answered and ended by their caller
/// @param hasCredentials whether any request has credentials
public record Visibility(boolean hasResponses, boolean hasAcks, boolean hasCredentials) {}
