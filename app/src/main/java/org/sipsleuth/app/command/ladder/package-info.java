/// How `sipsleuth ladder` is told what to draw.
///
/// In: options of the command line. Out: a [org.sipsleuth.dialog.ladder.LadderPlan] and a
/// [org.sipsleuth.dialog.ladder.layer.LadderLook], as the window has them.
@NullMarked
package org.sipsleuth.app.command.ladder;

import org.jspecify.annotations.NullMarked;
