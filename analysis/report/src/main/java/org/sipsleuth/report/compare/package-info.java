/// Comparisons as text, side by side.
///
/// In: a comparison of two messages or two dialogs. Out: two columns with a sign between them,
/// wrapped to a width, in which no byte of a message acts as a command.
@NullMarked
package org.sipsleuth.report.compare;

import org.jspecify.annotations.NullMarked;

