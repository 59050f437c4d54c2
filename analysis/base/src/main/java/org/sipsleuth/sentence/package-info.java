/// What is stated of a capture, in no language yet, and the texts that word it.
///
/// In: keys of texts with their arguments. Out: [org.sipsleuth.sentence.Sentence], worded when it is shown.
@NullMarked
package org.sipsleuth.sentence;

import org.jspecify.annotations.NullMarked;
