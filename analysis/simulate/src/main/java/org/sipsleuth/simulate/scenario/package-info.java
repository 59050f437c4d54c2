/// What can be played: the days, attacks and oddities that labs, tests and methods need
/// (docs/SCENARIOS.md).
///
/// In: a scenario's name and settings. Out: what its hosts do.
@NullMarked
package org.sipsleuth.simulate.scenario;

import org.jspecify.annotations.NullMarked;
