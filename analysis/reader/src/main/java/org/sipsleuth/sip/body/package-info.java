/// Finds the session description in a body: parts of multipart bodies (RFC 2046), and the
/// header fields that describe a part (RFC 5621).
///
/// In: the bytes of a body, and the fields of its message that speak of it. Out: a range of them.
///
/// Described in docs/SIP.md.
@NullMarked
package org.sipsleuth.sip.body;

import org.jspecify.annotations.NullMarked;
