/// The n-grams that normal messages have.
@NullMarked
package org.sipsleuth.ngram.unseen;

import org.jspecify.annotations.NullMarked;
