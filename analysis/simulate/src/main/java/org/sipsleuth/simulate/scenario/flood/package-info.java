/// INVITE floods, as the paper on them has them.
///
/// In: rates and durations. Out: normal calls with floods among them.
@NullMarked
package org.sipsleuth.simulate.scenario.flood;

import org.jspecify.annotations.NullMarked;
