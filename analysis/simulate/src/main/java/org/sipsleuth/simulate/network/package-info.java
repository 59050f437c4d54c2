/// Hosts, the paths between them, and the capture point.
///
/// In: messages and media with their destinations. Out: their arrivals, and what passes the capture
/// point.
@NullMarked
package org.sipsleuth.simulate.network;

import org.jspecify.annotations.NullMarked;
