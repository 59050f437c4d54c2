/// The prediction of a model, message by message: which known dialog it becomes, how sure that
/// is, and what comes next.
///
/// In: the model in use, and the current message. Out: a panel, and the likely next messages. Steps
/// are computed once for a dialog, away from the JavaFX thread where that takes long, and shown
/// from immutable snapshots; a dialog that goes on is followed from where it was left.
@NullMarked
package org.sipsleuth.view.sequence.prediction;

import org.jspecify.annotations.NullMarked;
