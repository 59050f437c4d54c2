package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Knows the transactions of a baseline, message by message, and their order in dialogs, per hop.
/// Two Markov models of variable order: messages after up to three before them in a transaction,
/// transactions after up to two before them in a dialog. Immutable; any thread.
public final class NoveltyModel {

    private static final int LEAST_DIALOGS = 100;
    private static final double MOST_EXPECTED = 0.1;

    /// How many messages back.
    private static final int MESSAGES_BACK = 3;

    /// How many transactions back.
    private static final int TRANSACTIONS_BACK = 2;

    /// Of held-out dialogs.
    private static final double USUAL = 0.99;

    private final Map<TransactionWord, Long> words;
    private final Map<Transition, Long> transitions;
    private final GoodTuring dialogs;
    private final Optional<Calibration> calibration;
    private final Optional<Foundation> foundation;
    private final Chain messages;
    private final Chain order;
    private final Set<TransactionWord> beginnings = new HashSet<>();
    private final Set<List<String>> pairs = new HashSet<>();
    private final double usualBits;

    /// A Markov model over names.
    private static final class Chain {
        private final int back;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final BackoffModel.Builder builder;
        private final BackoffModel model;

        Chain(int back, Set<String> names) {
            this.back = back;
            names.forEach(name -> numbers.put(name, numbers.size()));
            builder = new BackoffModel.Builder(back, numbers.size(), number(Transition.START));
            model = builder.build();
        }

        void add(List<String> before, String name, long times) {
            builder.add(context(before), number(name), times);
        }

        private int number(String name) {
            return numbers.getOrDefault(name, numbers.size());
        }

        private int[] context(List<String> before) {
            int[] context = new int[back];
            Arrays.fill(context, number(Transition.START));
            for (int i = 1; i <= Math.min(back, before.size()); i++) {
                context[back - i] = number(before.get(before.size() - i));
            }
            return context;
        }

        Step step(boolean isTransaction, List<String> before, String name) {
            BackoffModel.Estimate estimate = model.estimate(context(before), number(name));
            int from = Math.max(0, before.size() - estimate.length());
            return new Step(isTransaction, before.subList(from, before.size()), name, estimate.seen(), estimate.after(),
                    estimate.isUnseen(), estimate.bits());
        }

        Expectation expectation(boolean isTransaction, List<String> before) {
            int[] context = context(before);
            List<Expected> likely = new ArrayList<>();
            numbers.forEach((name, number) -> {
                BackoffModel.Estimate estimate = model.estimate(context, number);
                if (!estimate.isUnseen()) {
                    likely.add(new Expected(name, estimate.probability(), estimate.seen(), estimate.after()));
                }
            });
            likely.sort(Comparator.comparingDouble(Expected::probability).reversed().thenComparing(Expected::symbol));
            double rest = 1 - likely.stream().mapToDouble(Expected::probability).sum();
            return new Expectation(isTransaction, likely, Math.clamp(rest, 0, 1));
        }
    }

    /// A model that began with nothing.
    ///
    /// @param words how often each transaction was seen
    /// @param transitions how often each order was seen
    /// @param dialogs how many dialogs were seen, and how many of them are alone with a step
    /// @param calibration the scores of held-out dialogs of the baseline, if there are any
    /// @throws IllegalArgumentException if there are too many different symbols
    NoveltyModel(Map<TransactionWord, Long> words, Map<Transition, Long> transitions, GoodTuring dialogs,
            Optional<Calibration> calibration) {
        this(words, transitions, dialogs, calibration, Optional.empty());
    }

    /// A model that began with another.
    ///
    /// @param words how often each transaction was seen, there and in the own baseline
    /// @param transitions how often each order was seen, there and in the own baseline
    /// @param dialogs how many dialogs the own baseline has, and how many of them would be unknown
    ///     had they not been seen
    /// @param foundation the other, and the own baseline alone
    /// @throws IllegalArgumentException if there are too many different symbols
    NoveltyModel(Map<TransactionWord, Long> words, Map<Transition, Long> transitions, GoodTuring dialogs,
            Foundation foundation) {
        this(words, transitions, dialogs, foundation.own().calibration, Optional.of(foundation));
    }

    private NoveltyModel(Map<TransactionWord, Long> words, Map<Transition, Long> transitions, GoodTuring dialogs,
            Optional<Calibration> calibration, Optional<Foundation> foundation) {
        this.words = new LinkedHashMap<>(words);
        this.transitions = new LinkedHashMap<>(transitions);
        this.dialogs = dialogs;
        this.calibration = calibration;
        this.foundation = foundation;
        this.messages = messages();
        this.order = order();
        this.words.keySet().forEach(this::begins);
        this.transitions.keySet().forEach(each -> pairs.add(pair(each)));
        this.usualBits =
                foundation.isPresent() || calibration.isEmpty() ? mostBits() : calibration.get().quantile(USUAL);
    }

    private Chain messages() {
        Set<String> names = new TreeSet<>(Set.of(Transition.START, TransactionWord.END));
        words.keySet().forEach(word -> names.addAll(word.symbols()));
        Chain chain = new Chain(MESSAGES_BACK, names);
        words.forEach((word, times) -> {
            List<String> all = fromStart(word);
            for (int i = 1; i < all.size(); i++) {
                chain.add(all.subList(0, i), all.get(i), times);
            }
        });
        return chain;
    }

    private static List<String> fromStart(TransactionWord word) {
        List<String> all = new ArrayList<>();
        all.add(Transition.START);
        all.addAll(word.symbols());
        return all;
    }

    private Chain order() {
        Set<String> names = new TreeSet<>(Set.of(Transition.START, Transition.CUT));
        for (Transition each : transitions.keySet()) {
            names.addAll(List.of(each.earlier(), each.before(), each.next()));
        }
        Chain chain = new Chain(TRANSACTIONS_BACK, names);
        transitions.forEach((each, times) -> {
            if (each.isJudged()) {
                chain.add(List.of(each.earlier(), each.before()), each.next(), times);
            }
        });
        return chain;
    }

    private void begins(TransactionWord word) {
        for (int length = 0; length <= word.types().size(); length++) {
            beginnings.add(new TransactionWord(word.request(), word.types().subList(0, length), true));
        }
    }

    /// The same model with the scores of held-out dialogs.
    NoveltyModel with(Optional<Calibration> scores) {
        return foundation.isPresent()
                ? new NoveltyModel(words, transitions, dialogs,
                        foundation.get().with(foundation.get().own().with(scores)))
                : new NoveltyModel(words, transitions, dialogs, scores);
    }

    /// The same model without the scores of held-out dialogs: those of several networks are a scale
    /// for none.
    public NoveltyModel withoutCalibration() {
        return with(Optional.empty());
    }

    /// The model that this one began with, and what the own baseline showed alone; empty where it
    /// was trained without another.
    public Optional<Foundation> foundation() {
        return foundation;
    }

    /// The part of all transactions in training that the model has from the one it began with, 0 to
    /// 1; 0 if it began with nothing.
    public double foundationShare() {
        return foundation.map(its -> 1 - (double) sum(its.own().words) / sum(words)).orElse(0.0);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(each -> each).sum();
    }

    /// How many dialogs all training had: those of the own baseline, and of the model it began
    /// with.
    public long trainedDialogs() {
        return dialogs.observed() + foundation.map(Foundation::dialogs).orElse(0L);
    }

    /// Whether training was large enough that an unknown dialog says something: 100 dialogs at
    /// least, of which at most a tenth had a step that occurred once.
    public boolean isGrounded() {
        return trainedDialogs() >= LEAST_DIALOGS && dialogs.expected() <= MOST_EXPECTED;
    }

    /// The scores of held-out dialogs of the baseline, if the model has any: those of one's own
    /// network do. They are the surprise to models of the own baseline alone.
    public Optional<Calibration> calibration() {
        return calibration;
    }

    /// What surprises no more than the dialogs of the baseline do, in bits: of held-out dialogs, 99
    /// % do not exceed it; without calibration, or if it began with another model, no step of
    /// training does.
    public double usualBits() {
        return usualBits;
    }

    private double mostBits() {
        double most = 0;
        for (TransactionWord word : words.keySet()) {
            most = Math.max(most, worst(word).bits());
        }
        for (Transition each : transitions.keySet()) {
            boolean isStep = each.isJudged() && !each.next().equals(Transition.END);
            most = Math.max(most, isStep ? step(each).bits() : 0);
        }
        return most;
    }

    /// The transactions of training, and how often each was seen, the most frequent first; those
    /// that were cut are there too.
    public Map<TransactionWord, Long> words() {
        return Collections.unmodifiableMap(words);
    }

    /// The orders of training, and how often each was seen, the most frequent first.
    public Map<Transition, Long> transitions() {
        return Collections.unmodifiableMap(transitions);
    }

    /// The dialogs of the baseline, and how many of them have a step that no other dialog has, nor
    /// the model that training began with: what is expected of further dialogs.
    public GoodTuring dialogs() {
        return dialogs;
    }

    /// What is expected of further transactions as whole words.
    public GoodTuring wordEstimate() {
        return estimate(words);
    }

    /// What is expected of further pairs of transactions, with the one before.
    public GoodTuring transitionEstimate() {
        return estimate(transitions);
    }

    private static GoodTuring estimate(Map<?, Long> counts) {
        return new GoodTuring(sum(counts), counts.values().stream().filter(each -> each == 1).count());
    }

    /// Whether a whole transaction was seen in training; of one that is cut, whether one began like
    /// it. The simplest alternative to the Markov model: a hash set of words.
    public boolean isObserved(TransactionWord word) {
        return word.isCut() ? beginnings.contains(word) : words.containsKey(word);
    }

    /// Whether a transaction was seen in training after the one before it. The simplest alternative
    /// to the Markov model: a set of pairs.
    public boolean isObserved(Transition transition) {
        return pairs.contains(pair(transition));
    }

    private static List<String> pair(Transition transition) {
        return List.of(transition.before(), transition.next());
    }

    /// The messages of a transaction, each with its surprise; at last that it ends there, unless it
    /// is cut.
    public List<Step> steps(TransactionWord word) {
        List<String> all = fromStart(word);
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            steps.add(messages.step(false, all.subList(0, i), all.get(i)));
        }
        return steps;
    }

    /// The most anomalous step of a transaction.
    public Step worst(TransactionWord word) {
        List<Step> steps = steps(word);
        Step worst = steps.getFirst();
        for (Step each : steps) {
            worst = each.exceeds(worst) ? each : worst;
        }
        return worst;
    }

    /// The surprise of a transaction after those before it; only where [Transition#isJudged].
    public Step step(Transition transition) {
        return order.step(true, List.of(transition.earlier(), transition.before()), transition.next());
    }

    /// What usually follows the first messages of a transaction; that it ends is one of it.
    ///
    /// @param symbols how many messages came: 0 asks for the request
    public Expectation expectation(TransactionWord word, int symbols) {
        return messages.expectation(false, fromStart(word).subList(0, symbols + 1));
    }

    /// Which transaction usually follows two of a dialog; that none does is one of it.
    public Expectation expectation(String earlier, String before) {
        return order.expectation(true, List.of(earlier, before));
    }
}
