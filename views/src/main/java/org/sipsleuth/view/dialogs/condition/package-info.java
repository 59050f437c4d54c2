/// What can be filtered by where the pointer is in the list of dialogs or in a ladder.
///
/// In: a cell, a message or a lifeline. Out: conditions in the language of filters, for
/// [org.sipsleuth.view.session.filter.ConditionMenu].
@NullMarked
package org.sipsleuth.view.dialogs.condition;

import org.jspecify.annotations.NullMarked;
