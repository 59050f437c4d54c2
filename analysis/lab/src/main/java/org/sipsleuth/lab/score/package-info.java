/// What an answer is worth, and why.
///
/// In: a question, an answer, the key and the captures. Out: a mark, points, a sentence, evidence,
/// and the formula with the numbers of this capture.
@NullMarked
package org.sipsleuth.lab.score;

import org.jspecify.annotations.NullMarked;
