package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;

/// Whatever a model says and holds, its file gives it back.
final class ModelPropertyTest {

    @Property(tries = 300)
    void anyModelIsReadAsItWasWritten(@ForAll("facts") Facts settings, @ForAll("facts") Facts details,
            @ForAll float[] floats, @ForAll double[] doubles, @ForAll int[] integers, @ForAll long seed)
            throws ModelFormatException {
        ModelFacts facts =
                new ModelFacts(new ModelType("ngram", 3), "m", settings,
                        new Training("", List.of(), Facts.NONE, seed, 0,
                                new Training.Origin("", Instant.ofEpochSecond(seed % 1_000_000), "")),
                        Facts.NONE, details);
        List<ModelArray> arrays = new ArrayList<>();
        arrays.add(FloatArray.of("f", floats, floats.length));
        arrays.add(DoubleArray.of("d", doubles, 1, doubles.length));
        arrays.add(IntArray.of("i", integers, integers.length, 1, 1));
        ModelFile read = ModelFile.read(ModelFile.of(facts, arrays).toBytes());
        assertEquals(facts, read.modelFacts());
        assertEquals(arrays, read.arrays());
        assertEquals(ModelFile.of(facts, arrays).sha256(), read.sha256());
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Combinators.combine(fact().list().ofMaxSize(6), Arbitraries.strings().ofMaxLength(9)).as((all, name) -> {
            Facts.Builder facts = Facts.builder();
            for (int i = 0; i < all.size(); i++) {
                facts.put(name + i, all.get(i));
            }
            return facts.build();
        });
    }

    private static Arbitrary<Fact> fact() {
        return Arbitraries.lazyOf(() -> Arbitraries.strings().ofMaxLength(20).map(Fact.Text::new),
                () -> Arbitraries.longs().map(Fact.Whole::new), () -> Arbitraries.doubles().map(Fact.Real::new),
                () -> Arbitraries.of(true, false).map(Fact.Flag::new), () -> Arbitraries.of(Facts.NONE),
                () -> fact().list().ofMaxSize(3).map(Fact.Row::new));
    }
}
