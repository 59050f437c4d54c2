/// Words as people type them.
///
/// In: a word and all that there are. Out: those that may have been meant.
@NullMarked
package org.sipsleuth.word;

import org.jspecify.annotations.NullMarked;
