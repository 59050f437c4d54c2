/// Where in a body the session description lies: parts of multipart bodies (RFC 2046), and the
/// header fields that say what a part is (RFC 5621).
///
/// In: the bytes of a body, and the fields of its message that speak of it. Out: a range of them.
@NullMarked
package org.sipsleuth.sip.body;

import org.jspecify.annotations.NullMarked;
