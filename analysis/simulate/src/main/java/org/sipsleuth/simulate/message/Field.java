package org.sipsleuth.simulate.message;

/// A header field that no element needs to look into by itself, such as `Expires: 3600`.
///
/// @param name as it is written in full
public record Field(String name, String value) {}
