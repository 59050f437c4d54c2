/// The options of `sipsleuth ladder`, and the file that it is drawn into.
///
/// In: options of the command line. Out: a [org.sipsleuth.dialog.ladder.LadderPlan] and a
/// [org.sipsleuth.dialog.ladder.layer.LadderStyle], as the window has them.
@NullMarked
package org.sipsleuth.app.command.ladder;

import org.jspecify.annotations.NullMarked;
