/// Which header fields normal messages have together, and how long these are.
///
/// In: messages' bytes. Out: a set of header names never seen for the method or status, and fields
/// longer than any seen.
@NullMarked
package org.sipsleuth.ngram.header;

import org.jspecify.annotations.NullMarked;
