/// Live capture: packets from the network, or the HEP reports of servers, into a ring of files, and
/// the index of its content.
///
/// In: an interface and a capture filter, or an address to receive reports at, and the directory of
/// the ring. Out:
/// [org.sipsleuth.live.Ring], files that are read while they grow, and
/// [org.sipsleuth.live.LiveIndex], which follows them.
/// pcap4j is used here only.
@NullMarked
package org.sipsleuth.live;

import org.jspecify.annotations.NullMarked;
