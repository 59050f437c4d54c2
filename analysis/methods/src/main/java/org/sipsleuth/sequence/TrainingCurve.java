package org.sipsleuth.sequence;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.sequence.network.StopReason;
import org.sipsleuth.sequence.training.Trained;

/// How a training went, as the model keeps it.
///
/// @param points one for each epoch
/// @param best the epoch that was kept, from 1
/// @param ended why it stopped, in the words of the model file; [#stopReason()] is for people
public record TrainingCurve(List<Point> points, int best, String ended) {

    /// An epoch.
    ///
    /// @param loss mean categorical cross-entropy over the dialogs of the training set, in nats
    /// @param accuracy share of them that are recognised, in [0, 1]
    /// @param validationLoss the same over the known dialogs of the validation set; 0 without any
    /// @param validationAccuracy share of these that are recognised; 0 without any
    public record Point(double loss, double accuracy, double validationLoss, double validationAccuracy) {}

    /// Copies its argument.
    public TrainingCurve {
        points = List.copyOf(points);
    }

    /// Why the training stopped, as it is shown.
    public String stopReason() {
        return StopReason.describe(ended);
    }

    static TrainingCurve of(Trained trained) {
        List<Point> points = trained.epochs()
                .stream()
                .map(epoch -> new Point(epoch.loss(), epoch.accuracy(), orNothing(epoch.validationLoss()),
                        orNothing(epoch.validationAccuracy())))
                .toList();
        return new TrainingCurve(points, trained.bestEpoch(), trained.ended());
    }

    private static double orNothing(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    Facts toFacts() {
        return Facts.builder()
                .put("best_epoch", best)
                .put("ended", ended)
                .putNumbers("loss", points.stream().mapToDouble(Point::loss).toArray())
                .putNumbers("accuracy", points.stream().mapToDouble(Point::accuracy).toArray())
                .putNumbers("validation_loss", points.stream().mapToDouble(Point::validationLoss).toArray())
                .putNumbers("validation_accuracy", points.stream().mapToDouble(Point::validationAccuracy).toArray())
                .build();
    }

    static TrainingCurve read(Facts facts) throws ModelFormatException {
        double[] loss = facts.numbers("loss");
        double[] accuracy = facts.numbers("accuracy");
        double[] validationLoss = facts.numbers("validation_loss");
        double[] validationAccuracy = facts.numbers("validation_accuracy");
        if (accuracy.length != loss.length || validationLoss.length != loss.length
                || validationAccuracy.length != loss.length) {
            throw new ModelFormatException("training", "has curves of different lengths");
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < loss.length; i++) {
            points.add(new Point(loss[i], accuracy[i], validationLoss[i], validationAccuracy[i]));
        }
        int best = facts.integer("best_epoch", 0, loss.length);
        return new TrainingCurve(points, best, facts.text("ended"));
    }
}
