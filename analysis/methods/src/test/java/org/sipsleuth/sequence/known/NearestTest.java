package org.sipsleuth.sequence.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.alignment.Sample;

/// Which known dialogs are nearest.
class NearestTest {

    private static final List<List<String>> KNOWN =
            Sample.sequences("OPTIONS 200", "INVITE 100 486 ACK", "INVITE 100 200 ACK", "INVITE 100 603 ACK");

    private static List<Integer> classes(Nearest nearest, String sequence, int most) {
        return nearest.of(Sample.sequence(sequence), most).stream().map(Neighbour::dialogClass).toList();
    }

    @Test
    void ofEquallyNearOnesTheMoreFrequentComesFirst() {
        Nearest nearest = Nearest.of(KNOWN, new long[]{100, 1, 7, 7});
        assertEquals(List.of(2, 3, 1, 0), classes(nearest, "INVITE 100 404 ACK", 9));
        assertEquals(List.of(2), classes(nearest, "INVITE 100 404 ACK", 1));
        assertEquals(List.of(), classes(nearest, "INVITE 100 404 ACK", 0));
        assertEquals(List.of(1, 2, 3), classes(Nearest.of(KNOWN), "INVITE 100 404 ACK", 3));
    }

    @Test
    void typesThatNobodyKnowsDifferFromAll() {
        Neighbour first = Nearest.of(KNOWN).of(Sample.sequence("A B C D"), 1).getFirst();
        assertEquals(4, first.distance());
        assertEquals(0, first.dialogClass());
    }

    @Test
    void theEmptySequenceIsNearestToTheShortest() {
        Neighbour first = Nearest.of(KNOWN).of(List.of(), 1).getFirst();
        assertEquals(0, first.dialogClass());
        assertEquals(2, first.distance());
    }

    @Test
    void ofAMillionMessagesTheFirstThousandAreCompared() {
        List<String> million = Collections.nCopies(1_000_000, "200");
        Neighbour first = Nearest.of(KNOWN).of(million, 1).getFirst();
        assertEquals(999, first.distance());
        assertEquals(999_000, first.alignment().otherLeftOut());
        Neighbour same = Nearest.of(List.of(million)).of(million.subList(0, 2_000), 1).getFirst();
        assertEquals(0, same.distance());
        assertEquals(999_000, same.alignment().knownLeftOut());
        assertEquals(1_000, same.alignment().otherLeftOut());
    }

    @Test
    void wrongInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Nearest.of(List.of()));
        List<List<String>> twice = Sample.sequences("A", "A");
        assertThrows(IllegalArgumentException.class, () -> Nearest.of(twice));
        long[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> Nearest.of(KNOWN, one));
    }
}
