package org.sipsleuth.sequence.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static String fold(String sequence) {
        return String.join(" ", Folding.of(Arrays.asList(sequence.split(" "))));
    }

    @Test
    void registrationsOfADayAreThoseOfTwoTimes() {
        String twice = "REGISTER 200 REGISTER 200";
        assertEquals(twice, fold(twice));
        assertEquals(twice, fold(twice + " REGISTER 200"));
        assertEquals(twice, fold(twice + " REGISTER 200".repeat(143)));
    }

    @Test
    void whatComesBetweenStays() {
        assertEquals("REGISTER 200 REGISTER 401 REGISTER 200",
                fold("REGISTER 200 REGISTER 200 REGISTER 200 REGISTER 401 REGISTER 200"));
        assertEquals("INVITE 200 ACK BYE 200 BYE 200 ACK", fold("INVITE 200 ACK BYE 200 BYE 200 BYE 200 ACK"));
    }

    @Test
    void refreshesOfACallAreFoldedWhole() {
        assertEquals("INVITE 200 ACK INVITE 200 ACK BYE 200",
                fold("INVITE 200 ACK" + " INVITE 200 ACK".repeat(9) + " BYE 200"));
    }

    @Test
    void responsesAloneAreNotFolded() {
        String ringing = "INVITE 100 180 183 180 183 180 183 200 ACK";
        assertEquals(ringing, fold(ringing));
    }

    /// What is folded from the beginning of a dialog can be gone on from.
    @Property(tries = 300)
    void foldingGoesOnFromItsOwnResult(@ForAll @Size(max = 40) List<@IntRange(max = 3) Integer> numbers,
            @ForAll @IntRange(max = 40) int cut) {
        List<String> names = List.of("REGISTER", "200", "INVITE", "180");
        List<String> types = numbers.stream().map(names::get).toList();
        int at = Math.min(cut, types.size());
        List<String> rest = new ArrayList<>(Folding.of(types.subList(0, at)));
        rest.addAll(types.subList(at, types.size()));
        assertEquals(Folding.of(types), Folding.of(rest));
    }

    @Test
    void aMillionRegistrationsAreFoldedAtOnce() {
        List<String> types =
                Collections.nCopies(500_000, List.of("REGISTER", "200")).stream().flatMap(List::stream).toList();
        assertEquals(List.of("REGISTER", "200", "REGISTER", "200"), Folding.of(types));
    }
}
