/// Tunnels: packets inside IP or UDP, and reports of packets captured elsewhere.
///
/// In: a packet behind the header of what carries the tunnel. Out: the packet inside.
@NullMarked
package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.NullMarked;
