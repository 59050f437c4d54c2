package org.sipsleuth.belief;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.learning.TableLearning;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;

/// Makes models: of traffic whose class is known, or of tables that somebody has set.
public final class BeliefTrainer {

    private BeliefTrainer() {}

    /// Trains a model. The same periods and settings yield the same model, to the bit.
    ///
    /// @param facts the origin of the periods
    /// @param fallback where a class has no period, what provides its row, the unit of distances
    ///     between normal periods, and, where there are too few of them, what is normal
    /// @throws IllegalArgumentException if there is no period of a class and no row for it, with
    ///     words for the user
    public static BeliefModel fit(LabelledPeriods periods, BeliefSettings settings, TrainingFacts facts,
            Optional<BeliefModel> fallback, long seed) {
        TableLearning learning = new TableLearning(periods, settings.learning(), fallback.map(BeliefModel::tables));
        BeliefTables tables = learning.learn(facts.name(), DecayRates.PAPER);
        boolean isBaseline = TrafficClass.all().stream().anyMatch(each -> periods.count(each) == 0);
        Optional<PeriodNovelty> known = fallback.filter(_ -> isBaseline).flatMap(BeliefModel::novelty);
        BeliefThresholds thresholds = settings.thresholds();
        List<List<Observation>> normal = periods.captures(TrafficClass.NORMAL, thresholds.leastMessages());
        Optional<PeriodNovelty> novelty = PeriodNovelty.learn(normal, thresholds.noveltyShare(), known)
                .or(() -> known.flatMap(each -> PeriodNovelty.of(each.parts(), thresholds.noveltyShare())));
        return model(BeliefModelFile.of(settings, tables, novelty, periods, facts, seed));
    }

    /// A model of tables as they are.
    ///
    /// @param novelty what is normal of periods that end as the settings say, if that is known; left out
    ///     where the tables count otherwise
    public static BeliefModel of(BeliefTables tables, Optional<PeriodNovelty> novelty, BeliefSettings settings,
            TrainingFacts facts, long seed) {
        Optional<PeriodNovelty> comparable = novelty.filter(_ -> tables.decay().equals(DecayRates.PAPER));
        return model(BeliefModelFile.of(settings, tables, comparable, LabelledPeriods.none(), facts, seed));
    }

    private static BeliefModel model(ModelFile file) {
        try {
            return BeliefModelFile.open(file);
        } catch (ModelFormatException unreadable) {
            throw new IllegalStateException("A model that cannot be read again", unreadable);
        }
    }
}
