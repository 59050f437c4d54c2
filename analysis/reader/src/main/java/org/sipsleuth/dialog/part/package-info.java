/// Parts of captures on their way to the index.
///
/// In: the frames of files. Out: blocks of them in a row, with what is known of each frame whatever is
/// before it, and messages in batches. Parts are joined in any grouping, and taken in their order.
@NullMarked
package org.sipsleuth.dialog.part;

import org.jspecify.annotations.NullMarked;
