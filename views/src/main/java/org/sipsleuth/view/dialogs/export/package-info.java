/// The ladder that is shown, handed out: as a file, as a picture, as text.
///
/// In: the ladder with all its rows, as the user arranged it. Out: files of
/// [org.sipsleuth.report.ladder], and the clipboard. Long writing shows how far it is and can be
/// stopped.
@NullMarked
package org.sipsleuth.view.dialogs.export;

import org.jspecify.annotations.NullMarked;
