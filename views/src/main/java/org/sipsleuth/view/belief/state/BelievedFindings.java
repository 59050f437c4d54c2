package org.sipsleuth.view.belief.state;

import java.time.Instant;
import java.util.List;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.BeliefTrainer;
import org.sipsleuth.belief.event.SourceRule;
import org.sipsleuth.belief.source.BeliefDetector;
import org.sipsleuth.belief.source.ScoredPeriods;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;

/// The findings that follow from what is believed, by the tables in use.
public final class BelievedFindings {

    private BelievedFindings() {}

    /// Those of the whole capture, whatever time is chosen; the gravest first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<Finding> of(Believed believed, RunMonitor monitor) {
        BeliefModel model = model(believed);
        return new BeliefDetector(model)
                .findings(ScoredPeriods.of(believed.counted().bySource(), model, monitor), monitor);
    }

    /// The tables may have been edited: findings name the model that they are.
    private static BeliefModel model(Believed believed) {
        BeliefSettings settings =
                new BeliefSettings(
                        believed.counted().settings(),
                        SourceRule.ADDRESS,
                        BeliefSettings.STANDARD.learning(),
                        BeliefSettings.STANDARD.thresholds());
        String name = believed.tables().name();
        Training.Origin nobody = new Training.Origin("", Instant.EPOCH, "");
        return BeliefTrainer.of(
                believed.tables(), settings, new TrainingFacts(name, "", List.of(), nobody), 0);
    }
}
