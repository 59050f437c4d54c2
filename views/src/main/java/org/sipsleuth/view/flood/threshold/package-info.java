/// The threshold of a network: what it flags, what that would mean, and how good it can be.
///
/// In: the traffic of a server. Out: counts for any threshold, a picture of all of them.
@NullMarked
package org.sipsleuth.view.flood.threshold;

import org.jspecify.annotations.NullMarked;
