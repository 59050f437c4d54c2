package org.sipsleuth.flood.detection;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.rule.FloodRules;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.rule.InviteFloods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.TransactionTable;

/// Finds INVITE floods by a model and by rules: one finding for each server and time.
public final class FloodDetector implements Detector {

    private final FloodModel model;

    /// @param model the networks
    public FloodDetector(FloodModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return FloodModel.KIND;
    }

    @Override
    public ModelIdentity model() {
        return model.identity();
    }

    @Override
    public FloodDetection detect(SipIndex index, RunMonitor monitor) {
        TransactionTable table = TransactionTable.of(index, monitor);
        InviteAttempts attempts = InviteAttempts.of(table);
        InviteWindows windows = InviteWindows.of(attempts, model.settings().windows());
        WindowInputs inputs = WindowInputs.of(windows, monitor);
        FloodScores scores = FloodScores.onDemand(model, inputs);
        InviteFloods floods = InviteFloods.of(table, monitor);
        FloodRules rules = FloodRules.of(inputs, attempt -> floods.comesToNothing(attempts.last(attempt)), monitor);
        return new FloodDetection(scores, rules, new FloodSpans(scores, floods, monitor).spans(),
                new LoadTests(windows, floods::comesToNothing).found(monitor));
    }
}
