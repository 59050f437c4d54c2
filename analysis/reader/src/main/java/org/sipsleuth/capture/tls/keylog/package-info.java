/// Key logs: the secrets that programs write down so that their TLS can be read.
///
/// In: the file that `SSLKEYLOGFILE` names, also while it grows, or the secrets of a pcapng file.
/// Out: the secret of a session.
@NullMarked
package org.sipsleuth.capture.tls.keylog;

import org.jspecify.annotations.NullMarked;
