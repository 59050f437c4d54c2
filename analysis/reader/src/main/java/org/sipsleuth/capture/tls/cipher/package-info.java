/// The sealing of TLS records, with the ciphers of the JDK.
///
/// In: a secret and a sealed record. Out: what the record holds, if it authenticates.
@NullMarked
package org.sipsleuth.capture.tls.cipher;

import org.jspecify.annotations.NullMarked;
