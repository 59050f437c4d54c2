package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// Counts the units of captures for a [NoveltyModel]. The same captures in the same order give the
/// same model. One thread.
public final class NoveltyTrainer {

    /// More would not fit a model file; the rarest are left out.
    static final int MOST_WORDS = 20_000;

    /// More would not fit a model file; the rarest are left out.
    static final int MOST_TRANSITIONS = 100_000;

    /// Of all words together.
    static final int MOST_MESSAGES = 200_000;

    private static final long SEVERAL = -1;

    private final Map<TransactionWord, Long> words = new HashMap<>();
    private final Map<Transition, Long> transitions = new HashMap<>();

    /// The only dialog that has a step, or [#SEVERAL].
    private final Map<List<String>, Long> owners = new HashMap<>();

    private long dialogs;
    private long before;

    /// Adds the dialogs of a capture.
    ///
    /// @param isBaseline whether a dialog belongs to the baseline
    public NoveltyTrainer add(HopUnits units, IntPredicate isBaseline) {
        long[] wordTimes = new long[units.words().size()];
        long[] transitionTimes = new long[units.transitions().size()];
        List<List<List<String>>> stepsOfWords = units.words().stream().map(NoveltyTrainer::steps).toList();
        List<List<List<String>>> stepsOfTransitions = units.transitions().stream().map(NoveltyTrainer::steps).toList();
        Owners ofWords = new Owners(wordTimes.length);
        Owners ofTransitions = new Owners(transitionTimes.length);
        boolean[] isThere = new boolean[units.index().dialogs().size()];
        for (int unit = 0; unit < units.size(); unit++) {
            int dialog = units.dialog(unit);
            if (isBaseline.test(dialog)) {
                wordTimes[units.word(unit)]++;
                transitionTimes[units.transition(unit)]++;
                ofWords.add(units.word(unit), dialog);
                ofTransitions.add(units.transition(unit), dialog);
                dialogs += isThere[dialog] ? 0 : 1;
                isThere[dialog] = true;
            }
        }
        for (int end = 0; end < units.ends().size(); end++) {
            if (isBaseline.test(units.ends().dialog(end))) {
                transitionTimes[units.ends().transition(end)]++;
            }
        }
        for (int i = 0; i < wordTimes.length; i++) {
            add(words, units.words().get(i), wordTimes[i]);
            own(stepsOfWords.get(i), ofWords.of(i));
        }
        for (int i = 0; i < transitionTimes.length; i++) {
            add(transitions, units.transitions().get(i), transitionTimes[i]);
            own(stepsOfTransitions.get(i), ofTransitions.of(i));
        }
        before += isThere.length;
        return this;
    }

    /// The only dialog of each of some things.
    private static final class Owners {
        private static final int NOBODY = -2;
        private final int[] dialogs;

        Owners(int size) {
            dialogs = new int[size];
            Arrays.fill(dialogs, NOBODY);
        }

        void add(int thing, int dialog) {
            int known = dialogs[thing];
            dialogs[thing] = known == NOBODY || known == dialog ? dialog : (int) SEVERAL;
        }

        int of(int thing) {
            return dialogs[thing];
        }
    }

    private void own(List<List<String>> steps, int dialog) {
        if (dialog == Owners.NOBODY) {
            return;
        }
        long owner = dialog == SEVERAL ? SEVERAL : before + dialog;
        for (List<String> step : steps) {
            owners.merge(step, owner, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    private static List<List<String>> steps(TransactionWord word) {
        List<List<String>> steps = new ArrayList<>();
        String last = Transition.START;
        for (String symbol : word.symbols()) {
            steps.add(List.of(last, symbol));
            last = symbol;
        }
        return steps;
    }

    private static List<List<String>> steps(Transition transition) {
        return transition.isJudged() ? List.of(List.of("", transition.before(), transition.next())) : List.of();
    }

    private static <T> void add(Map<T, Long> counts, T thing, long times) {
        if (times > 0) {
            counts.merge(thing, times, Long::sum);
        }
    }

    /// The model of all that was added.
    public NoveltyModel fit() {
        return fit(Map.of(), Map.of());
    }

    /// The model of what was added that fits a file beside what is there already.
    private NoveltyModel fit(Map<TransactionWord, Long> thereWords, Map<Transition, Long> thereTransitions) {
        Map<TransactionWord, Long> chosen = new LinkedHashMap<>();
        int free = MOST_WORDS - thereWords.size();
        int messages = MOST_MESSAGES;
        for (TransactionWord word : thereWords.keySet()) {
            messages -= messages(word);
        }
        for (Map.Entry<TransactionWord, Long> each : sortedWords(words).entrySet()) {
            TransactionWord word = each.getKey();
            boolean isThere = thereWords.containsKey(word);
            if (isThere || (free > 0 && messages >= messages(word))) {
                chosen.put(word, each.getValue());
                free -= isThere ? 0 : 1;
                messages -= isThere ? 0 : messages(word);
            }
        }
        Map<Transition, Long> chosenTransitions = new LinkedHashMap<>();
        free = MOST_TRANSITIONS - thereTransitions.size();
        for (Map.Entry<Transition, Long> each : sortedTransitions(transitions).entrySet()) {
            boolean isThere = thereTransitions.containsKey(each.getKey());
            if (isThere || free > 0) {
                chosenTransitions.put(each.getKey(), each.getValue());
                free -= isThere ? 0 : 1;
            }
        }
        return new NoveltyModel(chosen, chosenTransitions, new GoodTuring(dialogs, alone(Set.of())), Optional.empty());
    }

    private static int messages(TransactionWord word) {
        return word.types().size() + 1;
    }

    /// The dialogs that are alone with a step which is not among these.
    private long alone(Set<List<String>> known) {
        return owners.entrySet()
                .stream()
                .filter(each -> each.getValue() != SEVERAL && !known.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .count();
    }

    /// The model of all that was added, and of what is common anywhere: whatever one of them knows,
    /// it knows. The counts are added as they are.
    public NoveltyModel fitUpon(CommonTraffic common) {
        NoveltyModel there = common.model();
        NoveltyModel own = fit(there.words(), there.transitions());
        Set<List<String>> known = known(there);
        return new NoveltyModel(sortedWords(sum(there.words(), own.words())),
                sortedTransitions(sum(there.transitions(), own.transitions())), new GoodTuring(dialogs, alone(known)),
                new Foundation(common.name(), common.sha256(), there.trainedDialogs(), own));
    }

    /// A model whose baseline has more dialogs: their counts are added to those it has, as if they
    /// had been in its training. Which dialogs of the first training were alone with a step is not
    /// kept, so all of them still count as alone: the share of further dialogs that would be
    /// unknown is never underestimated. The scores of held-out dialogs stay those of the first
    /// baseline.
    ///
    /// @param isAdded whether a dialog is added
    /// @throws IllegalArgumentException if a model file has no room for them
    public static NoveltyModel extended(NoveltyModel model, HopUnits units, IntPredicate isAdded) {
        NoveltyTrainer added = new NoveltyTrainer().add(units, isAdded);
        NoveltyModel more = added.fit(model.words(), model.transitions());
        if (more.words().size() < added.words.size() || more.transitions().size() < added.transitions.size()) {
            throw new IllegalArgumentException("too many different transactions for one model");
        }
        Map<TransactionWord, Long> words = sortedWords(sum(model.words(), more.words()));
        Map<Transition, Long> transitions = sortedTransitions(sum(model.transitions(), more.transitions()));
        GoodTuring dialogs = added.upon(model);
        if (model.foundation().isEmpty()) {
            return new NoveltyModel(words, transitions, dialogs, model.calibration());
        }
        Foundation foundation = model.foundation().get();
        NoveltyModel own = foundation.own();
        return new NoveltyModel(words, transitions, dialogs,
                foundation.with(new NoveltyModel(sortedWords(sum(own.words(), more.words())),
                        sortedTransitions(sum(own.transitions(), more.transitions())), added.upon(own),
                        own.calibration())));
    }

    /// The dialogs of a model, and those that were added, of which some are alone with a step.
    private GoodTuring upon(NoveltyModel model) {
        return new GoodTuring(model.dialogs().observed() + dialogs, model.dialogs().once() + alone(known(model)));
    }

    private static Set<List<String>> known(NoveltyModel model) {
        Set<List<String>> known = new HashSet<>();
        model.words().keySet().forEach(each -> known.addAll(steps(each)));
        model.transitions().keySet().forEach(each -> known.addAll(steps(each)));
        return known;
    }

    private static <T> Map<T, Long> sum(Map<T, Long> some, Map<T, Long> others) {
        Map<T, Long> all = new HashMap<>(some);
        others.forEach((thing, times) -> all.merge(thing, times, Long::sum));
        return all;
    }

    /// The model of a baseline, with the scores of its dialogs under models that never saw them;
    /// empty where it has no transaction.
    ///
    /// @param leftOut the dialogs that do not belong to it
    /// @param common what training begins with, if anything
    public static Optional<NoveltyModel> calibrated(HopUnits baseline, BitSet leftOut, Optional<CommonTraffic> common) {
        NoveltyTrainer trainer = new NoveltyTrainer().add(baseline, dialog -> !leftOut.get(dialog));
        NoveltyModel model = common.map(trainer::fitUpon).orElseGet(trainer::fit);
        return model.words().isEmpty() ? Optional.empty() : Optional.of(model.with(Calibrator.of(baseline, leftOut)));
    }

    private static String name(TransactionWord word) {
        return word.text() + word.isCut();
    }

    /// The most frequent first, so that order and choice do not depend on the captures' order.
    static Map<TransactionWord, Long> sortedWords(Map<TransactionWord, Long> counts) {
        return sorted(counts, Comparator.comparing(NoveltyTrainer::name));
    }

    /// The most frequent first.
    static Map<Transition, Long> sortedTransitions(Map<Transition, Long> counts) {
        return sorted(counts, Comparator.comparing(Transition::toString));
    }

    private static <T> Map<T, Long> sorted(Map<T, Long> counts, Comparator<T> names) {
        Map<T, Long> chosen = new LinkedHashMap<>();
        counts.entrySet()
                .stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(names)))
                .forEach(each -> chosen.put(each.getKey(), each.getValue()));
        return chosen;
    }
}
