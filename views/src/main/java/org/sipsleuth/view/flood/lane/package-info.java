/// The lanes of a server on one axis of time.
///
/// In: aggregated traffic, the time in view. Out: a node.
@NullMarked
package org.sipsleuth.view.flood.lane;

import org.jspecify.annotations.NullMarked;
