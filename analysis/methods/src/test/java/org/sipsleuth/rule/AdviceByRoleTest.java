package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.OTHER_PHONE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.incident.Measure;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.TransactionTable;

/// What is advised about who did it: by traffic of strangers, phones, and addresses that others
/// share.
class AdviceByRoleTest {

    private static final SessionRule[] RULES =
            {new PasswordGuessing(), new AccountTakeover(), new TollFraud(), new Spit()};

    private static List<Incident> incidents(PhoneScene scene) {
        SipIndex index = scene.index();
        HostRoles roles = HostRoles.of(TransactionTable.of(index, RunMonitor.NONE));
        return Incidents.of(index, PhoneScene.found(index, Map.of(), RateTable.NONE, RULES), Optional.of(roles));
    }

    private static Action first(PhoneScene scene) {
        List<Incident> incidents = incidents(scene);
        assertEquals(1, incidents.size(), incidents.toString());
        return incidents.getFirst().advice().getFirst();
    }

    private static PhoneScene office() {
        return new PhoneScene().registers(PHONE, "1007").registers(OTHER_PHONE, "1008").after(5);
    }

    @Test
    void whoGuessesFromOutsideIsBlocked() {
        Action action = first(office().tries(STRANGER, "1007", 0.1, statuses(30, 401)));
        assertEquals(Measure.BLOCK, action.measure());
        assertEquals(List.of(STRANGER), action.hosts());
    }

    /// A neighbour of the server, which nobody knows.
    @Test
    void whoGuessesFromTheLocalNetworkIsFound() {
        Action action = first(office().tries("192.0.2.99", "1007", 0.1, statuses(30, 401)));
        assertEquals(Measure.FIND, action.measure());
        assertTrue(action.sentence().text().contains("in the local network"), action.sentence().text());
    }

    @Test
    void theStoredPasswordOfAPhoneIsCorrected() {
        Action action = first(office().tries(PHONE, "1007", 10, statuses(20, 401)));
        assertEquals(Measure.CORRECT_PASSWORD, action.measure());
        assertFalse(action.sentence().text().contains("lock"), action.sentence().text());
    }

    /// An SBC or NAT: 28 users work through the address, two have a wrong password.
    @Test
    void anAddressThatOthersShareIsNeverBlocked() {
        PhoneScene scene = office();
        String shared = "203.0.113.170";
        for (int user = 0; user < 28; user++) {
            scene.registers(shared, Integer.toString(2000 + user)).after(1);
        }
        scene.tries(shared, "3001", 0.4, statuses(15, 401)).tries(shared, "3002", 0.4, statuses(15, 401));
        for (Incident incident : incidents(scene)) {
            Action action = incident.advice().getFirst();
            assertEquals(Measure.CORRECT_PASSWORD, action.measure());
            assertEquals(28, action.working());
            assertTrue(action.sentence().text().endsWith("that would also stop 28 working users."),
                    action.sentence().text());
        }
        assertFalse(incidents(scene).isEmpty());
    }

    /// It registered the account that it had guessed, which makes it no phone of the place.
    @Test
    void aThiefIsBlocked() {
        PhoneScene scene = new PhoneScene().registers(OTHER_PHONE, "1008").after(5);
        scene.tries(STRANGER, "1007", 0.1, statuses(30, 401, 200)).after(40);
        for (int i = 0; i < 5; i++) {
            scene.calls(STRANGER, "1007", "0099955010" + i, 30).after(2);
        }
        assertEquals(Measure.BLOCK, first(scene).measure());
    }

    @Test
    void theLossOfTheAccountIsTimed() {
        PhoneScene scene = office().tries(STRANGER, "1007", 1, statuses(30, 401, 200)).after(60);
        for (int i = 0; i < 5; i++) {
            scene.calls(STRANGER, "1007", "0099955010" + i, 30).after(2);
        }
        String story = incidents(scene).getFirst().whole().text();
        assertTrue(story.endsWith("From the first probe, 31 s passed to the loss of the account,"
                + " and 1 min 31 s to the first of these calls."), story);
    }

    @Test
    void numbersAreBarredForAPhoneOfThePlace() {
        PhoneScene scene = office();
        for (int i = 0; i < 12; i++) {
            scene.calls(PHONE, "1007", "00882133704" + (10 + i), 40).after(4);
        }
        assertEquals(Measure.BAR_NUMBERS, first(scene).measure());
    }

    /// However many incidents there are, each has its action, with its number.
    @Test
    void everyIncidentHasItsAction() {
        PhoneScene scene = office();
        for (int host = 1; host <= 9; host++) {
            scene.tries("203.0.113." + host, "10" + (10 + host), 0.1, statuses(30, 401)).after(8_000);
        }
        List<Incident> incidents = incidents(scene);
        assertEquals(9, incidents.size());
        List<String> all = Action.ofAll(incidents, 6).stream().map(Sentence::text).toList();
        assertEquals(9, all.size());
        for (Incident incident : incidents) {
            String actor = incident.actors().addresses().getFirst();
            String mine = "Incident %d: Block %s at".formatted(incident.number(), actor);
            assertTrue(all.stream().anyMatch(each -> each.startsWith(mine)), all.toString());
        }
    }

    private static String others(Incident incident) {
        return incident.alternatives().stream().map(Sentence::text).toList().toString();
    }

    /// Whoever works through a shared address may have done it; a stranger that answered a challenge
    /// is surely who did it.
    @Test
    void howSureTheActorIsDependsOnItsRole() {
        PhoneScene scene = office();
        String shared = "203.0.113.170";
        for (int user = 0; user < 28; user++) {
            scene.registers(shared, Integer.toString(2000 + user)).after(1);
        }
        Incident carried = incidents(scene.tries(shared, "3001", 0.4, statuses(15, 401))).getFirst();
        assertTrue(others(carried).contains("A device behind 203.0.113.170 may have done this"), others(carried));
        assertTrue(others(carried).contains("28 others work from there"), others(carried));
        assertTrue(carried.confidence().actor() <= 0.6, carried.confidence()::toString);
        Incident stranger = incidents(office().tries(STRANGER, "1007", 0.1, statuses(60, 401))).getFirst();
        assertFalse(others(stranger).contains("behind"), others(stranger));
        assertFalse(others(stranger).contains("nothing shows"), others(stranger));
        assertTrue(stranger.confidence().actor() >= 0.9, stranger.confidence()::toString);
        assertTrue(stranger.confidence().outcome().orElseThrow() <= stranger.confidence().kind());
    }

    /// Requests without an answer that was used may be written under another's address.
    @Test
    void whoNeverUsedAnAnswerMayNotOwnItsAddress() {
        PhoneScene scene = office();
        for (int i = 0; i < 60; i++) {
            scene.calls(STRANGER, "x", "", "1007", 0, 0.5, -1).after(0.1);
        }
        SipIndex index = scene.after(60).registers(PHONE, "1007").index();
        Incident flood =
                Incidents
                        .of(index, PhoneScene.found(index, Map.of(), RateTable.NONE, new Floods()),
                                Optional.of(HostRoles.of(TransactionTable.of(index, RunMonitor.NONE))))
                        .getFirst();
        assertTrue(others(flood).contains("Another host may have written the address 203.0.113.66 as its own"),
                others(flood));
        assertTrue(flood.confidence().outcome().isEmpty(), flood.outcome()::toString);
    }
}
