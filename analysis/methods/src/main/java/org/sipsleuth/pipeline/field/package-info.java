/// What models say of dialogs, as fields that filters ask.
///
/// In: findings, scores. Out: [org.sipsleuth.filter.field.DynamicField]s, whose names are there
/// before anything is known, so that a filter can be typed.
@NullMarked
package org.sipsleuth.pipeline.field;

import org.jspecify.annotations.NullMarked;
