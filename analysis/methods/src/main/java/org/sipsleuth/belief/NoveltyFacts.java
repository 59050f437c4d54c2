package org.sipsleuth.belief;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.novelty.PeriodValue;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.ModelArray;

/// How a [PeriodNovelty] is stored in a model file.
final class NoveltyFacts {

    /// The name of its facts among the details.
    static final String NAME = "novelty";

    private static final String ROWS = "novelty.rows";
    private static final String DISTANCES = "novelty.distances";
    private static final String CENTRES = "novelty.centres";
    private static final String SPREADS = "novelty.spreads";
    private static final String PERIODS = "periods";
    private static final String CAPTURES = "captures";
    private static final String VALUES = "values";
    private static final String LEAST = "least-threshold";
    private static final int MOST = 1_000_000;

    private NoveltyFacts() {}

    static Facts of(PeriodNovelty novelty) {
        Facts.Builder facts = Facts.builder()
                .put(PERIODS, novelty.periods())
                .put(CAPTURES, novelty.parts().captures())
                .put(VALUES, values());
        double least = novelty.parts().least();
        return (least > 0 ? facts.put(LEAST, least) : facts).build();
    }

    /// The values in the order of the rows.
    private static String values() {
        return PeriodValue.all().stream().map(PeriodValue::word).collect(Collectors.joining(" "));
    }

    static List<ModelArray> arrays(PeriodNovelty novelty) {
        PeriodNovelty.Parts parts = novelty.parts();
        int values = PeriodValue.all().size();
        float[] flat = new float[novelty.periods() * values];
        float[][] rows = parts.rows();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * values, values);
        }
        return List.of(FloatArray.of(ROWS, flat, rows.length, values),
                DoubleArray.of(DISTANCES, parts.distances(), rows.length),
                DoubleArray.of(CENTRES, parts.centres(), values), DoubleArray.of(SPREADS, parts.spreads(), values));
    }

    /// That of a file; empty if it has none, as those of version 1.
    ///
    /// @throws ModelFormatException if it is not as it should be
    static Optional<PeriodNovelty> read(ModelFile file, double share) throws ModelFormatException {
        Facts details = file.modelFacts().details();
        if (!details.has(NAME)) {
            return Optional.empty();
        }
        Facts facts = details.object(NAME);
        if (!facts.text(VALUES).equals(values())) {
            throw new ModelFormatException("details.novelty.values", "is not " + values());
        }
        int periods = facts.integer(PERIODS, 1, MOST);
        int values = PeriodValue.all().size();
        float[] flat = file.floats(ROWS, periods, values).toArray();
        float[][] rows = new float[periods][values];
        for (int i = 0; i < periods; i++) {
            System.arraycopy(flat, i * values, rows[i], 0, values);
        }
        return PeriodNovelty.of(new PeriodNovelty.Parts(facts.integer(CAPTURES, 1, MOST), rows,
                file.doubles(DISTANCES, periods).toArray(), file.doubles(CENTRES, values).toArray(),
                file.doubles(SPREADS, values).toArray(), facts.has(LEAST) ? facts.number(LEAST) : 0), share);
    }
}
