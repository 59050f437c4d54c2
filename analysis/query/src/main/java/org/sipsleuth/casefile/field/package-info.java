/// What an analyst noted of dialogs, as fields that filters ask.
///
/// In: [org.sipsleuth.casefile.DialogNotes]. Out: [org.sipsleuth.filter.field.SuppliedField]s.
@NullMarked
package org.sipsleuth.casefile.field;

import org.jspecify.annotations.NullMarked;
