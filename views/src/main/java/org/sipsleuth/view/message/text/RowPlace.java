package org.sipsleuth.view.message.text;

/// Where a row is drawn, in pixels.
///
/// @param top its upper edge
/// @param height how high it is
/// @param baseline where its letters are
record RowPlace(double top, double height, double baseline) {}
