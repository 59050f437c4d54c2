/// Queue, waiting time and drops over time.
///
/// In: replays with and without protection. Out: three lanes on one time axis.
@NullMarked
package org.sipsleuth.view.edge.time;

import org.jspecify.annotations.NullMarked;
