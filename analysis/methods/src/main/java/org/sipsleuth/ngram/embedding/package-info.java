/// Messages as sparse vectors: counts of byte n-grams or tokens (paper 3, section 4.1).
///
/// In: a message's bytes, what is known of its dialog. Out: a vector of counts, and where each
/// n-gram stands in the message.
@NullMarked
package org.sipsleuth.ngram.embedding;

import org.jspecify.annotations.NullMarked;
