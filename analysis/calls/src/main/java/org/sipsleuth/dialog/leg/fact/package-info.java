/// What a dialog states of the call it may be a leg of.
///
/// In: the messages of a dialog, of which the first request, its first answer and every REFER are
/// parsed. Out: [org.sipsleuth.dialog.leg.fact.CallFacts], keys and times that can be compared
/// without parsing anything again.
@NullMarked
package org.sipsleuth.dialog.leg.fact;

import org.jspecify.annotations.NullMarked;
