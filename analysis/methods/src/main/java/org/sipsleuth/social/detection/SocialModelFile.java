package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.flag.FlagModel;
import org.sipsleuth.social.flag.FlagSettings;
import org.sipsleuth.social.flag.NeighbourFlags;
import org.sipsleuth.social.flag.NeighbourModel;

/// How a [SocialModel] is stored in a model file.
final class SocialModelFile {

    /// Models of version 1 know nothing of neighbours.
    static final int VERSION = 2;

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
    private static final String FALSE_FLAGS = "false_flags";
    private static final String REFERENCE = "reference";
    private static final String REFERENCE_USERS = "reference_users";
    private static final String DISTANCES = "distances";
    private static final String COMPARED = "compared";
    private static final String COMPARED_USERS = "compared_users";
    private static final String RECEIVED = "most_calls_received";

    private SocialModelFile() {}

    /// What was learned of a unit.
    ///
    /// @param users how many users have periods
    /// @param rows how many periods there are
    record Learned(UsualUsers usual, int users, int rows) {}

    /// A file with the result of a training.
    static ModelFile of(Map<PeriodUnit, Learned> units, FlagSettings settings, double falseFlags, TrainingFacts facts) {
        Facts.Builder chosen = Facts.builder()
                .put(FALSE_ALARMS, settings.falseAlarms())
                .put(FALSE_FLAGS, falseFlags)
                .put(MOST_ROWS, settings.mostRows());
        Facts.Builder counts = Facts.builder();
        Facts.Builder limits = Facts.builder();
        List<ModelArray> arrays = new ArrayList<>();
        for (PeriodUnit unit : PeriodUnit.values()) {
            Learned learned = units.get(unit);
            if (learned != null) {
                counts.put(unit.word(), Facts.builder().put(USERS, learned.users()).put(ROWS, learned.rows()).build());
                limits.put(unit.word(), limits(learned.usual()));
                arrays.addAll(border(unit, learned.usual().border()));
                learned.usual().neighbours().ifPresent(model -> arrays.addAll(neighbours(unit, model.parts())));
            }
        }
        chosen.putTexts(FEATURES, SocialSettings.FEATURES.stream().map(SocialModelFile::word).toList());
        return ModelFile.of(new ModelFacts(new ModelType(SocialModel.KIND, VERSION), facts.name(), chosen.build(),
                new Training(facts.description(), facts.inputs(), counts.build(), settings.seed(), 0, facts.origin()),
                limits.build(), Facts.NONE), arrays);
    }

    private static Facts limits(UsualUsers usual) {
        FlagModel.Border border = usual.border().border();
        Facts.Builder limits = Facts.builder()
                .put(SCORE, usual.border().threshold())
                .put(WIDTH, border.width())
                .put(INTERCEPT, border.intercept())
                .put(VECTORS, border.vectors().length)
                .put(MADE, usual.mostMade())
                .put(RECEIVED, usual.mostReceived());
        usual.neighbours()
                .map(NeighbourModel::parts)
                .ifPresent(parts -> limits.put(COMPARED, parts.rows().length).put(REFERENCE, parts.distances().length));
        return limits.build();
    }

    private static List<ModelArray> border(PeriodUnit unit, FlagModel model) {
        FlagModel.Border border = model.border();
        int features = model.scaling().features().size();
        int vectors = border.vectors().length;
        return List.of(rows(name(unit, VECTORS), border.vectors(), features),
                DoubleArray.of(name(unit, WEIGHTS), border.weights(), vectors),
                DoubleArray.of(name(unit, MEDIANS), model.scaling().medians(), features),
                DoubleArray.of(name(unit, SPREADS), model.scaling().spreads(), features));
    }

    private static List<ModelArray> neighbours(PeriodUnit unit, NeighbourModel.Parts parts) {
        return List.of(rows(name(unit, COMPARED), parts.rows(), parts.rows()[0].length),
                IntArray.of(name(unit, COMPARED_USERS), parts.users(), parts.users().length),
                IntArray.of(name(unit, REFERENCE_USERS), parts.referenceUsers(), parts.referenceUsers().length),
                DoubleArray.of(name(unit, DISTANCES), parts.distances(), parts.distances().length));
    }

    private static DoubleArray rows(String name, double[][] rows, int features) {
        return DoubleArray.of(name, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), rows.length,
                features);
    }

    private static double[][] rows(ModelFile file, String name, int count, int features) throws ModelFormatException {
        double[] flat = file.doubles(name, count, features).toArray();
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * features, (i + 1) * features));
        return rows;
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
        return new SocialModel(file, falseFlags(file.modelFacts().settings()), units);
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

    private static double falseFlags(Facts settings) throws ModelFormatException {
        double share = settings.has(FALSE_FLAGS) ? settings.number(FALSE_FLAGS) : NeighbourFlags.USUAL_SHARE;
        if (!(share > 0 && share <= 1)) {
            throw new ModelFormatException("settings." + FALSE_FLAGS, "is not above 0, to 1");
        }
        return share;
    }

    private static UsualUsers unit(ModelFile file, Facts limits, PeriodUnit unit, List<Feature> features)
            throws ModelFormatException {
        int size = features.size();
        int vectors = limits.integer(VECTORS, 1, FlagSettings.MOST_ROWS);
        try {
            Scaling scaling = Scaling.of(features, file.doubles(name(unit, MEDIANS), size).toArray(),
                    file.doubles(name(unit, SPREADS), size).toArray());
            FlagModel border = FlagModel.of(scaling,
                    new FlagModel.Border(limits.number(WIDTH), rows(file, name(unit, VECTORS), vectors, size),
                            file.doubles(name(unit, WEIGHTS), vectors).toArray(), limits.number(INTERCEPT)),
                    limits.number(SCORE));
            Optional<NeighbourModel> neighbours = limits.has(REFERENCE)
                    ? Optional.of(neighbours(file, limits, unit, scaling.of(NeighbourModel.COMPARABLE)))
                    : Optional.empty();
            return new UsualUsers(border, neighbours, limits.number(MADE), limits.number(RECEIVED));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("", "contradicts itself: " + impossible.getMessage());
        }
    }

    private static NeighbourModel neighbours(ModelFile file, Facts limits, PeriodUnit unit, Scaling scaling)
            throws ModelFormatException {
        int compared = limits.integer(COMPARED, 1, FlagSettings.MOST_ROWS);
        int reference = limits.integer(REFERENCE, 1, NeighbourModel.MOST_REFERENCES);
        return NeighbourModel.of(scaling,
                new NeighbourModel.Parts(rows(file, name(unit, COMPARED), compared, scaling.features().size()),
                        file.integers(name(unit, COMPARED_USERS), compared).toArray(),
                        file.integers(name(unit, REFERENCE_USERS), reference).toArray(),
                        file.doubles(name(unit, DISTANCES), reference).toArray()));
    }
}
