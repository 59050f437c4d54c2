/// TLS 1.2 (RFC 5246) and 1.3 (RFC 8446), opened with keys that one of its sides wrote down. All
/// ciphers are those of the JDK.
///
/// In: the bytes of a connection, and a key log. Out: the bytes that were sealed.
@NullMarked
package org.sipsleuth.capture.tls;

import org.jspecify.annotations.NullMarked;
