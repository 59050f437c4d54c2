package org.sipsleuth.view.sequence.model;

import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.training.TrainingSettings;

/// What the user chose for a training.
///
/// @param name display name of the model
/// @param licence the terms under which the traffic may be used
/// @param isRecurrent whether the network is an LSTM, else a CNN
/// @param epochs after how many it ends at the latest
/// @param patience after how many without a smaller loss it ends
/// @param seed of all that is drawn
/// @param isSplit whether dialogs are kept for validation and test, as in the paper
/// @param keepsRepeats whether groups of messages that come again and again all count
record TrainingChoice(String name, String licence, boolean isRecurrent, int epochs, int patience, long seed,
        boolean isSplit, boolean keepsRepeats) {

    /// What is chosen at first.
    static final TrainingChoice STANDARD = new TrainingChoice("", "not stated", false, 400, 60, 1, false, false);

    /// The settings of the trainer; what is not chosen is what suits the network.
    ///
    /// @throws IllegalArgumentException if a number is out of its range
    SequenceSettings settings() {
        NetworkSettings network = isRecurrent ? RecurrentSettings.paper() : ConvolutionSettings.paper();
        TrainingSettings suited = TrainingSettings.of(network, seed);
        return new SequenceSettings(
                new TrainingSettings(network, suited.batch(), suited.learningRate(), epochs, patience, seed),
                isSplit ? Proportions.PAPER : Proportions.ALL,
                keepsRepeats ? MessageChoice.PAPER : MessageChoice.FOLDED, UnknownSettings.STANDARD);
    }
}
