/// What the window has for known and unknown dialogs, put together.
///
/// In: the open capture, its truth, the user's choice of model files. Out: the model in use, what
/// it says of the capture, and the views of both.
@NullMarked
package org.sipsleuth.app.workbench.sequence;

import org.jspecify.annotations.NullMarked;
