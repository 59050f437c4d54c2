/// The parts of a ladder, drawn in the window and in every file format.
///
/// In: what a part shows, and where it is, measured by a
/// [org.sipsleuth.report.draw.TextMeasure]. Out: lines, areas and letters of a
/// [org.sipsleuth.report.draw.Pen]. Which parts are drawn, and where, is not known here: files draw
/// all rows, the window those in sight.
@NullMarked
package org.sipsleuth.report.ladder.part;

import org.jspecify.annotations.NullMarked;

