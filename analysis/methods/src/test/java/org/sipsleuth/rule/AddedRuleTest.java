package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.transaction.Scene;

/// The rule of `docs/ADDING-A-RULE.md` answers like those that come with the program.
class AddedRuleTest {

    private static SipIndex capture(int requests, int bytes) {
        Scene scene = new Scene();
        for (int i = 1; i <= requests; i++) {
            scene.callId("o" + i).more("X-Data: " + "x".repeat(bytes) + "\r\n");
            scene.request(Scene.STRANGER, Scene.PROXY, "OPTIONS", 1);
            scene.more("").response(Scene.PROXY, Scene.STRANGER, 200, "OPTIONS", 1);
        }
        return scene.index();
    }

    private static List<Finding> found(SipIndex index) {
        return PhoneScene.found(index, Map.of(), RateTable.NONE, new LargeOptions());
    }

    @Test
    void largeRequestsAreAnIncident() {
        SipIndex index = capture(5, 1_000);
        Incident incident = Incidents.of(index, found(index)).getFirst();
        assertEquals(IncidentKind.COVERT_CHANNEL, incident.kind());
        assertEquals("Covert channel", incident.title().text());
        assertEquals("5 large OPTIONS requests", incident.stages().getFirst().did().text());
        assertTrue(incident.advice().getFirst().sentence().text().contains(Scene.STRANGER),
                incident.advice().toString());
        assertEquals("Covert channel by " + Scene.STRANGER, found(index).getFirst().statement().title().text());
    }

    @Test
    void itsWordsAreGermanInAGermanReport() {
        SipIndex index = capture(5, 1_000);
        assertEquals("Verdeckter Kanal durch " + Scene.STRANGER,
                found(index).getFirst().statement().title().in(Locale.GERMAN));
    }

    @Test
    void smallOrFewOnesAreNot() {
        assertEquals(List.of(), found(capture(5, 100)));
        assertEquals(List.of(), found(capture(4, 1_000)));
    }
}
