/// The global model: one sphere around all normal messages (paper 3, section 4.2).
///
/// In: vectors of normal messages. Out: the squared distance from the sphere's centre; higher is
/// more anomalous.
@NullMarked
package org.sipsleuth.ngram.global;

import org.jspecify.annotations.NullMarked;
