/// The messages and dialogs of a capture that a statement rests on.
///
/// In: numbers of messages, dialogs or frames. Out: [org.sipsleuth.dialog.evidence.Evidence].
@NullMarked
package org.sipsleuth.dialog.evidence;

import org.jspecify.annotations.NullMarked;
