package org.sipsleuth.truth;

/// The real capture among whose frames those of a simulation were put.
///
/// @param file its name, for people
/// @param sha256 the SHA-256 of the file, in lower-case hexadecimal
/// @param frames how many of its frames are there
public record BaselineFacts(String file, String sha256, long frames) {}
