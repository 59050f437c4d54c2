package org.sipsleuth.transaction;

/// A response that answers no request of the capture.
///
/// @param message its number in the index
/// @param source the host that sent it, as a number of the table
/// @param destination the host that it was sent to
public record StrayResponse(int message, int source, int destination) {}
