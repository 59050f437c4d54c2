/// Packets that are written: a payload and its flow in, frames with the headers of link, tunnel,
/// IP, UDP and TCP out, and the pcap file they stand in.
@NullMarked
package org.sipsleuth.capture.wire;

import org.jspecify.annotations.NullMarked;
