/// The eight observed variables of paper 4, each a counter (§4.1).
///
/// In: [org.sipsleuth.belief.observation.TrafficEvent], message after message. Out: an
/// [org.sipsleuth.belief.network.Observation] at the end of each period.
@NullMarked
package org.sipsleuth.belief.counter;

import org.jspecify.annotations.NullMarked;
