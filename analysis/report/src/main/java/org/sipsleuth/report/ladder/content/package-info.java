/// The content of drawn ladders, row by row.
///
/// In: a [org.sipsleuth.dialog.ladder.layer.LadderLayers]. Out: a
/// [org.sipsleuth.report.ladder.content.LadderContent], whose texts are harmless and which every
/// format draws.
@NullMarked
package org.sipsleuth.report.ladder.content;

import org.jspecify.annotations.NullMarked;

