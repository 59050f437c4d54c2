/// Sequences of message types aligned with the fewest edits.
///
/// In: two sequences of message types (`INVITE 100 180 200 ACK BYE 200`), any strings at all, since
/// methods come from the wire. Out: which messages match, are missing, extra or replaced, and the
/// difference as a short English phrase.
@NullMarked
package org.sipsleuth.alignment;

import org.jspecify.annotations.NullMarked;
