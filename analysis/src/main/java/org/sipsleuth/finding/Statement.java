package org.sipsleuth.finding;

/// What a finding says. Both texts may hold words from the capture: they are data, to be escaped
/// wherever they are shown.
///
/// @param kind what the method takes it for, a word: `scan`, `stops_early`
/// @param title in a few words, without a full stop
/// @param explanation in sentences
public record Statement(String kind, String title, String explanation) {}
