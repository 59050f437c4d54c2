package org.sipsleuth.flood.detection;

import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.percent;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.sentence.Sentence;

/// What changes in the windows of the training captures if a trained model takes the place of the
/// bundled one.
final class FloodTrainingEffect {

    private final LabelledWindows windows;
    private final FloodModel bundled;
    private final FloodModel trained;

    FloodTrainingEffect(LabelledWindows windows, FloodModel bundled, FloodModel trained) {
        this.windows = windows;
        this.bundled = bundled;
        this.trained = trained;
    }

    /// The effect, a line for each network.
    List<Sentence> lines() {
        List<Sentence> lines = new ArrayList<>();
        lines.add(FloodFindings.TEXTS.sentence("effect"));
        for (NetworkKind kind : NetworkKind.values()) {
            lines.add(FloodFindings.TEXTS.sentence("effect.network",
                    FloodFindings.TEXTS.sentence("network." + kind.word()), number(trained.threshold(kind), 4),
                    flagged(trained, kind, true), flagged(trained, kind, false), flagged(bundled, kind, true),
                    flagged(bundled, kind, false)));
        }
        return lines;
    }

    /// The share of the windows of one label that a network flags.
    private Sentence flagged(FloodModel model, NetworkKind kind, boolean isMalicious) {
        List<Double> scores = windows.scoresOf(isMalicious, windows.scores(model.network(kind)));
        long flagged = scores.stream().filter(score -> score >= model.threshold(kind)).count();
        return percent((double) flagged / scores.size(), 2);
    }
}
