/// Virtual time, and chance that comes out the same on every machine.
///
/// In: a seed, and events with their times. Out: events in the order of time, random draws.
@NullMarked
package org.sipsleuth.simulate.clock;

import org.jspecify.annotations.NullMarked;
