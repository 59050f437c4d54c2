/// Compares two messages, or two dialogs.
///
/// In: the bytes of two messages, or two dialogs of an index. Out: their lines, or messages, side
/// by side, with what differs. Whatever the input, comparing ends soon: where two things are too
/// long to be compared as a whole, less is compared, and the result says so.
///
/// Described in docs/COMPARE.md.
@NullMarked
package org.sipsleuth.compare;

import org.jspecify.annotations.NullMarked;
