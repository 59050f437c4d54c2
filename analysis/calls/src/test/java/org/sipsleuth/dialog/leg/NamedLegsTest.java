package org.sipsleuth.dialog.leg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.leg.LegCapture.FAR;
import static org.sipsleuth.dialog.leg.LegCapture.GATE;
import static org.sipsleuth.dialog.leg.LegCapture.PBX;
import static org.sipsleuth.dialog.leg.LegCapture.PHONE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Legs that a header field names, and such that almost do. Time, numbers and hosts of the two
/// speak against each other, so that nothing else links them.
class NamedLegsTest {

    private static final String UUID = "ab30317f1a784dc48ff824d0d3715d86";
    private static final String OTHER = "47755a9de7794ba387653f2099600ef2";
    private static final String NIL = "00000000000000000000000000000000";

    @ParameterizedTest
    @CsvSource({
        "x-call-id, '', X-Call-ID: a",
        "x-call-id, '', x-cid: a",
        "x-call-id, X-CID: first, X-CID: first",
        "session-id, Session-ID: " + UUID + ", Session-ID: " + UUID,
        "session-id, Session-ID: " + UUID + ";remote=" + NIL + ", Session-ID: " + UUID + ";remote=" + OTHER,
        "session-id, Session-ID: " + UUID + ";remote=" + OTHER + ", Session-ID: " + OTHER + ";remote=" + UUID,
        "icid, P-Charging-Vector: icid-value=\"x1\";orig-ioi=a, P-Charging-Vector: icid-value=x1",
        "replaces, '', Replaces: a;to-tag=b;from-tag=a",
        "join, '', Join: a;to-tag=b;from-tag=a",
        "target-dialog, '', Target-Dialog: a;local-tag=b;remote-tag=a",
        "in-reply-to, '', 'In-Reply-To: x, a'"})
    void aFieldThatNamesTheOtherLegLinksBoth(String kind, String first, String second) throws IOException {
        Legs legs = legs(first, second);
        assertEquals(Set.of(Set.of("a", "b")), LegCapture.groups(legs));
        LegReason strongest = legs.reasons(legs.linksOf(0).getFirst()).getFirst();
        assertEquals(kind, strongest.kind());
        assertTrue(strongest.weight() > 1, strongest.words());
        assertTrue(strongest.messages().contains(legs.index().dialogs().firstMessage(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', X-Call-ID: A",
        "'', X-Call-ID: a@host",
        "'', X-Other-ID: a",
        "X-CID: first, X-CID: second",
        "Session-ID: " + UUID + ", Session-ID: " + OTHER,
        "Session-ID: " + NIL + ", Session-ID: " + NIL,
        "Session-ID: abc, Session-ID: abc",
        "P-Charging-Vector: icid-value=x1, P-Charging-Vector: icid-value=x2",
        "P-Charging-Vector: orig-ioi=x1, P-Charging-Vector: orig-ioi=x1",
        "'', Replaces: ab;to-tag=b;from-tag=a",
        "'', In-Reply-To: b"})
    void oneThatAlmostDoesNot(String first, String second) throws IOException {
        assertEquals(Set.of(), LegCapture.groups(legs(first, second)));
    }

    @Test
    void anyHeaderFieldCanBeConfigured() throws IOException {
        SipIndex index = index("", "X-Other-ID: a");
        LegSettings settings = LegSettings.USUAL.withFields(List.of("X-Other-Id"));
        assertEquals(1, Legs.of(index, settings, RunMonitor.NONE).groups().size());
    }

    @Test
    void aKindOfEvidenceCanBeLeftOut() throws IOException {
        SipIndex index = index("", "X-Call-ID: a");
        LegSettings settings = LegSettings.USUAL.without(Set.of("x-call-id"));
        assertEquals(0, Legs.of(index, settings, RunMonitor.NONE).groups().size());
    }

    @Test
    void anAttendedTransferHoldsThreeDialogsTogether() throws IOException {
        TestLeg first = new TestLeg("first", PHONE, GATE).endedAfter(100);
        TestLeg asked = new TestLeg("asked", PHONE, FAR).called("777").at(20).endedAfter(60);
        TestLeg taken = new TestLeg("taken", GATE, FAR).called("777")
                .at(40.02)
                .with("Replaces: asked;to-tag=b;from-tag=aasked");
        List<TestLeg.Sent> all = new ArrayList<>();
        for (TestLeg leg : List.of(first, asked, taken)) {
            all.addAll(leg.messages());
        }
        String refer = "Refer-To: <sip:777@example.org?Replaces=asked%3Bto-tag%3Db%3Bfrom-tag%3Daasked>";
        all.add(first.within(40, "REFER", refer));
        Legs legs = LegCapture.legs(LegCapture.ofMessages(all));
        assertEquals(Set.of(Set.of("first", "asked", "taken")), LegCapture.groups(legs));
        Set<String> kinds = new TreeSet<>();
        legs.links().forEach(link -> legs.reasons(link).forEach(why -> kinds.add(why.kind())));
        assertEquals(Set.of("refer", "refer-replaces", "replaces"), kinds);
    }

    @Test
    void aReferLeadsToTheCallItAsksFor() throws IOException {
        Legs legs = referred("Referred-By: <sip:x@example.org>", 40.02);
        assertEquals(Set.of(Set.of("first", "taken")), LegCapture.groups(legs));
    }

    @Test
    void aReferDoesNotLeadToALaterCallOfSomebodyElse() throws IOException {
        assertEquals(Set.of(), LegCapture.groups(referred("X-Nothing: 1", 75)));
    }

    private static Legs referred(String field, double at) throws IOException {
        TestLeg first = new TestLeg("first", PHONE, GATE).endedAfter(50);
        TestLeg taken = new TestLeg("taken", GATE, FAR).called("777").at(at).with(field);
        List<TestLeg.Sent> all = new ArrayList<>(first.messages());
        all.addAll(taken.messages());
        all.add(first.within(40, "REFER", "Refer-To: <sip:777@example.org>"));
        return LegCapture.legs(LegCapture.ofMessages(all));
    }

    private static Legs legs(String first, String second) throws IOException {
        return LegCapture.legs(index(first, second));
    }

    private static SipIndex index(String first, String second) throws IOException {
        TestLeg a = new TestLeg("a", PHONE, PBX).endedAfter(90);
        TestLeg b = new TestLeg("b", GATE, FAR).called("5").calling("8").at(50);
        return LegCapture.of(first.isEmpty() ? a : a.with(first), second.isEmpty() ? b : b.with(second));
    }
}
