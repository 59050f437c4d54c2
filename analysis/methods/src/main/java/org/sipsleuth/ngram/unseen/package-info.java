/// The n-grams that normal messages have.
///
/// In: normal messages. Out: sets of their n-grams, and the share of a message that they lack.
@NullMarked
package org.sipsleuth.ngram.unseen;

import org.jspecify.annotations.NullMarked;
