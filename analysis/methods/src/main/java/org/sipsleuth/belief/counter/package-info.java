/// The observed variables, each a counter: the eight of paper 4 (§4.1), and ours.
///
/// In: [org.sipsleuth.belief.observation.TrafficEvent], message after message. Out: an
/// [org.sipsleuth.belief.network.Observation] at the end of each period.
@NullMarked
package org.sipsleuth.belief.counter;

import org.jspecify.annotations.NullMarked;
