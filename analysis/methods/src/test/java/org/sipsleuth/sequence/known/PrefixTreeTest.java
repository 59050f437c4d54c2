package org.sipsleuth.sequence.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.alignment.Sample;

/// A tree of a few calls.
class PrefixTreeTest {

    private static final PrefixTree TREE = PrefixTree.of(
            Sample.sequences("INVITE 100 180 200 ACK BYE 200", "INVITE 100 486 ACK", "INVITE 100", "OPTIONS 200"),
            new long[]{5, 2, 1, 2});

    private static int node(String types) {
        int node = TREE.root();
        for (String type : Sample.sequence(types)) {
            node = TREE.next(node, type);
        }
        return node;
    }

    @Test
    void countsTheOccurrencesThatPass() {
        assertEquals(10, TREE.count(TREE.root()));
        assertEquals(8, TREE.count(node("INVITE 100")));
        assertEquals(2, TREE.count(node("INVITE 100 486")));
    }

    @Test
    void continuationsComeByProbabilityThenName() {
        assertEquals(List.of(new Continuation("180", node("INVITE 100 180"), 0.625),
                new Continuation("486", node("INVITE 100 486"), 0.25)), TREE.continuations(node("INVITE 100")));
        assertEquals(0.125, TREE.endProbability(node("INVITE 100")));
        PrefixTree equal = PrefixTree.of(Sample.sequences("b", "c", "a"), new long[]{1, 1, 1});
        assertEquals(List.of("a", "b", "c"), equal.continuations(0).stream().map(Continuation::type).toList());
    }

    @Test
    void leadingDialogsComeByProbabilityThenClass() {
        assertEquals(List.of(new Candidate(0, 0.5), new Candidate(1, 0.2), new Candidate(3, 0.2)),
                TREE.leading(TREE.root(), 3));
        assertEquals(List.of(new Candidate(0, 1.0)), TREE.leading(node("INVITE 100 180"), 3));
        assertEquals(0, TREE.best(TREE.root()));
        assertEquals(3, TREE.best(node("OPTIONS")));
    }

    @Test
    void onlyWholeSequencesAreKnown() {
        assertTrue(TREE.isKnown(Sample.sequence("INVITE 100")));
        assertFalse(TREE.isKnown(Sample.sequence("INVITE 100 180")));
        assertFalse(TREE.isKnown(Sample.sequence("INVITE 100 486 ACK ACK")));
        assertFalse(TREE.isKnown(List.of()));
        assertEquals(2, TREE.classAt(node("INVITE 100")));
        assertEquals(-1, TREE.classAt(node("INVITE")));
    }

    @Test
    void whatLeftTheKnownStaysOutside() {
        TreeCursor walk = TREE.walk();
        assertEquals(1, walk.stepProbability());
        for (String type : Sample.sequence("INVITE 100 100 180 200")) {
            walk.next(type);
        }
        assertFalse(walk.isKnown());
        assertEquals(2, walk.leftAt());
        assertEquals(-1, walk.node());
        assertEquals(0, walk.stepProbability());
        assertEquals(List.of(0.8, 1.0, 0.0, 0.0),
                TREE.steps(Sample.sequence("INVITE 100 100 180")).stream().map(StepProbability::probability).toList());
    }

    @Test
    void theEmptySequenceMayBeKnown() {
        PrefixTree tree = PrefixTree.of(List.of(List.of()), new long[]{3});
        assertEquals(0, tree.classAt(tree.root()));
        assertEquals(1, tree.endProbability(tree.root()));
        assertEquals(-1, tree.next(tree.root(), "INVITE"));
        assertEquals(List.of(), tree.continuations(tree.root()));
    }

    @Test
    void aMillionMessagesAreNoDepth() {
        List<String> one = Collections.nCopies(1_000_000, "200");
        PrefixTree tree = PrefixTree.of(List.of(one, one.subList(0, 999_999)), new long[]{1, 1});
        assertEquals(0, tree.classOf(one));
        assertEquals(1_000_001, tree.nodes());
    }

    @Test
    void wrongInputIsRefused() {
        List<List<String>> twice = Sample.sequences("A B", "C", "A B");
        long[] three = {1, 1, 1};
        assertThrows(IllegalArgumentException.class, () -> PrefixTree.of(twice, three));
        List<List<String>> one = Sample.sequences("A");
        long[] none = {};
        assertThrows(IllegalArgumentException.class, () -> PrefixTree.of(one, none));
        assertThrows(IllegalArgumentException.class, () -> PrefixTree.of(List.of(), none));
        long[] zero = {0};
        assertThrows(IllegalArgumentException.class, () -> PrefixTree.of(one, zero));
        assertThrows(IndexOutOfBoundsException.class, () -> TREE.next(-1, "INVITE"));
    }
}
