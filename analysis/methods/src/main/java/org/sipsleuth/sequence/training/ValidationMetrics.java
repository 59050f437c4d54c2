package org.sipsleuth.sequence.training;

import org.sipsleuth.sequence.network.Network;

/// How well a network knows the dialogs of a set, judged by the network as it runs.
///
/// @param loss the mean cross-entropy over the training dialogs
/// @param accuracy the share of the training dialogs that it names right
/// @param validationLoss the same over the validation dialogs; NaN if there are none
/// @param validationAccuracy the share of these; NaN if there are none
record ValidationMetrics(double loss, double accuracy, double validationLoss, double validationAccuracy) {

    private static final double NANOS = 1e9;

    static ValidationMetrics of(Network network, TrainingSet set) {
        double[] losses = new double[set.classes()];
        boolean[] right = new boolean[set.classes()];
        network.outputs(set.sequences(), (output, k) -> {
            float probability = Math.max(Float.MIN_NORMAL, output.probability(k));
            losses[k] = -StrictMath.log(probability);
            right[k] = output.best() == k;
        });
        double loss = 0;
        double validationLoss = 0;
        long known = 0;
        long validationKnown = 0;
        for (int k = 0; k < losses.length; k++) {
            loss += losses[k] * set.training(k);
            validationLoss += losses[k] * set.validation(k);
            known += right[k] ? set.training(k) : 0;
            validationKnown += right[k] ? set.validation(k) : 0;
        }
        double all = set.trainingTotal();
        double validation = set.validationTotal();
        return new ValidationMetrics(loss / all, known / all, validationLoss / validation,
                validationKnown / validation);
    }

    Epoch epoch(int number, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / NANOS;
        return new Epoch(number, loss, accuracy, validationLoss, validationAccuracy, seconds);
    }
}
