/// What a model says along a dialog, message by message, apart from any window.
///
/// In: an index, a dialog, a model. Out: immutable snapshots of the steps, as far as they are
/// worked out. A dialog that goes on is followed from where it was left.
@NullMarked
package org.sipsleuth.view.sequence.prediction.course;

import org.jspecify.annotations.NullMarked;
