/// Which dialogs the list shows, and in which order.
///
/// In: an index, words to search for, a range of time, columns to sort by. Out: the numbers of the
/// dialogs. Knows no window; all of it works on any thread, one at a time.
@NullMarked
package org.sipsleuth.view.dialogs.table.query;

import org.jspecify.annotations.NullMarked;
