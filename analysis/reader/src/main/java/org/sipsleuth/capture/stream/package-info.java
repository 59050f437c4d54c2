/// Connections: what was sent over TCP, put in order, and what lies inside it.
///
/// In: segments. Out: the bytes of each direction in their order, with the pieces of the capture
/// they came from; of TLS what its keys open, of WebSocket what its frames hold.
@NullMarked
package org.sipsleuth.capture.stream;

import org.jspecify.annotations.NullMarked;
