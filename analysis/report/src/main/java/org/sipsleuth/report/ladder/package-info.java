/// Ladders as files: SVG, PDF, PNG and text, always of all rows.
///
/// In: a [org.sipsleuth.report.ladder.LadderContent], the content of each row, and a
/// title that names the evidence. Out: documents that are written as they are drawn, or page by
/// page, so that their length is not bounded by memory. One painter draws for all formats, of the
/// parts in [org.sipsleuth.report.ladder.part] that the window draws too.
///
/// Described in docs/EXPORT.md.
@NullMarked
package org.sipsleuth.report.ladder;

import org.jspecify.annotations.NullMarked;
