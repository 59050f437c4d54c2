/// The local model: the nearest normal messages (paper 3, section 4.2).
///
/// In: vectors of normal messages. Out: the distance to the nearest ones, less the distances among
/// them; higher is more anomalous.
@NullMarked
package org.sipsleuth.ngram.local;

import org.jspecify.annotations.NullMarked;
