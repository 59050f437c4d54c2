/// SIP messages (RFC 3261) read from bytes.
///
/// In: the bytes of one datagram or of one message cut from a stream. Out: where its parts lie
/// ([org.sipsleuth.sip.SipLayout], for the million), or the whole message
/// ([org.sipsleuth.sip.SipMessage], for the one somebody looks at). What is wrong with it is a
/// [org.sipsleuth.sip.ParseDefect], never an exception.
@NullMarked
package org.sipsleuth.sip;

import org.jspecify.annotations.NullMarked;
