/// Small captures of labs: an office that has other addresses, extensions and times for each seed,
/// and what happens in it.
///
/// In: a seed. Out: a scenario for the simulator, a few thousand messages.
@NullMarked
package org.sipsleuth.lab.scenario;

import org.jspecify.annotations.NullMarked;
