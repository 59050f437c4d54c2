/// The periods at whose ends beliefs are formed.
///
/// In: [org.sipsleuth.belief.observation.TrafficEvents]. Out:
/// [org.sipsleuth.belief.period.Periods], each with the values of the variables and the messages
/// behind them; of each source, or of all.
@NullMarked
package org.sipsleuth.belief.period;

import org.jspecify.annotations.NullMarked;
