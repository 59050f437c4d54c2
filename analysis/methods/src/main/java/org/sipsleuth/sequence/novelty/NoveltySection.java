package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;

/// How a [NoveltyModel] is stored in a model file: docs/MODELS.md names the facts and arrays. A
/// file without it is one of the paper's mode only.
public final class NoveltySection {

    /// The object among the details of a model file.
    public static final String NAME = "novelty";

    private static final String LENGTHS = "novelty.lengths";
    private static final String NAMES = "novelty.names";
    private static final String CUT = "novelty.cut";
    private static final String COUNTS = "novelty.counts";
    private static final String TRANSITIONS = "novelty.transitions";
    private static final String TRANSITION_COUNTS = "novelty.transition_counts";
    private static final String OWN_COUNTS = "novelty.own_counts";
    private static final String OWN_TRANSITION_COUNTS = "novelty.own_transition_counts";
    private static final String FOUNDATION = "began_with";
    private static final String CALIBRATION = "novelty.calibration";
    private static final String CALIBRATION_COUNTS = "novelty.calibration_counts";

    /// A request, and as many types as a trie of words holds.
    private static final int LONGEST = 40;

    private static final int MOST_SCORES = 100_000;
    private static final int MOST_FOLDS = 1_000;
    private static final int PARTS = 3;

    private NoveltySection() {}

    /// Whether an array of this name belongs to it.
    public static boolean holds(String array) {
        return array.startsWith(NAME + ".");
    }

    /// The facts of a model.
    public static Facts facts(NoveltyModel model) {
        Facts.Builder facts = Facts.builder()
                .put("dialogs", model.dialogs().observed())
                .put("once", model.dialogs().once())
                .put("words", model.words().size())
                .put("transitions", model.transitions().size())
                .putTexts("names", List.copyOf(names(model)))
                .putTexts("steps", List.copyOf(steps(model)));
        model.calibration()
                .ifPresent(its -> facts.put("calibration",
                        Facts.builder()
                                .put("scores", its.counts().size())
                                .put("folds", its.folds())
                                .put("by_day", its.isByDay())
                                .build()));
        model.foundation()
                .ifPresent(its -> facts.put(FOUNDATION,
                        Facts.builder()
                                .put("model", its.name())
                                .put("sha256", its.sha256())
                                .put("dialogs", its.dialogs())
                                .put("own_once", its.own().dialogs().once())
                                .put("share", model.foundationShare())
                                .build()));
        return facts.build();
    }

    private static Set<String> names(NoveltyModel model) {
        Set<String> names = new LinkedHashSet<>();
        for (TransactionWord word : model.words().keySet()) {
            names.add(word.request());
            names.addAll(word.types());
        }
        return names;
    }

    private static Set<String> steps(NoveltyModel model) {
        Set<String> steps = new LinkedHashSet<>();
        for (Transition each : model.transitions().keySet()) {
            steps.addAll(List.of(each.earlier(), each.before(), each.next()));
        }
        return steps;
    }

    /// The arrays of a model.
    public static List<ModelArray> arrays(NoveltyModel model) {
        Map<String, Integer> names = numbers(names(model));
        Map<String, Integer> steps = numbers(steps(model));
        List<Integer> lengths = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        List<Integer> cut = new ArrayList<>();
        for (TransactionWord word : model.words().keySet()) {
            lengths.add(word.types().size() + 1);
            all.add(names.get(word.request()));
            word.types().forEach(type -> all.add(names.get(type)));
            cut.add(word.isCut() ? 1 : 0);
        }
        List<Integer> parts = new ArrayList<>();
        for (Transition each : model.transitions().keySet()) {
            parts.add(steps.get(each.earlier()));
            parts.add(steps.get(each.before()));
            parts.add(steps.get(each.next()));
        }
        List<ModelArray> arrays = new ArrayList<>();
        arrays.add(array(LENGTHS, lengths));
        arrays.add(array(NAMES, all));
        arrays.add(array(CUT, cut));
        arrays.add(array(COUNTS, counts(model.words().values())));
        arrays.add(array(TRANSITIONS, parts));
        arrays.add(array(TRANSITION_COUNTS, counts(model.transitions().values())));
        model.foundation().map(Foundation::own).ifPresent(own -> {
            arrays.add(array(OWN_COUNTS, counts(model.words(), own.words())));
            arrays.add(array(OWN_TRANSITION_COUNTS, counts(model.transitions(), own.transitions())));
        });
        model.calibration().ifPresent(its -> {
            double[] bits = its.counts().keySet().stream().mapToDouble(b -> b).toArray();
            arrays.add(DoubleArray.of(CALIBRATION, bits, bits.length));
            arrays.add(array(CALIBRATION_COUNTS, counts(its.counts().values())));
        });
        return arrays;
    }

    private static Map<String, Integer> numbers(Set<String> names) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    private static List<Integer> counts(Collection<Long> counts) {
        return counts.stream().map(each -> (int) Math.min(each, Integer.MAX_VALUE)).toList();
    }

    /// How often each of these was seen in the own baseline.
    private static <T> List<Integer> counts(Map<T, Long> all, Map<T, Long> own) {
        return counts(all.keySet().stream().map(each -> own.getOrDefault(each, 0L)).toList());
    }

    private static IntArray array(String name, List<Integer> values) {
        int[] all = values.stream().mapToInt(each -> each).toArray();
        return IntArray.of(name, all, all.length);
    }

    /// The model in a file; empty where the file has none.
    ///
    /// @throws ModelFormatException if it contradicts itself, or is larger than any training makes
    ///     it
    public static Optional<NoveltyModel> read(ModelFile file) throws ModelFormatException {
        if (!file.modelFacts().details().has(NAME)) {
            return Optional.empty();
        }
        Facts facts = file.modelFacts().details().object(NAME);
        try {
            GoodTuring dialogs = new GoodTuring(facts.integer("dialogs"), facts.integer("once"));
            Map<TransactionWord, Long> words = words(file, facts);
            Map<Transition, Long> transitions = transitions(file, facts);
            Optional<Calibration> calibration = calibration(file, facts);
            if (!facts.has(FOUNDATION)) {
                return Optional.of(new NoveltyModel(words, transitions, dialogs, calibration));
            }
            Facts its = facts.object(FOUNDATION);
            NoveltyModel own = new NoveltyModel(NoveltyTrainer.sortedWords(own(file, OWN_COUNTS, words)),
                    NoveltyTrainer.sortedTransitions(own(file, OWN_TRANSITION_COUNTS, transitions)),
                    new GoodTuring(dialogs.observed(), its.integer("own_once")), calibration);
            return Optional.of(new NoveltyModel(words, transitions, dialogs, new Foundation(its.text("model"),
                    its.text("sha256"), its.integer("dialogs", 0, Integer.MAX_VALUE), own)));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("details.novelty", "contradicts itself: " + impossible.getMessage());
        }
    }

    private static Map<TransactionWord, Long> words(ModelFile file, Facts facts) throws ModelFormatException {
        List<String> names = facts.texts("names");
        int size = facts.integer("words", 1, NoveltyTrainer.MOST_WORDS);
        int[] lengths = file.integers(LENGTHS, size).toArray();
        int sum = 0;
        for (int length : lengths) {
            if (length < 1 || length > LONGEST) {
                throw new ModelFormatException(LENGTHS, "has a length of " + length);
            }
            sum += length;
        }
        if (sum > NoveltyTrainer.MOST_MESSAGES) {
            throw new ModelFormatException(LENGTHS, "has " + sum + " messages");
        }
        int[] all = file.integers(NAMES, sum).toArray();
        int[] cut = file.integers(CUT, size).toArray();
        int[] counts = file.integers(COUNTS, size).toArray();
        Map<TransactionWord, Long> words = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < size; i++) {
            List<String> types = new ArrayList<>();
            for (int end = at + lengths[i]; at < end; at++) {
                types.add(name(names, all[at], NAMES));
            }
            TransactionWord word = new TransactionWord(types.getFirst(), types.subList(1, types.size()), cut[i] != 0);
            put(words, word, counts[i], COUNTS);
        }
        return words;
    }

    private static Map<Transition, Long> transitions(ModelFile file, Facts facts) throws ModelFormatException {
        List<String> steps = facts.texts("steps");
        int size = facts.integer("transitions", 0, NoveltyTrainer.MOST_TRANSITIONS);
        int[] parts = file.integers(TRANSITIONS, PARTS * size).toArray();
        int[] counts = file.integers(TRANSITION_COUNTS, size).toArray();
        Map<Transition, Long> transitions = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Transition each = new Transition(name(steps, parts[PARTS * i], TRANSITIONS),
                    name(steps, parts[PARTS * i + 1], TRANSITIONS), name(steps, parts[PARTS * i + 2], TRANSITIONS));
            put(transitions, each, counts[i], TRANSITION_COUNTS);
        }
        return transitions;
    }

    private static <T> Map<T, Long> own(ModelFile file, String name, Map<T, Long> all) throws ModelFormatException {
        int[] counts = file.integers(name, all.size()).toArray();
        Map<T, Long> own = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<T, Long> each : all.entrySet()) {
            int count = counts[at++];
            if (count < 0 || count > each.getValue()) {
                throw new ModelFormatException(name, "has a count of " + count);
            }
            if (count > 0) {
                own.put(each.getKey(), (long) count);
            }
        }
        return own;
    }

    private static Optional<Calibration> calibration(ModelFile file, Facts facts) throws ModelFormatException {
        if (!facts.has("calibration")) {
            return Optional.empty();
        }
        Facts its = facts.object("calibration");
        int size = its.integer("scores", 1, MOST_SCORES);
        double[] bits = file.doubles(CALIBRATION, size).toArray();
        int[] counts = file.integers(CALIBRATION_COUNTS, size).toArray();
        Map<Double, Long> scores = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            put(scores, bits[i], counts[i], CALIBRATION_COUNTS);
        }
        return Optional.of(new Calibration(scores, its.integer("folds", 1, MOST_FOLDS), its.flag("by_day")));
    }

    private static String name(List<String> names, int number, String place) throws ModelFormatException {
        if (number < 0 || number >= names.size() || names.get(number).isBlank()) {
            throw new ModelFormatException(place, "has no name " + number);
        }
        return names.get(number);
    }

    private static <T> void put(Map<T, Long> counts, T thing, int count, String place) throws ModelFormatException {
        if (count < 1 || counts.put(thing, (long) count) != null) {
            throw new ModelFormatException(place, "has a count of " + count + ", or one twice");
        }
    }
}
