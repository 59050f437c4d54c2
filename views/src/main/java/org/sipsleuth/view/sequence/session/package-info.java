/// The model of known dialogs that the window works with, and what it says about the open capture.
///
/// In: model files, the index of the open capture. Out: properties that the views listen to.
@NullMarked
package org.sipsleuth.view.sequence.session;

import org.jspecify.annotations.NullMarked;
