package org.sipsleuth.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        assertEquals(List.of("OPTIONS 404", "SUBSCRIBE 489", "INVITE 100 180 200 ACK BYE 200"),
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
