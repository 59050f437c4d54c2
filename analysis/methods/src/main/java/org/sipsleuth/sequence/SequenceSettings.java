package org.sipsleuth.sequence;

import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.training.TrainingSettings;

/// All that decides what a model becomes, besides the dialogs it is trained with.
///
/// @param training the network, and how it is trained
/// @param proportions what the dialogs are for
/// @param messages which messages belong to the sequences
/// @param unknown how unknown dialogs are distinguished from known ones
public record SequenceSettings(TrainingSettings training, Proportions proportions, MessageChoice messages,
        UnknownSettings unknown) {}
