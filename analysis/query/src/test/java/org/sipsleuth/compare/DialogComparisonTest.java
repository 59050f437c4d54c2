package org.sipsleuth.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sipsleuth.alignment.Edit;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.run.RunMonitor;

class DialogComparisonTest {

    private static void call(Talk talk, String id, String callee) {
        talk.callId(id)
                .request(CALLER, callee, "INVITE", 1, id)
                .response(callee, CALLER, 180, "INVITE", 1, id)
                .response(callee, CALLER, 200, "INVITE", 1, id)
                .request(CALLER, callee, "ACK", 1, id + "a");
    }

    private static DialogComparison compared(Talk talk) throws IOException {
        return DialogComparison.of(talk.read(), 0, 1, RunMonitor.NONE);
    }

    private static List<DialogRow.Kind> kinds(DialogComparison comparison) {
        return comparison.rows().stream().map(DialogRow::kind).toList();
    }

    @Test
    void aDialogComparedWithItselfHasNoDifferences() throws IOException {
        Talk talk = new Talk();
        call(talk, "one", CALLEE);
        SipIndex index = talk.read();
        DialogComparison comparison = DialogComparison.of(index, 0, 0, RunMonitor.NONE);
        assertEquals(0, comparison.differences());
        assertEquals(4, comparison.rows().size());
        assertEquals("without difference", comparison.summary());
    }

    @Test
    void dialogsOfTwoCapturesAreCompared() throws IOException {
        Talk before = new Talk();
        call(before, "other", PROXY);
        call(before, "one", CALLEE);
        Talk now = new Talk();
        call(now, "two", PROXY);
        now.request(CALLER, PROXY, "BYE", 2, "bye");
        SipIndex left = before.read();
        SipIndex right = now.read();
        DialogComparison comparison = DialogComparison.of(left, 1, right, 0, RunMonitor.NONE);
        assertEquals(1, comparison.differences());
        assertEquals(DialogRow.Kind.ONLY_RIGHT, comparison.rows().getLast().kind());
        assertEquals(Map.of(CALLER, CALLER, CALLEE, PROXY), comparison.hosts());
        HostParts parts = HostParts.of(comparison);
        assertEquals(new HostParts.Part("B", CALLEE, PROXY), parts.all().get(1));
        assertEquals(1, parts.destination(comparison.rows().getLast().right(), false));
        assertEquals(1, parts.destination(comparison.rows().getFirst().left(), true));
    }

    @Test
    void onOneHostEachPortPlaysAPart() throws IOException {
        Talk talk = new Talk();
        call(talk, "apart", CALLEE);
        talk.callId("loop")
                .request("127.0.0.1:5061", "127.0.0.1:5062", "INVITE", 1, "x")
                .response("127.0.0.1:5062", "127.0.0.1:5061", 180, "INVITE", 1, "x");
        SipIndex index = talk.read();
        DialogComparison comparison = DialogComparison.of(index, 0, index, 1, RunMonitor.NONE);
        assertEquals(Map.of(CALLER, "127.0.0.1:5061", CALLEE, "127.0.0.1:5062"), comparison.hosts());
        HostParts parts = HostParts.of(comparison);
        assertEquals(2, parts.all().size());
        assertEquals(1, parts.source(comparison.rows().get(1).right(), false));
        assertTrue(comparison.rows().stream().noneMatch(row -> row.is(DialogRow.Mark.OTHER_WAY)));
    }

    @Test
    void aDialogOfTheRightSideCanBeAlone() throws IOException {
        Talk talk = new Talk();
        call(talk, "one", CALLEE);
        SipIndex index = talk.read();
        DialogComparison comparison = DialogComparison.of(index, DialogComparison.NONE, index, 0, RunMonitor.NONE);
        assertEquals(Collections.nCopies(4, DialogRow.Kind.ONLY_RIGHT), kinds(comparison));
        assertEquals(new HostParts.Part("A", "", CALLER), HostParts.of(comparison).all().getFirst());
    }

    @Test
    void whatIsMissingAndWhatIsAnotherTypeStandInTheirPlaces() throws IOException {
        Talk talk = new Talk();
        call(talk, "one", CALLEE);
        talk.callId("two")
                .request(CALLER, CALLEE, "INVITE", 1, "x")
                .response(CALLEE, CALLER, 486, "INVITE", 1, "x")
                .request(CALLER, CALLEE, "ACK", 1, "x");
        DialogComparison comparison = compared(talk);
        assertEquals(
                List.of(DialogRow.Kind.SAME, DialogRow.Kind.ONLY_LEFT, DialogRow.Kind.OTHER_TYPE, DialogRow.Kind.SAME),
                kinds(comparison));
        assertEquals(-1, comparison.rows().get(1).right());
        assertTrue(comparison.summary().contains("486"), comparison.summary());
    }

    @Test
    void otherAddressesThatPlayTheSamePartsAreNoDifference() throws IOException {
        Talk talk = new Talk();
        call(talk, "one", CALLEE);
        call(talk, "two", PROXY);
        DialogComparison comparison = compared(talk);
        assertEquals(0, comparison.differences());
        assertEquals(Map.of(CALLER, CALLER, CALLEE, PROXY), comparison.hosts());
    }

    @Test
    void theSameTypeTheOtherWayRoundIsMarked() throws IOException {
        Talk talk = new Talk();
        call(talk, "one", CALLEE);
        talk.request(CALLER, CALLEE, "BYE", 2, "bye1");
        call(talk, "two", CALLEE);
        talk.request(CALLEE, CALLER, "BYE", 1, "bye2");
        DialogComparison comparison = compared(talk);
        assertEquals(1, comparison.differences());
        DialogRow bye = comparison.rows().getLast();
        assertEquals(DialogRow.Kind.SAME, bye.kind());
        assertTrue(bye.is(DialogRow.Mark.OTHER_WAY));
    }

    @Test
    void aMuchLongerPauseIsMarked() throws IOException {
        Talk talk = new Talk();
        call(talk, "one", CALLEE);
        talk.request(CALLER, CALLEE, "BYE", 2, "bye1");
        call(talk, "two", CALLEE);
        talk.after(60).request(CALLER, CALLEE, "BYE", 2, "bye2");
        DialogComparison comparison = compared(talk);
        assertEquals(1, comparison.differences());
        DialogRow bye = comparison.rows().getLast();
        assertTrue(bye.is(DialogRow.Mark.OTHER_PAUSE));
        assertEquals(1_000_000_000L, bye.leftPauseNanos());
        assertEquals(61_000_000_000L, bye.rightPauseNanos());
    }

    @Property(tries = 300)
    void theEditsOfASequenceToAnotherGiveTheOther(@ForAll("sequences") List<String> left,
            @ForAll("sequences") List<String> right) {
        assertEquals(right, applied(left, right));
    }

    @Provide
    Arbitrary<List<String>> sequences() {
        return Arbitraries.of("INVITE", "100", "180", "200", "ACK", "BYE").list().ofMaxSize(30);
    }

    @Test
    void dialogsOfTenThousandMessagesAreComparedByPieces() {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            left.add(i % 17 == 0 ? "INVITE" : i % 5 == 0 ? "200" : "INFO");
        }
        List<String> right = new ArrayList<>(left);
        right.remove(9_000);
        right.add(5_000, "REFER");
        right.set(100, "486");
        assertEquals(right, applied(left, right));
        long differences = LongAlignment.edits(left, right, RunMonitor.NONE)
                .stream()
                .filter(edit -> !(edit instanceof Edit.Match))
                .count();
        assertEquals(3, differences);
    }

    @Test
    void aLongDialogBesideAShortOneEnds() {
        List<String> left = Collections.nCopies(9_000, "OPTIONS");
        assertEquals(List.of("BYE"), applied(left, List.of("BYE")));
        assertEquals(left, applied(List.of("BYE"), left));
        assertTrue(applied(left, List.of()).isEmpty());
        assertFalse(applied(List.of(), left).isEmpty());
    }

    private static List<String> applied(List<String> left, List<String> right) {
        List<String> made = new ArrayList<>();
        int next = 0;
        for (Edit edit : LongAlignment.edits(left, right, RunMonitor.NONE)) {
            switch (edit) {
                case Edit.Match match -> {
                    assertEquals(next++, match.known());
                    made.add(left.get(match.known()));
                }
                case Edit.Insertion insertion -> made.add(right.get(insertion.other()));
                case Edit.Deletion deletion -> assertEquals(next++, deletion.known());
                case Edit.Substitution substitution -> {
                    assertEquals(next++, substitution.known());
                    made.add(right.get(substitution.other()));
                }
            }
        }
        assertEquals(left.size(), next);
        return made;
    }
}
