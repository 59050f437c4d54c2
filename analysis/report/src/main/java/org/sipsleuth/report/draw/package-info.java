/// Pictures of a report, off screen and in several formats.
///
/// In: lines, areas and letters, drawn with a [org.sipsleuth.report.draw.Pen]. Out: SVG, pages of
/// PDF, pixels; the window has a pen of its own. What is drawn, and where, is not known here.
@NullMarked
package org.sipsleuth.report.draw;

import org.jspecify.annotations.NullMarked;

