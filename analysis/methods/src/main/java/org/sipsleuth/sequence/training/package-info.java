/// Training of the networks that recognise known dialogs: epochs, early stopping, choice of the
/// best network.
///
/// In: unique sequences of symbols, each with how often it occurs, and settings. Out: a trained
/// [org.sipsleuth.sequence.network.Network]. Gradients come from a
/// [org.sipsleuth.sequence.training.TrainingLibrary], which is loaded on demand; accuracy is
/// measured with the network as it will run.
@NullMarked
package org.sipsleuth.sequence.training;

import org.jspecify.annotations.NullMarked;
