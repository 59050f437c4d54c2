/// Rows of cells as aligned text, CSV, JSON or JSON Lines.
///
/// In: columns and cells. Out: lines in which no byte of a message can act as a command to the
/// terminal.
@NullMarked
package org.sipsleuth.report.rows;

import org.jspecify.annotations.NullMarked;
