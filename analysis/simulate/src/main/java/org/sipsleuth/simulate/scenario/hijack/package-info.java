/// Attacks by a third host on the calls, registrations and passwords of others.
///
/// In: the settings of an attack. Out: what victims and attacker do, with its ground truth.
@NullMarked
package org.sipsleuth.simulate.scenario.hijack;

import org.jspecify.annotations.NullMarked;
