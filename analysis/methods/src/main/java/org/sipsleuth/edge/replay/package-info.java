/// What a protected border would have done with the messages of a capture (paper 3, sections 3
/// and 5).
///
/// In: [org.sipsleuth.edge.traffic.BorderTraffic], what scanners know of messages, settings. Out:
/// a [ReplayResult]: the outcome of every message, calls completed, queue and waiting time.
///
/// Described in docs/EDGE.md.
@NullMarked
package org.sipsleuth.edge.replay;

import org.jspecify.annotations.NullMarked;
