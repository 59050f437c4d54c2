/// What connections carry: plain text, TLS, WebSocket.
///
/// In: connections. Out: the connections that lie inside of them, for the reader of messages, who
/// is told over what they came.
@NullMarked
package org.sipsleuth.capture.protocol;

import org.jspecify.annotations.NullMarked;
