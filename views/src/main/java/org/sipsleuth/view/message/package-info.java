/// One message as text.
///
/// In: an index and the number of a message in it. Out: its raw text with syntax colours, the
/// defects marked where they are. The text is hostile data: whatever cannot be shown as it is, is
/// shown by a picture, and never more than a limit of it.
@NullMarked
package org.sipsleuth.view.message;

import org.jspecify.annotations.NullMarked;
