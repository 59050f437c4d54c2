package org.sipsleuth.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

final class CaptureChangesTest {

    private static SipIndex monday() {
        HopScene scene = new HopScene().calls(20);
        scene.callId("gone").transaction("SUBSCRIBE 489");
        return scene.index();
    }

    private static SipIndex tuesday() {
        HopScene scene = new HopScene().calls(20);
        for (int i = 0; i < 5; i++) {
            scene.callId("scan-" + i).transaction("OPTIONS 404");
        }
        return scene.index();
    }

    private static CaptureChanges changes(SipIndex before, SipIndex now) throws SettingException {
        DialledNumbers numbers = new DialledNumbers(Settings.of(new RuleMethod().settings(), Map.of()), RateTable.NONE);
        return CaptureChanges.of(before, now, numbers, RunMonitor.NONE);
    }

    @Test
    void newAndGoneSequencesComeBeforeThoseThatStay() throws SettingException {
        CaptureChanges changes = changes(monday(), tuesday());
        List<Change> sequences = changes.of(Aspect.SEQUENCES);
        assertEquals(List.of("OPTIONS 404 → UA", "SUBSCRIBE 489 → UA", "BYE 200 → UA", "INVITE 180 200 ACK → UA"),
                sequences.stream().map(Change::name).toList());
        assertTrue(sequences.get(0).isNew());
        assertEquals(List.of(20, 21, 22, 23, 24), sequences.get(0).dialogs());
        assertTrue(sequences.get(1).isGone());
        assertEquals(1, sequences.get(1).before());
        assertEquals(List.of(20), sequences.get(1).dialogsBefore());
        assertEquals(List.of(), sequences.get(1).dialogs());
        assertEquals(List.of(), sequences.get(0).dialogsBefore());
        assertEquals(20, sequences.get(2).before());
        assertEquals(20, sequences.get(2).now());
    }

    private static final String PHONE = "192.0.2.11";
    private static final String PEER = "192.0.2.12";
    private static final String PROXY = "192.0.2.1";

    /// Calls from a phone to its peer through a proxy that adds a Record-Route; the peer hangs up.
    ///
    /// @param seesCaller whether the hop of the phone was captured
    /// @param seesCallee whether that of the peer was
    private static SipIndex calls(boolean seesCaller, boolean seesCallee) {
        HopScene scene = new HopScene();
        for (int call = 0; call < 8; call++) {
            scene.callId("call-" + call);
            hop(scene, seesCaller, PHONE, PROXY, "INVITE 100 180 200 ACK", false);
            hop(scene, seesCallee, PROXY, PEER, "INVITE 180 200 ACK", true);
            scene.nextRequest();
            hop(scene, seesCallee, PEER, PROXY, "+BYE 200", false);
            hop(scene, seesCaller, PROXY, PHONE, "+BYE 200", true);
            scene.nextRequest();
        }
        return scene.after(1_000).callId("end").transaction(PHONE, PROXY, "OPTIONS 200").index();
    }

    private static void hop(HopScene scene, boolean isSeen, String from, String to, String types, boolean isPassedOn) {
        if (isSeen) {
            scene.hop(from, to, types, isPassedOn ? 1 : 0);
        }
    }

    private static void assertSame(CaptureChanges changes) {
        for (Change each : changes.of(Aspect.SEQUENCES)) {
            assertFalse(each.isNew(), each.name());
            assertFalse(each.isGone(), each.name());
            assertEquals(each.before(), each.now(), each.name());
        }
    }

    @Test
    void theSameCallsAreTheSameBesideAPhoneAndOnItsProxy() throws SettingException {
        CaptureChanges changes = changes(calls(true, false), calls(true, true));
        assertEquals(List.of("BYE 200 → server", "INVITE 180 200 ACK → server", "OPTIONS 200 → server"),
                changes.of(Aspect.SEQUENCES).stream().map(Change::name).sorted().toList());
        assertSame(changes);
        assertSame(changes(calls(false, true), calls(true, true)));
        assertSame(changes(calls(false, true), calls(true, false)));
        assertEquals(8, changes.of(Aspect.SEQUENCES).stream().mapToInt(Change::before).max().orElse(0));
    }

    @Test
    void aRequestThatNobodyAnsweredIsToldFromOneWhoseEndIsNotCaptured() throws SettingException {
        SipIndex unanswered = new HopScene().callId("a")
                .transaction("OPTIONS")
                .after(1_000)
                .callId("b")
                .transaction("INVITE 180")
                .index();
        assertEquals(List.of("INVITE 180 … → UA", "OPTIONS (no answer) → UA"),
                changes(unanswered, unanswered).of(Aspect.SEQUENCES).stream().map(Change::name).sorted().toList());
    }

    @Test
    void answersUsersAndDestinationsAreCompared() throws SettingException {
        CaptureChanges changes = changes(monday(), tuesday());
        assertEquals("404", changes.of(Aspect.ANSWERS).getFirst().name());
        assertEquals(List.of("alice"), changes.of(Aspect.USERS).stream().map(Change::name).toList());
        assertEquals(List.of("bob"), changes.of(Aspect.DESTINATIONS).stream().map(Change::name).toList());
        assertEquals(1, changes.of(Aspect.GRAMMAR).size());
    }

    @Test
    void whatStaysAsItWasHasNoWeight() throws SettingException {
        for (Aspect aspect : Aspect.values()) {
            changes(monday(), monday()).of(aspect).forEach(each -> assertEquals(0, each.weight(), 1e-9, each.name()));
        }
        assertEquals(List.of(), changes(new HopScene().index(), new HopScene().index()).of(Aspect.USERS));
    }
}
