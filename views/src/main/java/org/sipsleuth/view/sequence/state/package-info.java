/// What the parts of the view of unknown dialogs share: the sequences of the capture, the threshold
/// lines, what is chosen.
///
/// In: what the model says about the capture, the truth, the selection. Out: properties.
@NullMarked
package org.sipsleuth.view.sequence.state;

import org.jspecify.annotations.NullMarked;
