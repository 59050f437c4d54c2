/// ABNF (RFC 5234, RFC 7405) compiled into a recogniser: grammar texts and bytes come in, a
/// [org.sipsleuth.conformance.abnf.Match] with the place where the bytes break the grammar goes
/// out.
@NullMarked
package org.sipsleuth.conformance.abnf;

import org.jspecify.annotations.NullMarked;
