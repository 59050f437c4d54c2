/// The time strip: all messages over time, by class, with a brush that chooses a range.
///
/// In: an index. Out: the range of time of the selection.
@NullMarked
package org.sipsleuth.view.timestrip;

import org.jspecify.annotations.NullMarked;
