/// Completion of filters, and filters made from what is shown.
///
/// In: an unfinished filter with a caret; a field with the value that a message has of it. Out:
/// [org.sipsleuth.filter.complete.Proposals]; the text of a filter that fits that message.
@NullMarked
package org.sipsleuth.filter.complete;

import org.jspecify.annotations.NullMarked;
