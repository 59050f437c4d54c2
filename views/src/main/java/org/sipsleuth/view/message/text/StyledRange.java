package org.sipsleuth.view.message.text;

/// A part of a text that is drawn in a style of its own.
///
/// @param from where it begins
/// @param to where it ends (exclusive)
/// @param style the CSS class
public record StyledRange(int from, int to, String style) {}
