package org.sipsleuth.belief;

import java.util.Optional;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.learning.TableLearning;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;

/// Makes models: of traffic whose class is known, or of tables that somebody has set.
public final class BeliefTrainer {

    private BeliefTrainer() {}

    /// Trains a model. The same periods and settings yield the same model, to the bit.
    ///
    /// @param facts the origin of the periods
    /// @param fallback tables that provide the rows of classes without a period
    /// @throws IllegalArgumentException if there is no period of a class and no row for it, with
    ///     words for the user
    public static BeliefModel fit(LabelledPeriods periods, BeliefSettings settings, TrainingFacts facts,
            Optional<BeliefTables> fallback, long seed) {
        TableLearning learning = new TableLearning(periods, settings.learning(), fallback);
        BeliefTables tables = learning.learn(facts.name(), DecayRates.PAPER);
        return model(BeliefModelFile.of(settings, tables, periods, facts, seed));
    }

    /// A model of tables as they are.
    public static BeliefModel of(BeliefTables tables, BeliefSettings settings, TrainingFacts facts, long seed) {
        return model(BeliefModelFile.of(settings, tables, LabelledPeriods.none(), facts, seed));
    }

    private static BeliefModel model(ModelFile file) {
        try {
            return BeliefModelFile.open(file);
        } catch (ModelFormatException unreadable) {
            throw new IllegalStateException("A model that cannot be read again", unreadable);
        }
    }
}
