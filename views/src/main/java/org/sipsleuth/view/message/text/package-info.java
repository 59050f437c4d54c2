/// A text that is read, not written: coloured, selectable, wrapped, of any size.
///
/// In: characters and the ranges of their styles. Out: a region that draws the rows in sight, with
/// a caret, a selection and what CSS says of each style. Of SIP it knows only what the styles are
/// called that are marked.
@NullMarked
package org.sipsleuth.view.message.text;

import org.jspecify.annotations.NullMarked;
