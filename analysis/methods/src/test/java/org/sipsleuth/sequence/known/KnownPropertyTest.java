package org.sipsleuth.sequence.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.alignment.Edit;
import org.sipsleuth.alignment.Sample;

/// What holds for any sequences.
class KnownPropertyTest {

    private static final double ROUNDING = 1e-12;

    @Property(tries = 300)
    void theTreeCountsAsOneWhoLooksAtAllSequences(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<String>> known = Sample.distinct(random, 8);
        long[] counts = Sample.counts(random, known.size());
        PrefixTree tree = PrefixTree.of(known, counts);
        for (int k = 0; k < known.size(); k++) {
            assertEquals(k, tree.classOf(known.get(k)));
            int node = tree.root();
            for (int length = 0; length <= known.get(k).size(); length++) {
                List<String> prefix = known.get(k).subList(0, length);
                node = length == 0 ? node : tree.next(node, prefix.getLast());
                List<Integer> passing = IntStream.range(0, known.size())
                        .filter(c -> startsWith(known.get(c), prefix))
                        .boxed()
                        .sorted(Comparator.comparing(c -> -counts[c]))
                        .toList();
                long count = passing.stream().mapToLong(c -> counts[c]).sum();
                assertEquals(count, tree.count(node));
                assertEquals(known.indexOf(prefix), tree.classAt(node));
                assertEquals(passing.getFirst(), tree.best(node));
                assertEquals(passing.stream().limit(4).map(c -> new Candidate(c, counts[c] / (double) count)).toList(),
                        tree.leading(node, 4));
            }
        }
    }

    private static boolean startsWith(List<String> sequence, List<String> prefix) {
        return sequence.size() >= prefix.size() && sequence.subList(0, prefix.size()).equals(prefix);
    }

    @Property(tries = 300)
    void probabilitiesOfContinuationsAndEndAddUpToOne(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<String>> known = Sample.distinct(random, 10);
        PrefixTree tree = PrefixTree.of(known, Sample.counts(random, known.size()));
        for (int node = 0; node < tree.nodes(); node++) {
            double sum = tree.endProbability(node);
            for (Continuation next : tree.continuations(node)) {
                assertEquals(next.node(), tree.next(node, next.type()));
                assertEquals(next.probability(), tree.probabilityOf(node, next.type()));
                sum += next.probability();
            }
            assertEquals(1, sum, ROUNDING);
        }
    }

    @Property(tries = 300)
    void aWalkIsStepAfterStep(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<String>> known = Sample.distinct(random, 10);
        PrefixTree tree = PrefixTree.of(known, Sample.counts(random, known.size()));
        List<String> sequence = Sample.random(random, 12, 8);
        TreeCursor walk = tree.walk();
        int node = tree.root();
        for (String type : sequence) {
            double probability = node < 0 ? 0 : tree.probabilityOf(node, type);
            node = node < 0 ? -1 : tree.next(node, type);
            walk.next(type);
            assertEquals(node, walk.node());
            assertEquals(probability, walk.stepProbability());
        }
        assertEquals(node >= 0, walk.leftAt() < 0);
        if (walk.leftAt() >= 0) {
            List<String> left = sequence.subList(0, walk.leftAt() + 1);
            assertFalse(known.stream().anyMatch(k -> startsWith(k, left)));
        }
    }

    @Property(tries = 1000)
    void distanceIsThatOfTheTextbookAndSymmetric(@ForAll long seed) {
        Random random = new Random(seed);
        int types = random.nextInt(1, 9);
        List<String> one = Sample.random(random, 14, types);
        List<String> other = Sample.random(random, 14, types);
        assertEquals(Sample.distance(one, other), Alignment.of(one, other).distance());
        assertEquals(Sample.distance(one, other), Alignment.of(other, one).distance());
    }

    @Property(tries = 1000)
    void editsTurnTheKnownIntoTheOther(@ForAll long seed) {
        Random random = new Random(seed);
        int types = random.nextInt(1, 9);
        List<String> known = Sample.random(random, 14, types);
        List<String> other = Sample.random(random, 14, types);
        List<String> made = new ArrayList<>();
        int i = 0;
        for (Edit edit : Alignment.of(known, other).edits()) {
            assertEquals(i, edit.known());
            assertEquals(made.size(), edit.other());
            switch (edit) {
                case Edit.Match match -> made.add(known.get(match.known()));
                case Edit.Insertion insertion -> made.add(other.get(insertion.other()));
                case Edit.Substitution substitution -> {
                    made.add(other.get(substitution.other()));
                    assertFalse(known.get(i).equals(made.getLast()));
                }
                case Edit.Deletion _ -> {
                }
            }
            i += edit instanceof Edit.Insertion ? 0 : 1;
        }
        assertEquals(other, made);
        assertEquals(known.size(), i);
    }

    @Property(tries = 300)
    void theNearestAreThoseOfOneWhoMeasuresAll(@ForAll long seed) {
        Random random = new Random(seed);
        int longest = random.nextInt(4) == 0 ? 150 : 12;
        List<List<String>> known = Sample.distinct(random, longest);
        long[] counts = Sample.counts(random, known.size());
        List<String> sequence = Sample.random(random, random.nextInt(5) == 0 ? 210 : 70, 8);
        List<Integer> expected = IntStream.range(0, known.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(k -> Sample.distance(known.get(k), sequence))
                        .thenComparing(k -> -counts[k]))
                .limit(5)
                .toList();
        List<Neighbour> nearest = Nearest.of(known, counts).of(sequence, 5);
        assertEquals(expected, nearest.stream().map(Neighbour::dialogClass).toList());
        for (Neighbour neighbour : nearest) {
            assertEquals(neighbour.distance(), neighbour.alignment().distance());
        }
    }

    @Property(tries = 500)
    void anyDifferenceCanBeSaidShortly(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> known = Sample.random(random, 60, 8);
        List<String> other = Sample.random(random, 60, 8);
        String text = DifferenceText.of(Alignment.of(known, other));
        assertEquals(known.equals(other), text.equals("without difference"));
        assertFalse(text.length() > 600, text);
    }
}
