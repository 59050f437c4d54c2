package org.sipsleuth.view.sequence.prediction.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.sipsleuth.dialog.SipIndex;
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
import org.sipsleuth.neural.WeightShape;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.SequenceTrainer;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.corpus.DialogSequences;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.training.TrainingSettings;

/// Models for tests: one that learnt a few sequences, and large ones that learnt nothing.
public final class TestModels {

    private static final Map<List<SequenceCorpus.Entry>, SequenceModel> TRAINED = new ConcurrentHashMap<>();

    private TestModels() {}

    /// Knows the dialogs of an index, as it has them.
    public static SequenceModel of(SipIndex index) {
        DialogSequences sequences = DialogSequences.of(index, MessageChoice.FOLDED, RunMonitor.NONE);
        return trained(SequenceCorpus.of(sequences, Proportions.ALL, 1));
    }

    /// Knows these sequences, each from so many dialogs.
    public static SequenceModel of(int dialogs, String... sequences) {
        return trained(new SequenceCorpus(Arrays.stream(sequences)
                .map(text -> new SequenceCorpus.Entry(List.of(text.split(" ")), dialogs, 0, 0))
                .toList()));
    }

    private static SequenceModel trained(SequenceCorpus corpus) {
        return TRAINED
                .computeIfAbsent(corpus.entries(),
                        _ -> SequenceTrainer.fit(corpus,
                                new SequenceSettings(TrainingSettings.convolution(1), Proportions.ALL,
                                        MessageChoice.FOLDED, UnknownSettings.STANDARD),
                                facts(), RunMonitor.NONE, _ -> {}));
    }

    private static TrainingFacts facts() {
        return new TrainingFacts("test", "calls of a test", List.of(), new Training.Origin("test", Instant.EPOCH, ""));
    }

    /// A model of so many random sequences of up to 56 messages, with random weights.
    public static SequenceModel random(int classes) throws ModelFormatException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> types = List.of("ACK", "BYE", "CANCEL", "INFO", "INVITE", "NOTIFY", "OPTIONS", "REGISTER", "100",
                "180", "183", "200", "401", "404", "486", "487", "503");
        Set<List<String>> sequences = new LinkedHashSet<>();
        while (sequences.size() < classes) {
            List<String> sequence = new ArrayList<>(List.of("INVITE"));
            int length = sequences.isEmpty() ? 56 : random.nextInt(4, 57);
            while (sequence.size() < length) {
                sequence.add(types.get(random.nextInt(types.size())));
            }
            sequences.add(sequence);
        }
        Facts details = Facts.builder()
                .putTexts("alphabet", types)
                .putNumbers("moment_scale", 0, Math.sqrt(classes), 0, classes)
                .build();
        Training training = new Training("random", List.of(), Facts.builder().put("sequences", classes).build(), 1, 0,
                facts().origin());
        ModelFacts facts = new ModelFacts(new ModelType(SequenceModel.KIND, 1), "random",
                of(10, "INVITE 100 200", "INVITE 486", "BYE 200").file().modelFacts().settings(), training,
                Facts.builder().put("skewness", 0.9).put("kurtosis", 0.9).put("maximum_tolerance", 1e-4).build(),
                details);
        return SequenceModel.open(ModelFile.of(facts, arrays(List.copyOf(sequences), types, random)));
    }

    private static List<ModelArray> arrays(List<List<String>> sequences, List<String> types, SplittableRandom random) {
        int classes = sequences.size();
        int[] lengths = sequences.stream().mapToInt(List::size).toArray();
        int[] symbols = sequences.stream().flatMap(List::stream).mapToInt(type -> types.indexOf(type) + 1).toArray();
        int[] once = new int[classes];
        Arrays.fill(once, 1);
        double[] maxima = new double[classes];
        Arrays.fill(maxima, 0.9);
        List<ModelArray> arrays = new ArrayList<>(List.of(IntArray.of("known.lengths", lengths, classes),
                IntArray.of("known.symbols", symbols, symbols.length), IntArray.of("known.training", once, classes),
                IntArray.of("known.validation", new int[classes], classes),
                DoubleArray.of("thresholds.maximum", maxima, classes)));
        int longest = Arrays.stream(lengths).max().orElse(2);
        for (WeightShape shape : Network.shapes(ConvolutionSettings.paper(), classes, longest, types.size() + 1)) {
            int[] sizes = shape.sizes().stream().mapToInt(i -> i).toArray();
            float[] weights = new float[(int) shape.count()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextDouble(-1, 1);
            }
            arrays.add(FloatArray.of(shape.name(), weights, sizes));
        }
        return arrays;
    }
}
