/// The evaluators of the papers' figures, in the module that makes them.
///
/// In: the methods. Out: [org.sipsleuth.evaluation.Evaluators], found with `ServiceLoader`.
///
/// Described in docs/METHODS.md.
@NullMarked
package org.sipsleuth.evaluate;

import org.jspecify.annotations.NullMarked;
