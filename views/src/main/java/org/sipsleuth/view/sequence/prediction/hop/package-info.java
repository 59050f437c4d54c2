/// What a model says of each message of a dialog on its hop: its step, how usual that is, and what
/// usually follows.
///
/// In: the novelty of a capture, a dialog. Out: immutable snapshots, worked out off the JavaFX
/// thread where that takes longer than a frame, and their words.
@NullMarked
package org.sipsleuth.view.sequence.prediction.hop;

import org.jspecify.annotations.NullMarked;
