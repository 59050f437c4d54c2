/// `sipsleuth case`: what a case contains, what is wrong with it, and its log.
///
/// In: an open case, a verification, a merge. Out: text for people and JSON for other programs.
@NullMarked
package org.sipsleuth.app.command.casefile;

import org.jspecify.annotations.NullMarked;
