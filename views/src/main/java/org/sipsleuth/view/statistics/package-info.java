/// The page of statistics: a capture, or what is chosen of it, in numbers.
///
/// In: the index, the selection. Out: the selection: every number opens the dialogs behind it.
/// `docs/STATISTICS.md` defines the figures.
@NullMarked
package org.sipsleuth.view.statistics;

import org.jspecify.annotations.NullMarked;
