/// Everything that a scenario needs to play.
///
/// In: a seed and settings. Out: clock, network, wire and ground truth, connected.
@NullMarked
package org.sipsleuth.simulate.world;

import org.jspecify.annotations.NullMarked;
