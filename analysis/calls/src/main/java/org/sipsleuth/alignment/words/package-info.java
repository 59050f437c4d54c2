/// What people call messages, pieces of sequences and numbers.
///
/// In: message types, any strings at all. Out: short, printable words.
@NullMarked
package org.sipsleuth.alignment.words;

import org.jspecify.annotations.NullMarked;
