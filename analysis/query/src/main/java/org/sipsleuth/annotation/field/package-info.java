/// What an analyst noted of dialogs, as fields that filters ask.
///
/// In: [org.sipsleuth.annotation.DialogNotes]. Out: [org.sipsleuth.filter.field.DynamicField]s.
@NullMarked
package org.sipsleuth.annotation.field;

import org.jspecify.annotations.NullMarked;
