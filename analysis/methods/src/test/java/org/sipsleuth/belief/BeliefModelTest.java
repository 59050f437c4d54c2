package org.sipsleuth.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficLabels;

final class BeliefModelTest {

    private static final TrainingFacts FACTS =
            new TrainingFacts("test", "test", List.of(), new Training.Origin("test", Instant.EPOCH, "not stated"));

    @TempDir Path folder;

    private static BeliefModel paper() {
        return BeliefTrainer.of(PaperTables.working(), Optional.empty(), BeliefSettings.STANDARD, FACTS, 1);
    }

    private BeliefModel learned() {
        SipIndex index = BeliefCapture.paper().read(folder);
        Periods periods = Periods.bySource(TrafficEvents.of(index, SourceRule.ADDRESS, RunMonitor.NONE),
                new PeriodSettings.ByCount(5), DecayRates.PAPER, RunMonitor.NONE);
        LabelledPeriods labelled = LabelledPeriods.of(periods, _ -> Optional.of("scan"));
        assertEquals(periods.all().size(), labelled.count(TrafficClass.SCAN));
        for (String each : List.of("normal", "spit", "dos", "password_cracking", "firewall_traversal")) {
            labelled = labelled.and(LabelledPeriods.of(periods, _ -> Optional.of(each)));
        }
        return BeliefTrainer.fit(labelled, BeliefSettings.STANDARD, FACTS, Optional.empty(), 1);
    }

    @Test
    void aModelReadsAsItWasWritten() throws Exception {
        for (BeliefModel model : List.of(paper(), learned())) {
            BeliefModel again = BeliefModel.open(ModelFile.read(model.file().toBytes()));
            assertEquals(model.tables(), again.tables());
            assertEquals(model.settings(), again.settings());
            assertEquals(model.identity(), again.identity());
        }
    }

    @Test
    void everyKindOfPeriodIsKept() throws Exception {
        PeriodSettings.ByCount count = new PeriodSettings.ByCount(7);
        PeriodSettings.ByTime time = new PeriodSettings.ByTime(Duration.ofMillis(1_500));
        for (PeriodSettings each : List.of(count, time, new PeriodSettings.ByCountOrTime(count, time),
                new PeriodSettings.Whole())) {
            BeliefSettings settings =
                    new BeliefSettings(each, SourceRule.VIA, LearningSettings.STANDARD, BeliefThresholds.STANDARD);
            BeliefModel model = BeliefTrainer.of(PaperTables.printed(), Optional.empty(), settings, FACTS, 1);
            assertEquals(settings, model.settings());
            assertEquals(PaperTables.printed(), model.tables());
        }
    }

    @Test
    void twoTrainingsGiveTheSameBytes() {
        assertEquals(learned().file().sha256(), learned().file().sha256());
        assertNotEquals(learned().file().sha256(), paper().file().sha256());
    }

    @Test
    void learnedRowsSumToOneAndExcludeNothing() {
        BeliefModel model = learned();
        for (Variable variable : Variable.learned()) {
            for (TrafficClass each : TrafficClass.all()) {
                var table = model.tables().table(variable).orElseThrow();
                assertEquals(1, table.sum(each), 1e-9);
                assertTrue(table.row(each).stream().allMatch(value -> value > 0));
            }
        }
    }

    @Test
    void aClassWithoutPeriodsNeedsARowFromElsewhere() {
        LabelledPeriods none = LabelledPeriods.none();
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> BeliefTrainer.fit(none, BeliefSettings.STANDARD, FACTS, Optional.empty(), 1));
        assertTrue(String.valueOf(refusal.getMessage()).contains("normal"));
        BeliefModel learned = learned();
        BeliefModel same = BeliefTrainer.fit(none, BeliefSettings.STANDARD, FACTS, Optional.of(learned), 1);
        assertEquals(learned.tables().all(), same.tables().all());
    }

    @Test
    void hostileModelsAreRefused() {
        ModelFile good = paper().file();
        ModelFacts facts = good.modelFacts();
        assertRefused(good, facts, array(good, "prior", 0, -1));
        assertRefused(good, facts, array(good, "table.destinations", 3, 1.5));
        assertRefused(good, facts, List.of());
        assertRefused(good, with(facts, facts.settings(), Facts.builder().put("classes", "A B").build()),
                good.arrays());
        assertRefused(good,
                with(facts, Facts.builder().put("period", "count").put("messages", -3).build(), facts.details()),
                good.arrays());
        assertThrows(ModelFormatException.class, () -> BeliefModel.open(good.require("sequence", 1)));
    }

    @Test
    void everyFactIsNeeded() throws Exception {
        ModelFile good = paper().file();
        ModelFacts facts = good.modelFacts();
        for (String name : facts.settings().names()) {
            if (Set.of("fit", "fit_weight", "most_periods", "shipped_weight").contains(name)) {
                continue; // files of earlier versions have none
            }
            assertRefused(good, with(facts, without(facts.settings(), name), facts.details()), good.arrays());
        }
        for (String name : facts.details().names()) {
            if (!name.equals("leaves")) {
                assertRefused(good, with(facts, facts.settings(), without(facts.details(), name)), good.arrays());
            }
        }
    }

    private static Facts without(Facts facts, String name) {
        Facts.Builder left = Facts.builder();
        facts.members().forEach((each, fact) -> {
            if (!each.equals(name)) {
                left.put(each, fact);
            }
        });
        return left.build();
    }

    private static ModelFacts with(ModelFacts facts, Facts settings, Facts details) {
        return new ModelFacts(facts.type(), facts.name(), settings, facts.training(), facts.thresholds(), details);
    }

    private static List<ModelArray> array(ModelFile file, String name, int place, double value) {
        List<ModelArray> arrays = new ArrayList<>();
        for (ModelArray each : file.arrays()) {
            if (!each.layout().name().equals(name)) {
                arrays.add(each);
                continue;
            }
            double[] values = ((DoubleArray) each).toArray();
            values[place] = value;
            int[] shape = each.layout().shape().stream().mapToInt(i -> i).toArray();
            arrays.add(DoubleArray.of(name, values, shape));
        }
        return arrays;
    }

    private static void assertRefused(ModelFile good, ModelFacts facts, List<ModelArray> arrays) {
        ModelFile hostile = ModelFile.of(facts, arrays);
        assertNotEquals(good.sha256(), hostile.sha256());
        assertThrows(ModelFormatException.class, () -> BeliefModel.open(hostile));
    }

    private static Observation usual(int number) {
        return new Observation.Builder().set(Variable.DESTINATIONS, 1 + number % 5)
                .set(Variable.SOURCE_ROLE, 0, 1)
                .build(40);
    }

    /// A model that knows what is normal of periods.
    private BeliefModel withNovelty() {
        PeriodNovelty novelty =
                PeriodNovelty
                        .learn(List.of(IntStream.range(0, 300).mapToObj(BeliefModelTest::usual).toList()), 0.01,
                                Optional.empty())
                        .orElseThrow();
        return BeliefTrainer.of(learned().tables(), Optional.of(novelty), BeliefSettings.STANDARD, FACTS, 1);
    }

    @Test
    void whatIsNormalOfPeriodsIsStored() throws Exception {
        BeliefModel model = withNovelty();
        BeliefModel again = BeliefModel.open(ModelFile.read(model.file().toBytes()));
        Observation odd = usual(3).with(Variable.FAILED_LOGINS, 40);
        assertTrue(again.novelty().orElseThrow().judge(odd).isUnlike(), "forty failed logins are unlike normal");
        assertEquals(model.novelty().orElseThrow().judge(odd), again.novelty().orElseThrow().judge(odd));
        assertEquals(model.file().sha256(), withNovelty().file().sha256());
        assertTrue(paper().novelty().isEmpty());
        assertRefused(model.file(), model.file().modelFacts(), array(model.file(), "novelty.distances", 0, -1));
        assertRefused(model.file(), model.file().modelFacts(), array(model.file(), "novelty.spreads", 0, 0));
    }

    @Test
    void tooLittleNormalTrafficKeepsWhatIsKnownOfPeriods() {
        BeliefModel known = withNovelty();
        BeliefModel own =
                BeliefTrainer.fit(LabelledPeriods.none(), BeliefSettings.STANDARD, FACTS, Optional.of(known), 1);
        assertEquals(known.novelty().orElseThrow().threshold(), own.novelty().orElseThrow().threshold());
    }

    @Test
    void withoutLabelsAllIsNormal() {
        SipIndex index = BeliefCapture.paper().read(folder);
        Periods periods = Periods.bySourceAndFile(TrafficEvents.of(index, SourceRule.ADDRESS, RunMonitor.NONE),
                new PeriodSettings.ByCount(5), DecayRates.PAPER, RunMonitor.NONE);
        LabelledPeriods labelled = LabelledPeriods.of(periods, TrafficLabels.NONE);
        assertEquals(periods.all().size(), labelled.count(TrafficClass.NORMAL));
        assertEquals(labelled.size(), labelled.count(TrafficClass.NORMAL));
    }
}
