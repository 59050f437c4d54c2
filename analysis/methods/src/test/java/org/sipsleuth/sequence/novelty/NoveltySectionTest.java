package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;

class NoveltySectionTest {

    private static final NoveltyModel MODEL =
            NoveltyTrainer.calibrated(new HopScene().calls(120).laterUnits(), new BitSet(), Optional.empty())
                    .orElseThrow();

    private static ModelFile file(Facts novelty, List<ModelArray> arrays) {
        Training training =
                new Training("calls", List.of(), Facts.NONE, 1, 0, new Training.Origin("test", Instant.EPOCH, "CC0"));
        Facts details = Facts.builder().put(NoveltySection.NAME, novelty).build();
        return ModelFile.of(
                new ModelFacts(new ModelType("sequence", 2), "calls", Facts.NONE, training, Facts.NONE, details),
                arrays);
    }

    private static void isRefused(String name, Consumer<int[]> change) {
        List<ModelArray> arrays = new ArrayList<>();
        for (ModelArray array : NoveltySection.arrays(MODEL)) {
            if (array instanceof IntArray numbers && array.layout().name().equals(name)) {
                int[] values = numbers.toArray();
                change.accept(values);
                arrays.add(IntArray.of(name, values, values.length));
            } else {
                arrays.add(array);
            }
        }
        ModelFile file = file(NoveltySection.facts(MODEL), arrays);
        assertThrows(ModelFormatException.class, () -> NoveltySection.read(file), name);
    }

    private static void isRefused(UnaryOperator<Facts.Builder> facts) {
        ModelFile file = file(facts.apply(Facts.builder()).build(), NoveltySection.arrays(MODEL));
        assertThrows(ModelFormatException.class, () -> NoveltySection.read(file));
    }

    @Test
    void whatWasWrittenIsRead() throws ModelFormatException {
        ModelFile file = file(NoveltySection.facts(MODEL), NoveltySection.arrays(MODEL));
        NoveltyModel read = NoveltySection.read(ModelFile.read(file.toBytes())).orElseThrow();
        assertEquals(MODEL.words(), read.words());
        assertEquals(MODEL.transitions(), read.transitions());
        assertEquals(MODEL.dialogs(), read.dialogs());
        TransactionWord word = TransactionWord.of("INVITE 100 603 ACK", false);
        assertEquals(MODEL.steps(word), read.steps(word));
        assertEquals(MODEL.calibration().orElseThrow().counts(), read.calibration().orElseThrow().counts());
    }

    @Test
    void impossibleArraysAreRefused() {
        isRefused("novelty.lengths", values -> values[0] = 0);
        isRefused("novelty.lengths", values -> values[0] = -5);
        isRefused("novelty.lengths", values -> values[0] = Integer.MAX_VALUE);
        isRefused("novelty.names", values -> values[0] = 99);
        isRefused("novelty.names", values -> values[0] = -1);
        isRefused("novelty.counts", values -> values[0] = 0);
        isRefused("novelty.transitions", values -> values[1] = 1_000);
        isRefused("novelty.transition_counts", values -> values[0] = -1);
        isRefused("novelty.calibration_counts", values -> values[0] = 0);
    }

    @Test
    void impossibleFactsAreRefused() {
        isRefused(facts -> facts);
        isRefused(facts -> facts.put("dialogs", 1).put("once", 2));
        isRefused(facts -> facts.put("dialogs", 2).put("once", 1).put("words", 1_000_000_000));
        isRefused(facts -> facts.put("dialogs", 2)
                .put("once", 1)
                .put("words", MODEL.words().size())
                .putTexts("names", List.of()));
    }

    private static NoveltyModel upon() {
        CommonTraffic common = new CommonTraffic("calls", "0".repeat(64), MODEL);
        HopScene own = new HopScene().calls(120).callId("x").transaction("INVITE 100 603 ACK");
        return NoveltyTrainer.calibrated(own.laterUnits(), new BitSet(), Optional.of(common)).orElseThrow();
    }

    @Test
    void whatAnOwnBaselineShowedAloneIsRead() throws ModelFormatException {
        NoveltyModel model = upon();
        ModelFile file = file(NoveltySection.facts(model), NoveltySection.arrays(model));
        NoveltyModel read = NoveltySection.read(ModelFile.read(file.toBytes())).orElseThrow();
        Foundation before = model.foundation().orElseThrow();
        Foundation after = read.foundation().orElseThrow();
        assertEquals(before.name(), after.name());
        assertEquals(before.sha256(), after.sha256());
        assertEquals(before.dialogs(), after.dialogs());
        assertEquals(List.copyOf(before.own().words().entrySet()), List.copyOf(after.own().words().entrySet()));
        assertEquals(before.own().transitions(), after.own().transitions());
        assertEquals(before.own().dialogs(), after.own().dialogs());
        assertEquals(before.own().calibration().orElseThrow().counts(),
                after.own().calibration().orElseThrow().counts());
        assertEquals(model.words(), read.words());
        assertEquals(model.usualBits(), read.usualBits());
    }

    @Test
    void moreInTheOwnBaselineThanInAllIsRefused() {
        NoveltyModel model = upon();
        for (int wrong : new int[]{-1, 1_000_000}) {
            List<ModelArray> arrays = new ArrayList<>();
            for (ModelArray array : NoveltySection.arrays(model)) {
                arrays.add(array.layout().name().equals("novelty.own_counts")
                        ? IntArray.of("novelty.own_counts", fill(model.words().size(), wrong), model.words().size())
                        : array);
            }
            ModelFile file = file(NoveltySection.facts(model), arrays);
            assertThrows(ModelFormatException.class, () -> NoveltySection.read(file));
        }
    }

    private static int[] fill(int size, int value) {
        int[] all = new int[size];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void fileWithoutItHasNone() throws ModelFormatException {
        ModelFile file = file(NoveltySection.facts(MODEL), List.of());
        Facts none = Facts.builder().put("other", 1).build();
        ModelFacts facts = file.modelFacts();
        ModelFile paper = ModelFile.of(new ModelFacts(facts.type(), facts.name(), facts.settings(), facts.training(),
                facts.thresholds(), none), List.of());
        assertEquals(Optional.empty(), NoveltySection.read(paper));
    }
}
