package org.sipsleuth.simulate.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.clock.SeededRandom;

/// A corpus of dialogs with exact counts: dialogs, distinct sequences, sequences that occur once,
/// and the length of the longest; and its split for training, as in the first paper.
public final class Corpus {

    /// The part of the split.
    public enum Part {
        TRAIN, VALIDATION, TEST
    }

    /// The numbers of the paper on known and unknown dialogs (§4.1, Tables 6 and 7).
    ///
    /// @param dialogs all dialogs
    /// @param sequences distinct sequences
    /// @param once sequences that occur once
    /// @param longest messages of the longest dialog, which is the only one of its length
    /// @param trained sequences that occur in the part for training
    /// @param unknown dialogs whose sequence does not
    public record Numbers(int dialogs, int sequences, int once, int longest, int trained, int unknown) {

        /// The numbers of the paper; 639 unknown ones are its joint accuracy of 0.9660.
        public static final Numbers PAPER = new Numbers(18_782, 1_492, 988, 56, 928, 639);
    }

    /// One dialog to be played.
    public record Entry(Script script, Part part) {}

    private static final double RANK_EXPONENT = 1.25;
    private static final int FIRST_DRAWS = 60_000;

    private static final class Found {
        final Script script;
        int times;

        Found(Script script) {
            this.script = script;
        }
    }

    private final Numbers numbers;
    private final SeededRandom draws;

    /// @param draws its random numbers, which determine the sequences and the split
    public Corpus(Numbers numbers, SeededRandom draws) {
        this.numbers = numbers;
        this.draws = draws;
    }

    /// All dialogs, in random order.
    public List<Entry> draw() {
        List<Script> ranked = ranked();
        int[] counts = counts();
        List<Entry> entries = new Split(numbers, counts, draws.of("split")).of(ranked);
        draws.of("order").shuffle(entries);
        return entries;
    }

    /// The sequences: first those that occur several times, the most frequent first; then
    /// those that occur once, the longest of all among them.
    private List<Script> ranked() {
        CallGrammar grammar = new CallGrammar(draws.of("grammar"));
        Map<String, Found> found = new LinkedHashMap<>();
        for (int i = 0; i < FIRST_DRAWS || found.size() < numbers.sequences() - 1; i++) {
            Script script = grammar.next();
            if (script.length() < numbers.longest()) {
                found.computeIfAbsent(script.sequence(), _ -> new Found(script)).times++;
            }
        }
        List<Script> ranked = new ArrayList<>();
        found.values()
                .stream()
                .sorted(Comparator.comparingInt((Found one) -> one.times).reversed())
                .limit(numbers.sequences() - 1L)
                .forEach(one -> ranked.add(one.script));
        ranked.add(grammar.callOf(numbers.longest()));
        return ranked;
    }

    /// How often each sequence occurs: those that occur several times by a power law of their rank.
    private int[] counts() {
        int several = numbers.sequences() - numbers.once();
        int[] counts = new int[numbers.sequences()];
        Arrays.fill(counts, 1);
        int left = numbers.dialogs() - numbers.once();
        double low = 0;
        double high = left;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (fill(counts, several, middle) > left) {
                high = middle;
            } else {
                low = middle;
            }
        }
        int filled = fill(counts, several, low);
        counts[0] += left - filled;
        return counts;
    }

    private static int fill(int[] counts, int several, double first) {
        int sum = 0;
        for (int rank = 0; rank < several; rank++) {
            double share = StrictMath.pow(rank + 1.0, -RANK_EXPONENT);
            counts[rank] = Math.max(2, (int) (first * share));
            sum += counts[rank];
        }
        return sum;
    }

    /// Splits dialogs into 50 % for training, 20 % for validation and 30 % for testing so that
    /// exactly as many sequences are trained, and as many dialogs unknown, as the numbers require.
    private static final class Split {
        private final Numbers numbers;
        private final int[] counts;
        private final SeededRandom draws;

        Split(Numbers numbers, int[] counts, SeededRandom draws) {
            this.numbers = numbers;
            this.counts = counts;
            this.draws = draws;
        }

        List<Entry> of(List<Script> ranked) {
            boolean[] untrained = untrained();
            List<Script> first = new ArrayList<>(); // one of each trained sequence
            List<Script> free = new ArrayList<>();
            List<Script> outside = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                List<Script> more = untrained[i] ? outside : free;
                if (!untrained[i]) {
                    first.add(ranked.get(i));
                }
                for (int n = untrained[i] ? 0 : 1; n < counts[i]; n++) {
                    more.add(ranked.get(i));
                }
            }
            draws.shuffle(free);
            int train = numbers.dialogs() / 2;
            List<Entry> entries = new ArrayList<>();
            first.forEach(script -> entries.add(new Entry(script, Part.TRAIN)));
            int more = train - first.size();
            free.subList(0, more).forEach(script -> entries.add(new Entry(script, Part.TRAIN)));
            List<Script> rest = new ArrayList<>(free.subList(more, free.size()));
            rest.addAll(outside);
            draws.shuffle(rest);
            int validation = numbers.dialogs() / 5;
            for (int i = 0; i < rest.size(); i++) {
                entries.add(new Entry(rest.get(i), i < validation ? Part.VALIDATION : Part.TEST));
            }
            return entries;
        }

        /// Sequences that are not trained: of those that occur once and of those that occur twice
        /// so many that both numbers are met. The longest is trained.
        private boolean[] untrained() {
            int sequences = numbers.sequences() - numbers.trained();
            int twice = numbers.unknown() - sequences;
            boolean[] untrained = new boolean[counts.length];
            pick(untrained, placesOf(2), twice);
            pick(untrained, placesOf(1), sequences - twice);
            return untrained;
        }

        private List<Integer> placesOf(int count) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < counts.length - 1; i++) {
                if (counts[i] == count) {
                    places.add(i);
                }
            }
            return places;
        }

        private void pick(boolean[] untrained, List<Integer> places, int count) {
            draws.shuffle(places);
            places.subList(0, count).forEach(place -> untrained[place] = true);
        }
    }
}
