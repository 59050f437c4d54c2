/// Two dialogs that may be legs of one call, compared with the traffic around them.
///
/// In: the facts of all dialogs. Out: [org.sipsleuth.dialog.leg.pair.LegPair], two of them with the
/// host between them, and [org.sipsleuth.dialog.leg.pair.Traffic], which states how often something
/// that two legs share is shared by chance.
@NullMarked
package org.sipsleuth.dialog.leg.pair;

import org.jspecify.annotations.NullMarked;
