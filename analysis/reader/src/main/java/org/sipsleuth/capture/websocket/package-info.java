/// WebSocket (RFC 6455) with its compression (RFC 7692), as SIP uses it (RFC 7118).
///
/// In: the bytes of a connection. Out: the messages that its frames hold, each as a whole.
@NullMarked
package org.sipsleuth.capture.websocket;

import org.jspecify.annotations.NullMarked;
