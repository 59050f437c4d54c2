package org.sipsleuth.dialog.leg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.leg.LegCapture.GATE;
import static org.sipsleuth.dialog.leg.LegCapture.PBX;
import static org.sipsleuth.dialog.leg.LegCapture.PHONE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

/// Captures that are made to confuse, and orders that must not matter.
class HostileLegsTest {

    private static final int MANY = 400;

    @Test
    void anIcidOfAllCallsSaysNothing() throws IOException {
        Legs legs = LegCapture.legs(many(i -> new TestLeg("c" + i, PHONE, "198.51.100." + i % 250).called("5" + i)
                .calling("6" + i)
                .at(i * 60)
                .with("P-Charging-Vector: icid-value=one")));
        assertEquals(List.of(), legs.groups());
        assertEquals(1, legs.limits().common());
    }

    @Test
    void aCallIdThatAllOthersNameSaysNothing() throws IOException {
        Legs legs = LegCapture.legs(many(i -> new TestLeg("c" + i, PHONE, "198.51.100." + i % 250).called("5" + i)
                .calling("6" + i)
                .at(i * 60)
                .with("X-Call-ID: c0")));
        assertEquals(List.of(), legs.groups());
        assertTrue(legs.limits().common() > 0);
    }

    @Test
    void aChainOfNamesIsCutWhereItIsNoCallAnyMore() throws IOException {
        Legs legs = LegCapture.legs(many(i -> new TestLeg("c" + i, PHONE, "198.51.100." + i % 250).called("5" + i)
                .calling("6" + i)
                .at(i * 60)
                .with("X-Call-ID: c" + (i - 1))));
        assertTrue(legs.groups().stream().allMatch(group -> group.dialogs().size() <= 256), "a group is too large");
        assertTrue(legs.limits().refused() > 0);
    }

    @Test
    void callsThatAllLookAlikeAreComparedWithTheNearestOnly() throws IOException {
        Legs legs = LegCapture.legs(many(i -> new TestLeg("c" + i, i % 2 == 0 ? PHONE : PBX, GATE).at(i / 99.0)));
        assertTrue(legs.limits().crowded() > 0);
    }

    @Test
    void fieldsWithoutSenseLinkNothing() throws IOException {
        String junk = "Session-ID: ;remote=;;\r\nReplaces: ;;\r\nRefer-To: <sip:?Replaces=%zz%>\r\n"
                + "P-Charging-Vector: icid-value\r\nTarget-Dialog:\r\nX-Call-ID:\r\n"
                + "In-Reply-To: ,,,\r\nDiversion: <<<>>>\r\nHistory-Info: ;index=1";
        TestLeg a = new TestLeg("a", PHONE, PBX).with(junk);
        TestLeg b = new TestLeg("b", GATE, "192.0.2.77").called("9").calling("8").at(50).with(junk);
        assertEquals(List.of(), LegCapture.legs(LegCapture.of(a, b)).links());
    }

    @Property(tries = 200)
    void anyHeaderLinesAreEndured(@ForAll("lines") List<String> lines) throws IOException {
        TestLeg a = new TestLeg("a", PHONE, PBX);
        TestLeg b = new TestLeg("b", PBX, GATE).handedOnAfter(0.002);
        for (String line : lines) {
            a.with(line);
            b.with(line);
        }
        Legs legs = LegCapture.legs(LegCapture.of(a, b));
        for (LegLink link : legs.links()) {
            assertTrue(link.confidence() > 0 && link.confidence() < 1, link.toString());
            assertTrue(legs.reasons(link).stream().noneMatch(why -> why.words().isBlank()));
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> name =
                Arbitraries.of("Session-ID", "P-Charging-Vector", "Replaces", "Join", "Target-Dialog", "In-Reply-To",
                        "Refer-To", "Referred-By", "Diversion", "History-Info", "P-Asserted-Identity", "X-Call-ID");
        Arbitrary<String> value = Arbitraries.strings().withChars(";=<>\"%?&@:, ab0123456789\t\\").ofMaxLength(60);
        return name.flatMap(n -> value.map(v -> n + ": " + v)).list().ofMaxSize(8);
    }

    @Property(tries = 60)
    void theOrderOfTheFileDoesNotMatter(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<List<TestLeg.Sent>> calls = new ArrayList<>();
        List<TestLeg.Sent> sorted = new ArrayList<>();
        for (TestLeg leg : town(random)) {
            calls.add(new ArrayList<>(leg.messages()));
            sorted.addAll(leg.messages());
        }
        List<TestLeg.Sent> mixed = new ArrayList<>();
        while (!calls.isEmpty()) {
            List<TestLeg.Sent> one = calls.get(random.nextInt(calls.size()));
            mixed.add(one.removeFirst());
            calls.removeIf(List::isEmpty);
        }
        Legs expected = LegCapture.legs(LegCapture.ofMessages(sorted));
        Legs found = LegCapture.legs(LegCapture.inThisOrder(mixed));
        assertEquals(LegCapture.groups(expected), LegCapture.groups(found));
        assertEquals(LegCapture.links(expected), LegCapture.links(found));
    }

    /// Calls of few people within a second, through one system or by a name.
    private static List<TestLeg> town(Random random) {
        List<TestLeg> legs = new ArrayList<>();
        int calls = 1 + random.nextInt(8);
        for (int i = 0; i < calls; i++) {
            String number = "49301" + random.nextInt(3);
            double at = random.nextInt(50) / 50.0;
            double talk = 3 + random.nextInt(4);
            legs.add(new TestLeg("a" + i, PHONE, PBX).called(number).at(at).endedAfter(talk));
            TestLeg second = new TestLeg("b" + i, PBX, GATE).called(number)
                    .at(at)
                    .handedOnAfter(0.001 * (1 + random.nextInt(20)))
                    .endedAfter(talk);
            legs.add(random.nextBoolean() ? second : second.with("X-Call-ID: a" + i));
        }
        Collections.shuffle(legs, random);
        return legs;
    }

    @Test
    void aRunCanBeCancelled() throws IOException {
        SipIndex index = many(i -> new TestLeg("c" + i, PHONE, PBX).at(i));
        RunMonitor stopped = new StoppedRun();
        assertThrows(CancellationException.class, () -> Legs.of(index, LegSettings.USUAL, stopped));
    }

    @Test
    void anEmptyCaptureHasNoLegs() throws IOException {
        assertEquals(List.of(), LegCapture.legs(LegCapture.ofMessages(List.of())).groups());
    }

    private static SipIndex many(IntFunction<TestLeg> leg) throws IOException {
        TestLeg[] legs = new TestLeg[MANY];
        for (int i = 0; i < MANY; i++) {
            legs[i] = leg.apply(i);
        }
        return LegCapture.of(legs);
    }
}
