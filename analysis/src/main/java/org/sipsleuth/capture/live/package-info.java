/// Live capture: packets from the network into a ring of files.
///
/// In: an interface, a capture filter, and where the ring lies. Out:
/// [org.sipsleuth.capture.live.Ring], files that are read while they grow. pcap4j is known here
/// only.
@NullMarked
package org.sipsleuth.capture.live;

import org.jspecify.annotations.NullMarked;
