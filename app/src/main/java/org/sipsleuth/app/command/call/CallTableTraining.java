package org.sipsleuth.app.command.call;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.social.detection.SocialMethod;

/// Trains the method that learns from tables of call records.
///
/// @param settings values by the names of its settings; the others have their defaults
/// @param seed of all that is drawn
public record CallTableTraining(Map<String, String> settings, long seed) {

    /// Takes a copy.
    public CallTableTraining {
        settings = Map.copyOf(settings);
    }

    /// Why a method cannot be trained on tables; empty if it can.
    public static Optional<String> fault(Method method) {
        return method instanceof SocialMethod ? Optional.empty()
                : Optional.of("only social is trained on tables of call records; name captures");
    }

    /// Trains a model.
    ///
    /// @param news receives what was learned, a line at a time
    /// @throws SettingException if a setting is not known or has no such value
    /// @throws IllegalArgumentException if there are too few calls, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public ModelFile fit(CallRecords records, TrainingFacts facts, RunMonitor monitor, Consumer<String> news)
            throws SettingException {
        return new SocialMethod().train(records, facts, settings, seed, monitor, news);
    }
}
