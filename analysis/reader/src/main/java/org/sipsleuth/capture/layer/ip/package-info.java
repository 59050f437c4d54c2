/// IP and UDP, and the reassembly of fragments.
///
/// In: an IP packet. Out: the payload of its transport with the endpoints it went between.
@NullMarked
package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.NullMarked;
