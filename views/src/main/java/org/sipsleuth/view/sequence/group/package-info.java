/// The list of sequences: what is unknown about each, where it left the known, who sent it.
///
/// In: the scored sequences, the threshold lines. Out: a table whose rows choose dialogs.
@NullMarked
package org.sipsleuth.view.sequence.group;

import org.jspecify.annotations.NullMarked;
