/// What the n-grams of a message contribute to its score.
///
/// In: a message and what it was compared with. Out: a value for each n-gram, byte and header field
/// that add up to the score.
@NullMarked
package org.sipsleuth.ngram.contribution;

import org.jspecify.annotations.NullMarked;
