/// The global model: one sphere around all normal messages (paper 3, section 4.2).
///
/// In: vectors of normal messages. Out: the squared distance from the centre of the sphere, which
/// is higher for anomalous messages.
@NullMarked
package org.sipsleuth.ngram.global;

import org.jspecify.annotations.NullMarked;
