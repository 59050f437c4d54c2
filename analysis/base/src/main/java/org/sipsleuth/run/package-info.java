/// Progress and cancellation of long computations.
///
/// In: nothing. Out: [org.sipsleuth.run.RunMonitor], to which a long computation reports progress
/// and which it asks whether to go on.
@NullMarked
package org.sipsleuth.run;

import org.jspecify.annotations.NullMarked;
