package org.sipsleuth.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;
import org.sipsleuth.sequence.corpus.Alphabet;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.NoveltySection;
import org.sipsleuth.sequence.training.Trained;

/// How a [SequenceModel] is stored in a model file: docs/MODELS.md names the facts and arrays.
final class SequenceModelFile {

    /// Models without novelty per hop.
    private static final int PAPER_VERSION = 1;

    static final int VERSION = 2;

    private static final int MOST_DIALOGS = 1_000_000;
    private static final String LENGTHS = "known.lengths";
    private static final String SYMBOLS = "known.symbols";
    private static final String TRAINING = "known.training";
    private static final String VALIDATION = "known.validation";
    private static final String MAXIMA = "thresholds.maximum";

    private SequenceModelFile() {}

    /// A file with the result of a training.
    ///
    /// @param novelty the second part of the model, if it has one
    static ModelFile of(SequenceSettings settings, KnownDialogs known, Trained trained, MomentScale scale,
            Thresholds thresholds, Optional<NoveltyModel> novelty, TrainingFacts facts) {
        Facts counts = Facts.builder()
                .put("dialogs", known.dialogs())
                .put("sequences", known.size())
                .put("once", known.onceObserved())
                .put("types", known.alphabet().types().size())
                .put("longest", known.length())
                .build();
        Training training = new Training(facts.description(), facts.inputs(), counts, settings.training().seed(),
                trained.epochs().size(), facts.origin());
        ModelFacts modelFacts =
                new ModelFacts(new ModelType(SequenceModel.KIND, novelty.isPresent() ? VERSION : PAPER_VERSION),
                        facts.name(), SettingsFacts.of(settings), training, thresholdFacts(thresholds),
                        details(known, trained, scale, novelty));
        List<ModelArray> arrays = arrays(known, trained.network(), thresholds);
        novelty.ifPresent(its -> arrays.addAll(NoveltySection.arrays(its)));
        return ModelFile.of(modelFacts, arrays);
    }

    /// A file with other novelty per hop, and all else as it is.
    static ModelFile with(ModelFile file, NoveltyModel novelty, TrainingFacts facts) {
        ModelFacts before = file.modelFacts();
        Facts.Builder details = Facts.builder();
        before.details().members().forEach((name, fact) -> {
            if (!name.equals(NoveltySection.NAME)) {
                details.put(name, fact);
            }
        });
        details.put(NoveltySection.NAME, NoveltySection.facts(novelty));
        ModelFacts after =
                new ModelFacts(new ModelType(SequenceModel.KIND, VERSION), facts.name(), before.settings(),
                        new Training(facts.description(), facts.inputs(), before.training().counts(),
                                before.training().seed(), before.training().epochs(), facts.origin()),
                        before.thresholds(), details.build());
        List<ModelArray> arrays = new ArrayList<>(file.arrays());
        arrays.removeIf(array -> NoveltySection.holds(array.layout().name()));
        arrays.addAll(NoveltySection.arrays(novelty));
        return ModelFile.of(after, arrays);
    }

    private static Facts thresholdFacts(Thresholds thresholds) {
        return Facts.builder()
                .put("skewness", thresholds.skewness())
                .put("kurtosis", thresholds.kurtosis())
                .put("maximum_tolerance", thresholds.tolerance())
                .build();
    }

    private static Facts details(KnownDialogs known, Trained trained, MomentScale scale,
            Optional<NoveltyModel> novelty) {
        Facts.Builder details = Facts.builder()
                .putTexts("alphabet", known.alphabet().types())
                .putNumbers("moment_scale", scale.leastSkewness(), scale.mostSkewness(), scale.leastKurtosis(),
                        scale.mostKurtosis())
                .put("parameters", trained.network().parameters())
                .put("training", TrainingCurve.of(trained).toFacts());
        novelty.ifPresent(its -> details.put(NoveltySection.NAME, NoveltySection.facts(its)));
        return details.build();
    }

    private static List<ModelArray> arrays(KnownDialogs known, Network network, Thresholds thresholds) {
        List<ModelArray> arrays = new ArrayList<>();
        int[] lengths = new int[known.size()];
        int[] training = new int[known.size()];
        int[] validation = new int[known.size()];
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            SequenceCorpus.Entry entry = known.entries().get(i);
            lengths[i] = entry.types().size();
            training[i] = entry.training();
            validation[i] = entry.validation();
            entry.types().forEach(type -> symbols.add(known.alphabet().symbol(type)));
        }
        int[] all = symbols.stream().mapToInt(Integer::intValue).toArray();
        arrays.add(IntArray.of(LENGTHS, lengths, lengths.length));
        arrays.add(IntArray.of(SYMBOLS, all, all.length));
        arrays.add(IntArray.of(TRAINING, training, training.length));
        arrays.add(IntArray.of(VALIDATION, validation, validation.length));
        arrays.add(DoubleArray.of(MAXIMA, thresholds.maxima(), thresholds.size()));
        for (NamedWeights weights : network.weights()) {
            int[] shape = weights.shape().sizes().stream().mapToInt(i -> i).toArray();
            arrays.add(FloatArray.of(weights.name(), weights.values(), shape));
        }
        return arrays;
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds none of this method
    static SequenceModel open(ModelFile file) throws ModelFormatException {
        file.require(SequenceModel.KIND, VERSION);
        ModelFacts facts = file.modelFacts();
        Facts details = facts.details();
        SequenceSettings settings = SettingsFacts.read(facts.settings(), facts.training().seed());
        try {
            KnownDialogs known = known(file, details);
            return new SequenceModel(file, settings, known, network(file, settings, known), scale(details),
                    thresholds(file, known), NoveltySection.read(file));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("", "contradicts itself: " + impossible.getMessage());
        }
    }

    private static MomentScale scale(Facts details) throws ModelFormatException {
        double[] scale = details.numbers("moment_scale");
        if (scale.length != 4) {
            throw new ModelFormatException("details.moment_scale", "has not four numbers");
        }
        return new MomentScale(scale[0], scale[1], scale[2], scale[3]);
    }

    private static KnownDialogs known(ModelFile file, Facts details) throws ModelFormatException {
        Alphabet alphabet = Alphabet.ofTypes(details.texts("alphabet"));
        int size = file.modelFacts().training().counts().integer("sequences", 1, MOST_DIALOGS);
        int[] lengths = file.integers(LENGTHS, size).toArray();
        int sum = 0;
        for (int length : lengths) {
            if (length < 1 || length > TrainingLimits.LONGEST) {
                throw new ModelFormatException(LENGTHS, "has a length of " + length);
            }
            sum = Math.addExact(sum, length);
        }
        int[] symbols = file.integers(SYMBOLS, sum).toArray();
        int[] training = file.integers(TRAINING, size).toArray();
        int[] validation = file.integers(VALIDATION, size).toArray();
        List<SequenceCorpus.Entry> entries = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < size; i++) {
            List<String> types = new ArrayList<>();
            for (int end = at + lengths[i]; at < end; at++) {
                types.add(alphabet.type(symbols[at]));
            }
            entries.add(new SequenceCorpus.Entry(types, training[i], validation[i], 0));
        }
        return new KnownDialogs(alphabet, entries);
    }

    private static Network network(ModelFile file, SequenceSettings settings, KnownDialogs known)
            throws ModelFormatException {
        int length = Math.max(TrainingLimits.SHORTEST, known.length());
        int symbols = known.alphabet().symbols();
        List<NamedWeights> weights = new ArrayList<>();
        for (WeightShape shape : Network.shapes(settings.training().network(), known.size(), length, symbols)) {
            int[] sizes = shape.sizes().stream().mapToInt(i -> i).toArray();
            weights.add(new NamedWeights(shape, file.floats(shape.name(), sizes).toArray()));
        }
        return Network.of(settings.training().network(), known.size(), length, symbols, weights);
    }

    private static Thresholds thresholds(ModelFile file, KnownDialogs known) throws ModelFormatException {
        Facts facts = file.modelFacts().thresholds();
        return new Thresholds(facts.number("skewness"), facts.number("kurtosis"),
                file.doubles(MAXIMA, known.size()).toArray(), facts.number("maximum_tolerance"));
    }
}
