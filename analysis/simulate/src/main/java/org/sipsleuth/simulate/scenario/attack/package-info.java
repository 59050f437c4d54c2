/// Attacks on an office, one class each.
///
/// In: the settings of an attack. Out: what its attackers do, with its ground truth.
@NullMarked
package org.sipsleuth.simulate.scenario.attack;

import org.jspecify.annotations.NullMarked;
