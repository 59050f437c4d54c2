package org.sipsleuth.view.sequence.prediction.course;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequencePrediction;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.network.RecurrentSettings;

/// Follows one dialog with a model, and keeps what it said after each message. One thread at a
/// time.
public final class CourseReader {

    /// How many leading dialogs, and next messages, are kept of each step.
    public static final int MOST_KEPT = 10;

    /// So many leading dialogs are looked at for those of the dialog's method.
    private static final int MOST_READ = 50;

    /// What a step costs for each output of a CNN, or each weight of an LSTM, in ns, roughly.
    private static final double NANOS_A_CLASS = 20;

    private static final double NANOS_A_WEIGHT = 1;

    private final SequenceModel model;
    private final SequencePrediction prediction;
    private final List<String> types = new ArrayList<>();
    private final List<PredictionStep> steps = new ArrayList<>();

    public CourseReader(SequenceModel model) {
        this.model = model;
        prediction = model.predict();
    }

    /// Whether these messages begin with all that was read, so that the reading can go on.
    public boolean isContinuedBy(SequenceModel asked, List<String> longer) {
        return asked.equals(model) && types.size() <= longer.size() && types.equals(longer.subList(0, types.size()));
    }

    /// Reads on along these messages, which continue what was read.
    ///
    /// @param most how many messages to read now, at most
    /// @return all steps so far
    public List<PredictionStep> read(List<String> longer, int most) {
        int end = Math.min(longer.size(), types.size() + most);
        for (int i = types.size(); i < end; i++) {
            String type = longer.get(i);
            prediction.next(type);
            types.add(type);
            steps.add(alike(prediction.step(MOST_READ)));
        }
        return List.copyOf(steps);
    }

    /// Only what the dialog can become: a known sequence that begins with another request is about
    /// another method, and so are its responses.
    private PredictionStep alike(PredictionStep step) {
        String first = types.getFirst();
        List<PredictionStep.Leading> leading = step.leading()
                .stream()
                .filter(each -> model.known().types(each.known()).getFirst().equals(first))
                .limit(MOST_KEPT)
                .toList();
        return new PredictionStep(step.observed(), leading, step.next().stream().limit(MOST_KEPT).toList(),
                step.reference(), step.score());
    }

    /// How many messages were read.
    public int size() {
        return types.size();
    }

    /// About how long a step of a model takes, in ns.
    public static double nanosAStep(Network network) {
        return switch (network.settings()) {
            case ConvolutionSettings _ -> network.classes() * NANOS_A_CLASS;
            case RecurrentSettings _ -> network.parameters() * NANOS_A_WEIGHT;
        };
    }
}
