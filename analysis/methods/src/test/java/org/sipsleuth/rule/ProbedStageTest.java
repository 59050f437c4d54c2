package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.number.RateTable;

/// Prefixes that were dialled and refused are a stage of their own: nothing was used by them.
class ProbedStageTest {

    private static final SessionRule[] RULES =
            {new DialPlanProbing(), new PasswordGuessing(), new AccountTakeover(), new TollFraud()};

    private static PhoneScene probes(PhoneScene scene, String host, int status) {
        for (String prefix : List.of("00", "900", "9011", "000", "8", "7")) {
            scene.calls(host, "1007", "", prefix + "972599123456", status, 0.2, 5).after(3);
        }
        return scene;
    }

    private static PhoneScene guessedAndUsed(PhoneScene scene, String host) {
        scene.tries(STRANGER, "1007", 0.1, statuses(22, 401, 200)).after(40);
        for (int i = 0; i < 5; i++) {
            scene.calls(host, "1007", "0099955010" + i, 30).after(2);
        }
        return scene;
    }

    private static Incident incident(PhoneScene scene) {
        SipIndex index = scene.index();
        List<Incident> incidents = Incidents.of(index, PhoneScene.found(index, Map.of(), RateTable.NONE, RULES));
        assertEquals(1, incidents.size(), incidents.toString());
        return incidents.getFirst();
    }

    private static List<Stage> calling(Incident incident) {
        return incident.stages().stream().filter(stage -> stage.kind() == IncidentKind.TOLL_FRAUD).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 480, 484, 603})
    void refusedProbesAreAStageBeforeTheUse(int status) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(5);
        Incident incident = incident(guessedAndUsed(probes(scene, STRANGER, status), STRANGER));
        List<Stage> stages = calling(incident);
        assertEquals(List.of(Outcome.ATTEMPTED, Outcome.SUCCEEDED), stages.stream().map(Stage::outcome).toList());
        assertTrue(stages.getFirst().toNanos() <= stages.getLast().fromNanos());
        assertEquals(List.of(IncidentKind.TOLL_FRAUD, IncidentKind.PASSWORD_GUESSING, IncidentKind.ACCOUNT_TAKEOVER,
                IncidentKind.TOLL_FRAUD), incident.stages().stream().map(Stage::kind).toList());
        assertEquals(IncidentKind.TOLL_FRAUD, incident.kind());
        assertEquals(Outcome.SUCCEEDED, incident.outcome());
    }

    @Test
    void probesThatReachedAPhoneAreUse() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(5);
        Incident incident = incident(guessedAndUsed(probes(scene, STRANGER, 200), STRANGER));
        assertEquals(1, calling(incident).size());
        assertEquals(Outcome.SUCCEEDED, calling(incident).getFirst().outcome());
    }

    @Test
    void probesAloneAreOneStage() {
        Incident incident = incident(probes(new PhoneScene(), ELSEWHERE, 404));
        assertEquals(1, incident.stages().size());
        assertEquals(Outcome.ATTEMPTED, incident.outcome());
    }
}
