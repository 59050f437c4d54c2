/// What the counters need to know of each message, read once.
///
/// In: a [org.sipsleuth.dialog.SipIndex]. Out: [org.sipsleuth.belief.observation.TrafficEvents],
/// columns with the source, the destination and the opened ports of each message, and their
/// messages grouped by source ([org.sipsleuth.belief.observation.EventGroups]).
@NullMarked
package org.sipsleuth.belief.observation;

import org.jspecify.annotations.NullMarked;
