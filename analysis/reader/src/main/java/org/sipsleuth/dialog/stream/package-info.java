/// SIP in byte streams.
///
/// In: the bytes of one direction of a connection, in order. Out: the messages they hold, each with
/// the frame that completed it and the pieces of the capture it came from.
@NullMarked
package org.sipsleuth.dialog.stream;

import org.jspecify.annotations.NullMarked;
