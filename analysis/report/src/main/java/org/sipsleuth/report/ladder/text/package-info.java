/// Ladders drawn with characters.
///
/// In: a [org.sipsleuth.report.ladder.content.LadderContent]. Out: lines of text, Unicode or ASCII.
@NullMarked
package org.sipsleuth.report.ladder.text;

import org.jspecify.annotations.NullMarked;

