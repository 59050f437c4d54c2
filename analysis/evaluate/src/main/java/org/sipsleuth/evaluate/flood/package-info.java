/// The figures of paper 2 (INVITE floods), and what can be reached at all.
///
/// In: simulated floods as windows of INVITE attempts. Out: tables beside the paper's
/// ([org.sipsleuth.evaluate.flood.FloodEvaluator]), each error beside the simplest alternative and
/// the one that no detector of gaps can go below ([org.sipsleuth.evaluate.flood.BestError]).
@NullMarked
package org.sipsleuth.evaluate.flood;

import org.jspecify.annotations.NullMarked;
