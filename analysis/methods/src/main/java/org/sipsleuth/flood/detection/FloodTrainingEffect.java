package org.sipsleuth.flood.detection;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.LabelledWindows;

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
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(FloodFindings.TEXTS.text("effect"));
        for (NetworkKind kind : NetworkKind.values()) {
            lines.add(FloodFindings.TEXTS.text("effect.network", FloodFindings.TEXTS.text("network." + kind.word()),
                    SentenceLanguage.number(trained.threshold(kind), 4), flagged(trained, kind, true),
                    flagged(trained, kind, false), flagged(bundled, kind, true), flagged(bundled, kind, false)));
        }
        return lines;
    }

    /// The share of the windows of one label that a network flags.
    private String flagged(FloodModel model, NetworkKind kind, boolean isMalicious) {
        List<Double> scores = windows.scoresOf(isMalicious, windows.scores(model.network(kind)));
        long flagged = scores.stream().filter(score -> score >= model.threshold(kind)).count();
        return FloodFindings.TEXTS.text("percent", SentenceLanguage.number(100.0 * flagged / scores.size(), 2));
    }
}
