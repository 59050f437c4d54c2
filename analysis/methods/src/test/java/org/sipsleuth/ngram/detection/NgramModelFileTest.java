package org.sipsleuth.ngram.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.ngram.TestMessages;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.run.RunMonitor;

class NgramModelFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "global"})
    void aModelThatIsReadScoresAsBefore(String kind) throws ModelFormatException {
        ModelFile file = InventedCapture.train(Map.of("model", kind, "n", "3"), _ -> {});
        NgramModel written = NgramModel.open(file);
        NgramModel read = NgramModel.open(ModelFile.read(file.toBytes()));
        assertEquals(written.settings(), read.settings());
        assertEquals(written.threshold(), read.threshold());
        for (SparseVector message : TestMessages.vectors(EmbeddingSettings.bytes(3), 30, 5)) {
            assertEquals(written.scorer().score(message), read.scorer().score(message), 0);
        }
    }

    @Test
    void tokensKeepTheirDelimiters() throws ModelFormatException {
        ModelFile file = InventedCapture.train(Map.of("features", "tokens", "delimiters", " ;="), _ -> {});
        NgramModel read = NgramModel.open(ModelFile.read(file.toBytes()));
        assertEquals(NgramModel.open(file).settings(), read.settings());
    }

    private static String refusal(ModelFile file) {
        return String.valueOf(assertThrows(ModelFormatException.class, () -> NgramModel.open(file)).getMessage());
    }

    private static ModelFile with(Facts settings, UnaryOperator<List<ModelArray>> arrays) {
        ModelFile file = InventedCapture.train(Map.of(), _ -> {});
        ModelFacts facts = file.modelFacts();
        return ModelFile.of(
                new ModelFacts(facts.type(), facts.name(), settings.names().isEmpty() ? facts.settings() : settings,
                        facts.training(), facts.thresholds(), Facts.NONE),
                arrays.apply(new ArrayList<>(file.arrays())));
    }

    private static Facts settings(String name, long value) {
        Facts.Builder changed = Facts.builder();
        InventedCapture.train(Map.of(), _ -> {}).modelFacts().settings().members().forEach((key, fact) -> {
            if (!key.equals(name)) {
                changed.put(key, fact);
            }
        });
        return changed.put(name, value).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "bytes", "n", "neighbours", "most_messages"})
    void numbersOutOfRangeAreRefused(String name) {
        for (long value : List.of(-1L, 1L << 40)) {
            String why = refusal(with(settings(name, value), arrays -> arrays));
            assertTrue(why.contains(name), why);
        }
    }

    @Test
    void messagesThatEndBeforeTheyBeginAreRefused() {
        ModelFile file = with(Facts.NONE, arrays -> {
            IntArray ends = (IntArray) arrays.getFirst();
            int[] swapped = ends.toArray();
            swapped[0] = swapped[swapped.length - 1] + 1;
            arrays.set(0, IntArray.of("message_ends", swapped, swapped.length));
            return arrays;
        });
        assertEquals("weights/message_ends: is not in order", refusal(file));
    }

    @Test
    void headerFieldsAreReadAsTheyWereWritten() throws ModelFormatException {
        ModelFile file = InventedCapture.train(Map.of(), _ -> {});
        assertEquals(2, file.version());
        NormalHeaders written = NgramModel.open(file).headers().orElseThrow();
        NormalHeaders read = NgramModel.open(ModelFile.read(file.toBytes())).headers().orElseThrow();
        assertArrayEquals(written.model().text(), read.model().text());
        assertEquals(written.threshold(HeaderTest.NAMES), read.threshold(HeaderTest.NAMES));
        assertTrue(read.model().size() >= 5);
        assertEquals(1, NgramModel.open(ModelFile.read(file.toBytes())).network().fingerprints().length);
    }

    @Test
    void filesOfVersionOneHaveNoHeaderFields() throws ModelFormatException {
        ModelFile file = InventedCapture.train(Map.of(), _ -> {});
        ModelFacts facts = file.modelFacts();
        ModelFile old = ModelFile.of(
                new ModelFacts(new ModelType(NgramModel.KIND, 1), facts.name(), facts.settings(), facts.training(),
                        facts.thresholds(), Facts.NONE),
                file.arrays().stream().filter(array -> !array.layout().name().equals("headers")).toList());
        NgramModel model = NgramModel.open(ModelFile.read(old.toBytes()));
        assertTrue(model.headers().isEmpty());
        NgramDetection detection = new NgramDetector(model).detect(InventedCapture.calls(50).index(), RunMonitor.NONE);
        assertFalse(detection.headers().isKnown());
        assertEquals(0, detection.size());
    }

    @Test
    void headerFieldsThatAreNoneAreRefused() {
        String why = refusal(with(Facts.NONE, arrays -> {
            arrays.replaceAll(array -> array instanceof IntArray headers && headers.layout().name().equals("headers")
                    ? IntArray.of("headers", new int[headers.size()], headers.size())
                    : array);
            return arrays;
        }));
        assertTrue(why.contains("contradicts itself"), why);
        String length = refusal(with(settings("header_bytes", 1L << 40), arrays -> arrays));
        assertTrue(length.contains("header_bytes"), length);
    }

    @Test
    void fewerBytesThanPromisedAreRefused() {
        ModelFile file = with(Facts.NONE, arrays -> {
            arrays.set(1, IntArray.of("message_text", new int[]{1}, 1));
            return arrays;
        });
        assertTrue(refusal(file).startsWith("weights/message_text"));
    }
}
