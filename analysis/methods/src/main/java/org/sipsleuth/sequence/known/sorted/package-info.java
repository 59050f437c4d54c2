/// Sequences as numbers in lexicographic order, and what is quick to find among them.
///
/// In: sequences of message types. Out: their ranks and common prefixes, the most frequent within a
/// range of ranks, edit distances from one to all.
@NullMarked
package org.sipsleuth.sequence.known.sorted;

import org.jspecify.annotations.NullMarked;
