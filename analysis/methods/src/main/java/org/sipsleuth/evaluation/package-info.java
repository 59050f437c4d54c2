/// Evaluations: what is asked of one, and its tables and figures. The module `evaluate` makes them;
/// it is built when it is first used.
///
/// In: a method's name and an [org.sipsleuth.evaluation.EvaluationRequest]. Out: an
/// [org.sipsleuth.evaluation.Evaluation] with a table for each table and figure of the paper.
@NullMarked
package org.sipsleuth.evaluation;

import org.jspecify.annotations.NullMarked;
