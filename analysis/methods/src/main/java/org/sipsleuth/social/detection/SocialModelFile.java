package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.flag.FlagModel;
import org.sipsleuth.social.flag.FlagSettings;

/// How a [SocialModel] is stored in a model file.
final class SocialModelFile {

    static final int VERSION = 1;

    private static final String FEATURES = "features";
    private static final String FALSE_ALARMS = "false_alarms";
    private static final String MOST_ROWS = "most_rows";
    private static final String USERS = "users";
    private static final String ROWS = "rows";
    private static final String VECTORS = "vectors";
    private static final String WEIGHTS = "weights";
    private static final String MEDIANS = "medians";
    private static final String SPREADS = "spreads";
    private static final String WIDTH = "width";
    private static final String INTERCEPT = "intercept";
    private static final String SCORE = "score";
    private static final String MADE = "most_calls_made";
    private static final String RECEIVED = "most_calls_received";

    private SocialModelFile() {}

    /// What was learned of a unit.
    ///
    /// @param users how many users have periods
    /// @param rows how many periods there are
    record Learned(UsualUsers usual, int users, int rows) {}

    /// A file with the result of a training.
    static ModelFile of(Map<PeriodUnit, Learned> units, FlagSettings settings, TrainingFacts facts) {
        Facts.Builder chosen =
                Facts.builder().put(FALSE_ALARMS, settings.falseAlarms()).put(MOST_ROWS, settings.mostRows());
        Facts.Builder counts = Facts.builder();
        Facts.Builder limits = Facts.builder();
        List<ModelArray> arrays = new ArrayList<>();
        for (PeriodUnit unit : PeriodUnit.values()) {
            Learned learned = units.get(unit);
            if (learned != null) {
                FlagModel model = learned.usual().flags();
                FlagModel.Border border = model.border();
                counts.put(unit.word(), Facts.builder().put(USERS, learned.users()).put(ROWS, learned.rows()).build());
                limits.put(unit.word(),
                        Facts.builder()
                                .put(SCORE, model.threshold())
                                .put(WIDTH, border.width())
                                .put(INTERCEPT, border.intercept())
                                .put(VECTORS, border.vectors().length)
                                .put(MADE, learned.usual().mostMade())
                                .put(RECEIVED, learned.usual().mostReceived())
                                .build());
                int features = model.scaling().features().size();
                int vectors = border.vectors().length;
                double[] flat = Arrays.stream(border.vectors()).flatMapToDouble(Arrays::stream).toArray();
                arrays.add(DoubleArray.of(name(unit, VECTORS), flat, vectors, features));
                arrays.add(DoubleArray.of(name(unit, WEIGHTS), border.weights(), vectors));
                arrays.add(DoubleArray.of(name(unit, MEDIANS), model.scaling().medians(), features));
                arrays.add(DoubleArray.of(name(unit, SPREADS), model.scaling().spreads(), features));
            }
        }
        chosen.putTexts(FEATURES, SocialSettings.FEATURES.stream().map(SocialModelFile::word).toList());
        return ModelFile.of(new ModelFacts(new ModelType(SocialModel.KIND, VERSION), facts.name(), chosen.build(),
                new Training(facts.description(), facts.inputs(), counts.build(), settings.seed(), 0, facts.origin()),
                limits.build(), Facts.NONE), arrays);
    }

    private static String name(PeriodUnit unit, String array) {
        return unit.word() + "_" + array;
    }

    private static String word(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds none of this method
    static SocialModel open(ModelFile file) throws ModelFormatException {
        file.require(SocialModel.KIND, VERSION);
        Facts limits = file.modelFacts().thresholds();
        List<Feature> features = features(file.modelFacts().settings().texts(FEATURES));
        Map<PeriodUnit, UsualUsers> units = new EnumMap<>(PeriodUnit.class);
        for (PeriodUnit unit : PeriodUnit.values()) {
            if (unit == PeriodUnit.DAY || limits.has(unit.word())) {
                units.put(unit, unit(file, limits.object(unit.word()), unit, features));
            }
        }
        return new SocialModel(file, units);
    }

    private static List<Feature> features(List<String> words) throws ModelFormatException {
        List<Feature> features = new ArrayList<>();
        for (String word : words) {
            features.add(Arrays.stream(Feature.values())
                    .filter(each -> word(each).equals(word))
                    .filter(each -> !features.contains(each))
                    .findFirst()
                    .orElseThrow(
                            () -> new ModelFormatException("settings." + FEATURES, "has a feature that is not known")));
        }
        if (!features.containsAll(List.of(Feature.CALLS_MADE, Feature.CALLS_RECEIVED))) {
            throw new ModelFormatException("settings." + FEATURES, "lacks the numbers of calls");
        }
        return features;
    }

    private static UsualUsers unit(ModelFile file, Facts limits, PeriodUnit unit, List<Feature> features)
            throws ModelFormatException {
        int count = limits.integer(VECTORS, 1, FlagSettings.MOST_ROWS);
        int size = features.size();
        double[] flat = file.doubles(name(unit, VECTORS), count, size).toArray();
        double[][] vectors = new double[count][];
        Arrays.setAll(vectors, i -> Arrays.copyOfRange(flat, i * size, (i + 1) * size));
        try {
            FlagModel flags = FlagModel.of(
                    Scaling.of(features, file.doubles(name(unit, MEDIANS), size).toArray(),
                            file.doubles(name(unit, SPREADS), size).toArray()),
                    new FlagModel.Border(limits.number(WIDTH), vectors,
                            file.doubles(name(unit, WEIGHTS), count).toArray(), limits.number(INTERCEPT)),
                    limits.number(SCORE));
            return new UsualUsers(flags, limits.number(MADE), limits.number(RECEIVED));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("", "contradicts itself: " + impossible.getMessage());
        }
    }
}
