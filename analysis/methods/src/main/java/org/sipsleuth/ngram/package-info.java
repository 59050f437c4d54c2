/// Paper 3: messages as counts of n-grams, and how far they lie from normal ones.
///
/// In: messages' bytes. Out: models of normal messages, scores (higher is more anomalous), what
/// contributes to them, and findings. The parts are packages of their own.
@NullMarked
package org.sipsleuth.ngram;

import org.jspecify.annotations.NullMarked;
