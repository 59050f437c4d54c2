package org.sipsleuth.sequence.training;

/// Measures of a network after it has seen all sequences once more.
///
/// @param number 1 for the first
/// @param loss the mean cross-entropy over the training dialogs, in nats; 0 is perfect
/// @param accuracy the share of the training dialogs that it names right
/// @param validationLoss the same over the validation dialogs whose sequence is in training; NaN if
///     there are none
/// @param validationAccuracy the share of these that it names right; NaN if there are none
/// @param seconds how long the epoch took, with this judgement
public record Epoch(int number, double loss, double accuracy, double validationLoss, double validationAccuracy,
        double seconds) {}
