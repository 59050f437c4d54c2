/// The grammar of filters: Wireshark's display filters, as far as it applies to SIP messages.
///
/// In: the text of a filter. Out: [org.sipsleuth.filter.syntax.Expression], or a
/// [org.sipsleuth.filter.syntax.FilterSyntaxException] that says where the text is wrong. Knows no
/// fields: what a word means is for the compiler.
@NullMarked
package org.sipsleuth.filter.syntax;

import org.jspecify.annotations.NullMarked;
