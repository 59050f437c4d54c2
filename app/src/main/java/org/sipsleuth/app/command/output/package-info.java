/// How results get to the terminal, to a pipe or into a file.
///
/// In: rows of cells. Out: aligned text, CSV or JSON, in which no byte of a message can act as a
/// command to the terminal.
@NullMarked
package org.sipsleuth.app.command.output;

import org.jspecify.annotations.NullMarked;
