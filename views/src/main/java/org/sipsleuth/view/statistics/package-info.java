/// The page of statistics: a capture, or what is chosen of it, in numbers.
///
/// In: the index, the selection. Out: the selection: every number opens the dialogs behind it.
/// What the numbers mean stands in `docs/STATISTICS.md`.
@NullMarked
package org.sipsleuth.view.statistics;

import org.jspecify.annotations.NullMarked;
