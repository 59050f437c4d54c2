/// The figures of the papers, ours beside them.
///
/// In: a method's name and options. Out: an [org.sipsleuth.evaluate.Evaluation] with a table for
/// each table and figure of the paper.
@NullMarked
package org.sipsleuth.evaluate;

import org.jspecify.annotations.NullMarked;
