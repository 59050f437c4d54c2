/// Packets: a payload and two sockets in, frames with the headers of link, tunnel, IP, UDP and TCP
/// out.
@NullMarked
package org.sipsleuth.simulate.wire.packet;

import org.jspecify.annotations.NullMarked;
