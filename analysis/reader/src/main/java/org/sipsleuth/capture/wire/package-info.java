/// Packets that are written, and the pcap file that holds them.
///
/// In: a payload and its flow. Out: frames with the headers of link, tunnel, IP, UDP and TCP.
@NullMarked
package org.sipsleuth.capture.wire;

import org.jspecify.annotations.NullMarked;
