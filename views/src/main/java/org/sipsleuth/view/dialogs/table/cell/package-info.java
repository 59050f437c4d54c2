/// The rows of the list of dialogs, each drawn as one: a cell for each value would cost more than
/// a frame has while pages go by.
///
/// In: a dialog or the head of a group, the columns of the table, the newest snapshot. Out: what is
/// seen, read aloud, reported in tooltips, and which column a click was on.
@NullMarked
package org.sipsleuth.view.dialogs.table.cell;

import org.jspecify.annotations.NullMarked;
