/// What connections carry: plain text, TLS, WebSocket.
///
/// In: connections. Out: the connections inside of them with their encapsulation, for the
/// reader of messages.
@NullMarked
package org.sipsleuth.capture.protocol;

import org.jspecify.annotations.NullMarked;
