package org.sipsleuth.simulate.message;

/// What a message carries.
///
/// @param type `application/sdp` and the like
public record Body(String type, String text) {}
