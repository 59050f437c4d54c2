/// What a capture, or a part of it, looks like in numbers.
///
/// In: an index and a [org.sipsleuth.dialog.statistics.StatisticsScope]. Out: one immutable
/// [org.sipsleuth.dialog.statistics.Statistics], among it the metrics of RFC 6076, and for each of
/// its figures the dialogs behind it. `docs/STATISTICS.md` defines every number.
@NullMarked
package org.sipsleuth.dialog.statistics;

import org.jspecify.annotations.NullMarked;
