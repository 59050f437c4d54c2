package org.sipsleuth.truth;

/// The capture that a truth speaks of.
///
/// @param sha256 the SHA-256 of the file, in lower-case hexadecimal
/// @param bytes how long the file is
/// @param frames how many frames it has
/// @param messages how many simulated messages it has
/// @param dialogs how many simulated dialogs
public record CaptureFacts(String sha256, long bytes, long frames, long messages, long dialogs) {}
