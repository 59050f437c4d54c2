package org.sipsleuth.report.draw;

/// A picture for a page of any format.
///
/// @param title what it shows, for who cannot see it
/// @param width in units of a pen
/// @param height in the same units
public record Picture(String title, double width, double height, Drawing drawing) {}
