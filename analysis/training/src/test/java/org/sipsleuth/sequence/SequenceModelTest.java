package org.sipsleuth.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

class SequenceModelTest {

    private static SequenceModel model;

    @BeforeAll
    static void train() {
        model = SmallModel.small();
    }

    @Test
    void theCommonestDialogIsTheFirst() {
        assertEquals(SmallCorpus.types(SmallCorpus.CALL), model.known().types(0));
        assertEquals(60, model.known().count(0));
        assertEquals(100, model.known().dialogs());
        assertEquals(7, model.known().length());
    }

    @Test
    void everyTrainedDialogIsRecognised() {
        for (int known = 0; known < model.known().size(); known++) {
            SequenceScore score = model.score(model.known().types(known));
            assertEquals(known, score.best());
            assertEquals(known, score.observed());
            assertEquals(NetworkMark.WITHIN, model.thresholds().byMaximum(score));
        }
    }

    @Test
    void whatWasNotTrainedIsNotObserved() {
        SequenceScore score = model.score(SmallCorpus.types("INVITE 100 180 200 ACK BYE 481"));
        assertFalse(score.isObserved());
        assertFalse(score.isCut());
    }

    @Test
    void longerThanAnyKnownDialogIsCutAndUnknown() {
        SequenceScore score = model.score(SmallCorpus.types(SmallCorpus.CALL + " BYE 481"));
        assertTrue(score.isCut());
        assertEquals(NetworkMark.OUTSIDE, model.thresholds().byMoments(score));
        assertEquals(NetworkMark.OUTSIDE, model.thresholds().byMaximum(score));
    }

    /// Whole or message by message, the bits are the same.
    @Test
    void followingGivesWhatScoringGives() {
        for (String text : List.of(SmallCorpus.CALL, SmallCorpus.CANCELLED, "OPTIONS 200 FOO 999")) {
            List<String> types = SmallCorpus.types(text);
            List<PredictionStep> steps = model.steps(types, 3);
            assertEquals(types.size(), steps.size());
            for (int i = 0; i < steps.size(); i++) {
                assertEquals(model.score(types.subList(0, i + 1)), steps.get(i).score());
                assertEquals(i + 1, steps.get(i).observed());
            }
        }
    }

    @Test
    void stepsShowWhatComesNextAndWhereTheKnownIsLeft() {
        List<PredictionStep> steps = model.steps(SmallCorpus.types("INVITE 100 486 BYE"), 3);
        PredictionStep second = steps.get(1);
        assertEquals("180", second.next().getFirst().type());
        assertEquals(65.0 / 85, second.next().getFirst().probability(), 1e-12);
        assertTrue(second.reference().isKnown());
        PredictionStep last = steps.getLast();
        assertEquals(3, last.reference().leftAt());
        assertEquals(List.of(), last.next());
        assertEquals(0, last.reference().probability(), 0);
        assertEquals(3, last.leading().size());
    }

    @Test
    void repeatsAreFoldedWhileADialogGoesOn() {
        SequenceModel registrations =
                SmallModel.of(new SequenceCorpus(List.of(SmallCorpus.entry("REGISTER 200 REGISTER 200", 50),
                        SmallCorpus.entry(SmallCorpus.CALL, 50), SmallCorpus.entry(SmallCorpus.BUSY, 50))));
        List<String> day = new ArrayList<>();
        Collections.nCopies(30, List.of("REGISTER", "200")).forEach(day::addAll);
        List<PredictionStep> steps = registrations.steps(day, 1);
        assertTrue(steps.stream().allMatch(step -> step.reference().isKnown()));
        assertTrue(steps.getLast().score().isObserved());
        assertEquals(60, steps.getLast().observed());
    }

    @Test
    void theSameTrainingGivesTheSameFile() {
        assertEquals(model.file().sha256(), SmallModel.small().file().sha256());
    }

    @Test
    void aModelReadFromItsFileSaysTheSame() throws ModelFormatException {
        SequenceModel again = SequenceModel.open(ModelFile.read(model.file().toBytes()));
        assertEquals(model.identity(), again.identity());
        assertEquals(model.settings(), again.settings());
        assertEquals(model.thresholds(), again.thresholds());
        assertEquals(model.scale(), again.scale());
        assertEquals(model.curve(), again.curve());
        assertEquals(model.known().alphabet().types(), again.known().alphabet().types());
        for (String text : List.of(SmallCorpus.CALL, "INVITE 100 180", "BYE 481")) {
            assertEquals(model.score(SmallCorpus.types(text)), again.score(SmallCorpus.types(text)));
        }
        assertArrayEquals(model.network().weights().getFirst().values(), again.network().weights().getFirst().values());
    }

    @Test
    void factsShowHowItWasTrained() {
        ModelFacts facts = model.file().modelFacts();
        assertEquals("a few dialogs", model.identity().trainingSet());
        assertEquals(7, facts.training().seed());
        assertEquals("CC0", facts.training().origin().dataLicence());
    }

    @Test
    void minMaxScalesByAllDialogsOfTheCorpus() {
        SequenceModel scaled = SequenceTrainer.fit(SmallCorpus.corpus(),
                SmallCorpus.settings(new UnknownSettings(Normalisation.MIN_MAX, 1e-4, false)), SmallCorpus.facts(),
                RunMonitor.NONE, _ -> {});
        double[] skewness = scaled.known()
                .entries()
                .stream()
                .mapToDouble(entry -> scaled.score(entry.types()).skewness())
                .sorted()
                .toArray();
        assertEquals(0, skewness[0], 1e-12);
        assertEquals(1, skewness[skewness.length - 1], 1e-12);
    }

    @Test
    void tooFewDifferentDialogsAreRefusedWithWords() {
        SequenceCorpus two = new SequenceCorpus(
                List.of(SmallCorpus.entry(SmallCorpus.CALL, 5), SmallCorpus.entry(SmallCorpus.BUSY, 5)));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> SmallModel.of(two));
        assertTrue(refused.getMessage().contains("too few"), refused.getMessage());
    }

    // ---- models that somebody made to break us

    private static ModelArray replaced(ModelArray array, String name, int[] values) {
        return array.layout().name().equals(name) ? IntArray.of(name, values, values.length) : array;
    }

    private static void assertRefused(String name, int... values) {
        List<ModelArray> arrays = model.file().arrays().stream().map(a -> replaced(a, name, values)).toList();
        ModelFile file = ModelFile.of(model.file().modelFacts(), arrays);
        assertThrows(ModelFormatException.class, () -> SequenceModel.open(file), name);
    }

    @Test
    void contradictingArraysAreRefused() {
        assertRefused("known.lengths", 7, 4, 4, -1);
        assertRefused("known.lengths", 7, 4, 4, 0);
        assertRefused("known.lengths", 7, 4, 4, 2_000_000_000);
        assertRefused("known.lengths", 7, 4, 4, 6);
        assertRefused("known.lengths", 7, 4, 4);
        assertRefused("known.training", 60, 20, 15, -5);
        assertRefused("known.symbols", new int[22]);
    }

    @Test
    void symbolsOutsideTheAlphabetAreRefused() throws ModelFormatException {
        int[] symbols = model.file().integers("known.symbols", 22).toArray();
        symbols[3] = 1_000;
        assertRefused("known.symbols", symbols);
    }

    @Test
    void missingThresholdsAreRefused() throws ModelFormatException {
        ModelFacts facts = model.file().modelFacts();
        ModelFacts without = new ModelFacts(facts.type(), facts.name(), facts.settings(), facts.training(), Facts.NONE,
                facts.details());
        byte[] bytes = ModelFile.of(without, model.file().arrays()).toBytes();
        ModelFile file = ModelFile.read(bytes);
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> SequenceModel.open(file));
        assertTrue(refused.getMessage().contains("thresholds"), refused.getMessage());
        List<ModelArray> fewer = model.file().arrays().stream().filter(a -> !(a instanceof DoubleArray)).toList();
        ModelFile noMaxima = ModelFile.of(facts, fewer);
        assertThrows(ModelFormatException.class, () -> SequenceModel.open(noMaxima));
    }
}
