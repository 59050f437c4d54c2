/// A message in the colours of the heat map, beside the nearest normal one.
///
/// In: the bytes of both, what each byte adds to the score. Out: a control, the byte that is
/// chosen.
@NullMarked
package org.sipsleuth.view.ngram.message;

import org.jspecify.annotations.NullMarked;
