/// What can be reported of a dialog: one table of fields for the window, the command line, the
/// filter and exports.
///
/// In: an index and the number of a dialog. Out: numbers and texts by the name of a
/// [org.sipsleuth.dialog.field.DialogField] or of a header field. `docs/FIELDS.md` lists them.
@NullMarked
package org.sipsleuth.dialog.field;

import org.jspecify.annotations.NullMarked;
