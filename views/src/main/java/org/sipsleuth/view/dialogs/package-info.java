/// The dialogs of a capture: a list to search and sort, beside it the ladder of what is chosen
/// and the raw text of one message.
///
/// In: whole snapshots of the index, and the selection. Out: the selection. A list of a million
/// dialogs is an array of their numbers; texts are asked of the index for the rows in view.
@NullMarked
package org.sipsleuth.view.dialogs;

import org.jspecify.annotations.NullMarked;
