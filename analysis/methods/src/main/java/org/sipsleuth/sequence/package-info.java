/// Known and unknown dialogs (paper 1): which known dialog a sequence of message types is or is
/// becoming, and whether such a dialog was ever seen before.
///
/// In: the dialogs of a [org.sipsleuth.dialog.SipIndex]. Out: a
/// [org.sipsleuth.sequence.SequenceModel] from training, and from a model scores, predictions
/// message by message, groups of unknown dialogs, findings.
@NullMarked
package org.sipsleuth.sequence;

import org.jspecify.annotations.NullMarked;
