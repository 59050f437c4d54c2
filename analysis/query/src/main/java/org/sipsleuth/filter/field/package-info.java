/// What filters can ask of a message: fields, their kinds and their values.
///
/// In: a message of a [org.sipsleuth.dialog.SipIndex]. Out: [org.sipsleuth.filter.field.Values] of
/// a [org.sipsleuth.filter.field.Field] that a [org.sipsleuth.filter.field.FieldCatalog] names.
/// Others add fields of dialogs by [org.sipsleuth.filter.field.DynamicField].
@NullMarked
package org.sipsleuth.filter.field;

import org.jspecify.annotations.NullMarked;
