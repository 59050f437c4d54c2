/// The page of anomalous messages (paper 3): which messages are unlike normal ones, which bytes
/// make them so, and which rule of the grammar is broken there.
///
/// In: what the n-gram detector found. Out: a page.
@NullMarked
package org.sipsleuth.view.ngram;

import org.jspecify.annotations.NullMarked;
