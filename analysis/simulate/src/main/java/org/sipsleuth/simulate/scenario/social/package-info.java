/// Half a year of the calls of a large organisation: who calls whom, and who misuses it.
///
/// In: sizes and shares of misuse. Out: calls, and who is abnormal in which way.
@NullMarked
package org.sipsleuth.simulate.scenario.social;

import org.jspecify.annotations.NullMarked;
