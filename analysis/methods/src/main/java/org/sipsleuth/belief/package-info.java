/// Paper 4: what traffic is, as beliefs in six classes, by a Bayes tree of eight observed
/// variables.
///
/// In: labelled periods, or tables. Out: a [org.sipsleuth.belief.BeliefModel], which scores
/// observations. Its parts: `tree` (the calculation), `table` (the file of tables), `event`,
/// `counter`, `period` (from messages to observations), `learning`, `source` (suspicious sources as
/// findings).
///
/// Described in docs/BELIEF.md.
@NullMarked
package org.sipsleuth.belief;

import org.jspecify.annotations.NullMarked;
