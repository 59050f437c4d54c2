/// Attacks on an office, one class each.
@NullMarked
package org.sipsleuth.simulate.scenario.attack;

import org.jspecify.annotations.NullMarked;
