/// The sequences of message types that dialogs have, and their parts for training.
///
/// In: a [org.sipsleuth.dialog.SipIndex]. Out: [org.sipsleuth.sequence.corpus.DialogSequences] and
/// [org.sipsleuth.sequence.corpus.SequenceCorpus].
@NullMarked
package org.sipsleuth.sequence.corpus;

import org.jspecify.annotations.NullMarked;
