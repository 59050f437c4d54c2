/// The ladder: the messages of dialogs as arrows between the hosts they went between.
///
/// In: dialogs of an index, and the selection. Out: the selection's current message. Only what is
/// in view is drawn, so that a dialog of 100,000 messages costs no more than one of ten.
@NullMarked
package org.sipsleuth.view.dialogs.ladder;

import org.jspecify.annotations.NullMarked;
