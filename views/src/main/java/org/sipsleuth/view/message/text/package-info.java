/// A text that is read, not written: coloured, selectable, wrapped, of any size.
///
/// In: characters and the ranges of their styles. Out: a region that draws the rows in view, with
/// a caret, a selection and the CSS of each style. Of SIP it knows only what the styles are
/// called that are marked.
@NullMarked
package org.sipsleuth.view.message.text;

import org.jspecify.annotations.NullMarked;
