package org.sipsleuth.dialog.leg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.leg.LegCapture.FAR;
import static org.sipsleuth.dialog.leg.LegCapture.GATE;
import static org.sipsleuth.dialog.leg.LegCapture.PBX;
import static org.sipsleuth.dialog.leg.LegCapture.PHONE;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Legs that share no header field.
class SupportedLegsTest {

    private static final double HANDED_ON = 0.003;

    @Test
    void legsThatFollowFromEachOtherAreLinked() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first(), second()));
        assertEquals(Set.of(Set.of("a", "b")), LegCapture.groups(legs));
        assertTrue(legs.confidence(0) > 0.9, legs.links().toString());
        Map<String, Double> weights = weights(legs);
        for (String kind : List.of("time", "answer-order", "end-order", "called", "calling", "sdp-offer")) {
            assertTrue(weights.getOrDefault(kind, 0.0) > 1, kind + " of " + weights);
        }
    }

    @Test
    void callsOfTheSameTwoPeopleAtOtherTimesAreNot() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first(), new TestLeg("b", PBX, GATE).at(20).media("", "")));
        assertEquals(Set.of(), LegCapture.groups(legs));
    }

    @Test
    void aCallThatLeavesBeforeTheFirstArrivesIsNotItsLeg() throws IOException {
        Legs legs =
                LegCapture.legs(LegCapture.of(first().at(0.5), new TestLeg("b", PBX, GATE).called("99").calling("88")));
        assertEquals(Set.of(), LegCapture.groups(legs));
    }

    @Test
    void aCallTriedAgainFromTheSameHostIsNoLeg() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(new TestLeg("a", PHONE, PBX).answered(486).answeredAfter(1.2),
                new TestLeg("b", PHONE, PBX).at(1.5)));
        assertEquals(Set.of(), LegCapture.groups(legs));
    }

    @Test
    void callsOfAHostWithItselfAreNotTakenForLegs() throws IOException {
        TestLeg one = new TestLeg("a", PBX, PBX).media("192.0.2.5 4000", "192.0.2.5 6000");
        TestLeg other = new TestLeg("b", PBX, PBX).at(0.1).media("192.0.2.5 4000", "192.0.2.5 6000");
        assertEquals(Set.of(), LegCapture.groups(LegCapture.legs(LegCapture.of(one, other))));
    }

    @ParameterizedTest
    @CsvSource({
        "+493012345678, 00493012345678, true",
        "+493012345678, 03012345678, true",
        "+49 30 123-45678, 12345678, true",
        "5678, 493012345678, true",
        "alice, alice, true",
        "493012345678, 493012345679, false",
        "alice, Alice, false",
        "78, 493012345678, false"})
    void numbersAreComparedWithoutPrefixes(String one, String other, boolean alike) throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first().called(one.replace(" ", "%20")), second().called(other)));
        double weight = weights(legs).getOrDefault("called", 0.0);
        assertEquals(alike, weight > 0, "weight " + weight);
    }

    @Test
    void aDiversionExplainsAnotherNumber() throws IOException {
        TestLeg diverted = second().called("777").with("Diversion: <sip:4930222222@example.org>;reason=cfu");
        Legs legs = LegCapture.legs(LegCapture.of(first(), diverted));
        Map<String, Double> weights = weights(legs);
        assertEquals(2.5, weights.get("diversion"), 1e-6);
        assertEquals(0, weights.getOrDefault("called", 0.0));
    }

    @Test
    void anAnswerThatCameBeforeSpeaksAgainst() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first().answeredAfter(1), second()));
        assertTrue(weights(legs).get("answer-order") < 1, weights(legs).toString());
    }

    @Test
    void endsFarApartSpeakAgainst() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first().endedAfter(60), second()));
        assertTrue(weights(legs).get("end-order") < 0, weights(legs).toString());
    }

    @Test
    void otherMediaSpeakAgainst() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first(), second().media("192.0.2.5 9000", "192.0.2.9 7000")));
        assertTrue(weights(legs).get("sdp-offer") < 0, weights(legs).toString());
        assertEquals(Set.of(Set.of("a", "b")), LegCapture.groups(legs));
    }

    @Test
    void theAnsweredMediaCountToo() throws IOException {
        Legs legs = LegCapture.legs(LegCapture.of(first(), second()));
        assertTrue(weights(legs).get("sdp-answer") > 3, weights(legs).toString());
    }

    @Test
    void threeLegsOverTwoSystemsAreOneCall() throws IOException {
        TestLeg third =
                new TestLeg("c", GATE, FAR).handedOnAfter(2 * HANDED_ON).media("192.0.2.1 4000", "192.0.2.9 6000");
        Legs legs = LegCapture.legs(LegCapture.of(first(), second(), third));
        assertEquals(Set.of(Set.of("a", "b", "c")), LegCapture.groups(legs));
        assertEquals(List.of(0, 1, 2), legs.legsOf(1));
    }

    @Test
    void bothBranchesOfAForkAreLegs() throws IOException {
        TestLeg busy = new TestLeg("busy", PBX, FAR).handedOnAfter(HANDED_ON)
                .answered(486)
                .answeredAfter(1.3)
                .media("192.0.2.1 4000", "");
        Legs legs = LegCapture.legs(LegCapture.of(first(), second(), busy));
        assertEquals(Set.of(Set.of("a", "b", "busy")), LegCapture.groups(legs));
    }

    @Test
    void ofTwoCallsAtOnceEachLegFindsItsOwn() throws IOException {
        TestLeg a2 = new TestLeg("a2", "192.0.2.2", PBX).calling("4930333333")
                .at(0.001)
                .answeredAfter(2.4)
                .endedAfter(7)
                .media("192.0.2.2 4444", "192.0.2.9 6002");
        TestLeg b2 = new TestLeg("b2", PBX, GATE).calling("4930333333")
                .at(0.001)
                .handedOnAfter(HANDED_ON)
                .answeredAfter(2.4)
                .endedAfter(7)
                .media("192.0.2.2 4444", "192.0.2.9 6002");
        Legs legs = LegCapture.legs(LegCapture.of(first(), a2, second(), b2));
        assertEquals(Set.of(Set.of("a", "b"), Set.of("a2", "b2")), LegCapture.groups(legs));
    }

    private static TestLeg first() {
        return new TestLeg("a", PHONE, PBX).media("192.0.2.1 4000", "192.0.2.9 6000");
    }

    private static TestLeg second() {
        return new TestLeg("b", PBX, GATE).handedOnAfter(HANDED_ON).media("192.0.2.1 4000", "192.0.2.9 6000");
    }

    private static Map<String, Double> weights(Legs legs) {
        LegLink link = legs.links().getFirst();
        return legs.reasons(link).stream().collect(Collectors.toMap(LegReason::kind, LegReason::weight));
    }
}
