package org.sipsleuth.truth;

/// The base capture into which the frames of a simulation were merged.
///
/// @param file its name, for people
/// @param sha256 the SHA-256 of the file, in lower-case hexadecimal
/// @param frames how many of its frames are there
public record BaselineFacts(String file, String sha256, long frames) {}
