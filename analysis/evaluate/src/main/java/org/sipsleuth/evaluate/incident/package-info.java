/// Incidents against ground truth.
///
/// In: captures with ground truth beside them, and captures without attack. Out: for every attack
/// whether and how it was reported, false incidents, and what would be had for nothing.
@NullMarked
package org.sipsleuth.evaluate.incident;

import org.jspecify.annotations.NullMarked;
