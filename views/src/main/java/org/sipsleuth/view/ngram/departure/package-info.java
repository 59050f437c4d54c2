/// What of a message departs from the RFCs.
///
/// In: departures. Out: their list, with the derivation by the grammar down to the place.
@NullMarked
package org.sipsleuth.view.ngram.departure;

import org.jspecify.annotations.NullMarked;
