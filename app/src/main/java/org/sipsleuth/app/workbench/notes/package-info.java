/// Notes of dialogs that survive the end of the program, also a sudden one.
///
/// In: the notes of the open captures, and their SHA-256. Out: a file beside the settings, and the
/// offer to restore it.
@NullMarked
package org.sipsleuth.app.workbench.notes;

import org.jspecify.annotations.NullMarked;
