/// What a capture can see: between which hosts messages were captured, and in which direction.
///
/// In: the columns of an index. Out: [org.sipsleuth.dialog.sight.Sight], which whoever wants to
/// state *no response*, *not answered* or *never* asks, and the numbers of
/// [org.sipsleuth.dialog.sight.Hosts].
@NullMarked
package org.sipsleuth.dialog.sight;

import org.jspecify.annotations.NullMarked;
