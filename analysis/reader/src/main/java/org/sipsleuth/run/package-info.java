/// How long work is watched and stopped.
///
/// In: nothing. Out: [org.sipsleuth.run.RunMonitor], which a long computation tells how far it is
/// and asks whether to go on.
@NullMarked
package org.sipsleuth.run;

import org.jspecify.annotations.NullMarked;
