/// ABNF (RFC 5234, RFC 7405) compiled into a recogniser.
///
/// In: grammar texts, and bytes. Out: a [org.sipsleuth.conformance.abnf.Match] with the place where
/// the bytes break the grammar.
@NullMarked
package org.sipsleuth.conformance.abnf;

import org.jspecify.annotations.NullMarked;
