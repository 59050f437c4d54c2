package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.STRANGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.incident.Measure;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.TransactionTable;

/// Callers behind a trunk, SBC or NAT are judged by their numbers, and whoever is called back, talks
/// or calls its own users is no spammer.
class CarriedCallersTest {

    private static final SessionRule SPIT = new Spit();
    private static final String TRUNK = "203.0.113.10";
    private static final int USERS = 20;
    private static final double HOUR = 3_600;

    private static String user(int place) {
        return "10" + (11 + place % USERS);
    }

    /// The phones of a place and ten people outside who talk with them.
    private static PhoneScene behind(String carrier) {
        PhoneScene scene = new PhoneScene();
        for (int place = 0; place < USERS; place++) {
            scene.registers("198.51.100." + (1 + place), user(place));
        }
        for (int i = 0; i < 10; i++) {
            scene.calls(carrier, "+4930555500" + i, "", user(i), 200, 2, 120).after(200);
        }
        return scene;
    }

    /// The same behind a trunk that takes calls, too.
    private static PhoneScene behindATrunk() {
        PhoneScene scene = behind(TRUNK);
        for (int i = 0; i < 6; i++) {
            scene.receives(TRUNK, "+4930555500" + i, "1011").after(60);
        }
        return scene;
    }

    private static String number(int place) {
        return "+49891234" + (100 + place);
    }

    private static PhoneScene spam(PhoneScene scene, String carrier, int numbers, int callsOfEach) {
        for (int i = 0; i < numbers * callsOfEach; i++) {
            int status = i % 3 == 0 ? 486 : 200;
            scene.calls(carrier, number(i % numbers), "", user(i / numbers + i % numbers), status, 2, 4).after(60);
        }
        return scene;
    }

    private static Actors actors(Finding finding) {
        return PhoneScene.observation(finding).actors();
    }

    private static List<Incident> incidents(PhoneScene scene) {
        SipIndex index = scene.index();
        HostRoles roles = HostRoles.of(TransactionTable.of(index, RunMonitor.NONE));
        return Incidents.of(index, PhoneScene.found(index, Map.of(), RateTable.NONE, SPIT), Optional.of(roles));
    }

    @Test
    void numbersBehindATrunkAreTheActors() {
        Finding finding = spam(behindATrunk(), TRUNK, 4, 15).only(SPIT);
        Actors actors = actors(finding);
        assertEquals(List.of(number(0), number(1), number(2), number(3)), actors.users());
        assertEquals(List.of(), actors.addresses());
        assertEquals(List.of(TRUNK), actors.carriers());
        assertEquals(4, actors.sources());
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
        assertTrue(finding.statement().explanation().text().startsWith(number(0)),
                finding.statement().explanation().text());
    }

    @Test
    void theNumbersAreBarredAndNeverTheTrunk() {
        List<Incident> incidents = incidents(spam(behindATrunk(), TRUNK, 4, 15));
        assertEquals(1, incidents.size(), incidents.toString());
        Incident incident = incidents.getFirst();
        assertEquals("Unsolicited calls (SPIT) by +49891234100, +49891234101, +49891234102 and 1 more",
                incident.title().text());
        assertEquals(actors(incident.findings().getFirst()), incident.actors());
        assertEquals(incident.actors().users(), incident.stages().getFirst().actors());
        String story = incident.whole().text();
        assertTrue(story.contains("and 1 more (4 numbers), behind " + TRUNK + ", called 18 users"), story);
        Action first = incident.advice().getFirst();
        assertEquals(Measure.BAR_CALLERS, first.measure());
        incident.actors().users().forEach(number -> assertTrue(first.sentence().text().contains(number), number));
        for (Action each : incident.advice()) {
            assertFalse(each.measure() == Measure.BLOCK || each.measure() == Measure.FIND, each.sentence().text());
        }
    }

    /// The capture shows no call to the address, so that nothing says that it is a trunk.
    @Test
    void anAddressThatCarriesOthersIsNoActor() {
        Actors actors = actors(spam(behind(STRANGER), STRANGER, 4, 15).only(SPIT));
        assertEquals(List.of(STRANGER), actors.carriers());
        assertEquals(List.of(), actors.addresses());
        assertEquals(4, actors.users().size());
    }

    @Test
    void anAddressWithoutOthersIsTheActorItself() {
        Actors actors = actors(spam(behind(TRUNK), STRANGER, 4, 15).only(SPIT));
        assertEquals(List.of(STRANGER), actors.addresses());
        assertEquals(List.of(), actors.users());
    }

    /// Of those who spam some are listened to: that makes their address no trunk.
    @Test
    void numbersThatAreListenedToByChanceAreNoOthers() {
        PhoneScene scene = spam(behind(TRUNK), STRANGER, 4, 15);
        for (int i = 0; i < 40; i++) {
            scene.calls(STRANGER, "+4989123" + (5000 + i), "", user(i), 200, 2, i < 6 ? 90 : 4).after(60);
        }
        assertEquals(List.of(STRANGER), actors(scene.only(SPIT)).addresses());
    }

    @Test
    void oneNumberIsLowAndWatched() {
        List<Incident> incidents = incidents(spam(behindATrunk(), TRUNK, 1, 20));
        assertEquals(1, incidents.size(), incidents.toString());
        assertEquals(Severity.LOW, incidents.getFirst().severity());
        assertTrue(incidents.getFirst().confidence().kind() <= 0.5);
        Action first = incidents.getFirst().advice().getFirst();
        assertEquals(Measure.WATCH, first.measure());
        assertTrue(first.sentence().text().contains(number(0)), first.sentence().text());
    }

    @Test
    void whoCallsFewADayIsNone() {
        PhoneScene scene = behindATrunk();
        for (int i = 0; i < 60; i++) {
            scene.calls(TRUNK, number(i % 3), "", user(i), 486, 2, 0).after(2 * HOUR);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    @Test
    void aCallCentreIsCalledBack() {
        PhoneScene scene = spam(behindATrunk(), TRUNK, 4, 15);
        scene.calls("198.51.100.3", "1013", "", number(1), 200, 2, 40).after(10);
        scene.calls("198.51.100.4", "1014", "", number(2), 200, 2, 40).after(10);
        assertEquals(List.of(), scene.found(SPIT));
    }

    @Test
    void aCallCentreThatOneInThreeListensToIsNone() {
        PhoneScene scene = behindATrunk();
        for (int i = 0; i < 120; i++) {
            int status = i % 4 == 0 ? 200 : 486;
            scene.calls(TRUNK, number(i % 5), "", user(i), status, 2, i % 12 == 0 ? 150 : 5).after(60);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    /// One agent had no luck: what counts is how the calls of all numbers of the block go.
    @Test
    void anAgentWhoseColleaguesAreListenedToIsNone() {
        PhoneScene scene = spam(behindATrunk(), TRUNK, 1, 20);
        for (int i = 0; i < 30; i++) {
            scene.calls(TRUNK, number(1 + i % 3), "", user(i), 200, 2, 150).after(200);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    /// A doctor's line reminds of appointments; patients have called it before to make them.
    @Test
    void aReminderLineThatItsPatientsCallIsNone() {
        PhoneScene scene = behindATrunk();
        for (int i = 0; i < 5; i++) {
            scene.calls("198.51.100." + (1 + i), user(i), "", number(0), 200, 2, 90).after(600);
        }
        assertEquals(List.of(), spam(scene, TRUNK, 1, 20).found(SPIT));
    }

    /// An alarm server calls those on duty, the same people at each alarm.
    @Test
    void anAlarmServerCallsItsOwnUsers() {
        PhoneScene scene = behindATrunk();
        for (int alarm = 0; alarm < 4; alarm++) {
            for (int i = 0; i < 14; i++) {
                scene.calls(TRUNK, number(0), "", user(i), i % 5 == 0 ? 486 : 200, 2, 12).after(20);
            }
            scene.after(24 * HOUR);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    /// Several users share the address; one of them calls all others from the beginning to the end.
    @Test
    void aRegisteredCallerThatHasAlwaysCalledItsUsersIsNone() {
        assertEquals(List.of(), besideOthers("announcer", true).found(SPIT));
    }

    @Test
    void anUnregisteredCallerThatDoesTheSameIsNamed() {
        Finding finding = besideOthers("announcer", false).only(SPIT);
        assertEquals(List.of("announcer"), actors(finding).users());
        assertEquals(Severity.LOW, finding.severity());
    }

    private static PhoneScene besideOthers(String caller, boolean isRegistered) {
        String shared = "198.51.100.77";
        PhoneScene scene = new PhoneScene();
        for (int place = 0; place < USERS; place++) {
            scene.registers("198.51.100." + (1 + place), user(place));
        }
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add("desk" + i);
            scene.registers(shared, "desk" + i);
        }
        if (isRegistered) {
            scene.registers(shared, caller);
        }
        for (int i = 0; i < 60; i++) {
            scene.calls(shared, caller, "", user(i), i % 3 == 0 ? 486 : 200, 2, 8).after(90);
            scene.calls(shared, others.get(i % 6), "", user(3 * i), 200, 2, 100).after(90);
        }
        return scene;
    }
}
