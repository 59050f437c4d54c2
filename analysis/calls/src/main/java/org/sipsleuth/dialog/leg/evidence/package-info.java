/// What speaks for two dialogs being legs of one call, a class for each kind.
///
/// In: a pair of dialogs and the traffic around them. Out: a weight for each kind of
/// [org.sipsleuth.dialog.leg.evidence.Evidence], and what it rests on in words.
@NullMarked
package org.sipsleuth.dialog.leg.evidence;

import org.jspecify.annotations.NullMarked;
