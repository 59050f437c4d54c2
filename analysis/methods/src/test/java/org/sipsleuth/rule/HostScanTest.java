package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.Scene;

class HostScanTest {

    private static final SessionRule SCAN = new HostScan();

    private static String host(int number) {
        return "192.0.2." + number;
    }

    private static void ask(Scene scene, String from, int host, boolean answers) {
        String id = from + "-" + host;
        scene.callId(id).branch(id).request(from, host(host), "OPTIONS", 1);
        if (answers) {
            scene.response(host(host), from, 200, "OPTIONS", 1);
        }
    }

    @Test
    void askingManyHostsOnceIsAScan() {
        Scene scene = new Scene().more("User-Agent: Pi&ng\r\nServer: PBX 7\r\n");
        for (int i = 1; i <= 60; i++) {
            ask(scene, STRANGER, i, i % 20 == 0);
        }
        Finding scan = Found.only(SCAN, scene);
        assertEquals("scanned 60 hosts by OPTIONS, of which 3 answered", Found.sentence(scan));
        assertEquals(Outcome.PARTIAL, scan.statement().outcome());
        assertEquals(List.of(STRANGER), Found.observation(scan).actors().addresses());
        assertEquals(60, Found.observation(scan).victims().size());
        assertEquals("200, PBX 7", scan.rationale().get().sections().getFirst().lines().getFirst().text().text());
    }

    @Test
    void silenceIsAnAttemptedScan() {
        Scene scene = new Scene();
        for (int i = 1; i <= 6; i++) {
            ask(scene, STRANGER, i, false);
        }
        Finding scan = Found.only(SCAN, scene);
        assertEquals("scanned 6 hosts by OPTIONS, of which none answered", Found.sentence(scan));
        assertEquals("LOW", scan.severity().name());
    }

    /// The same hosts over and over, nearly all of which answer.
    @Test
    void monitoringIsNone() {
        Scene scene = new Scene();
        for (int round = 0; round < 6; round++) {
            for (int i = 1; i <= 20; i++) {
                String id = "m" + round + "-" + i;
                scene.callId(id).branch(id).request(STRANGER, host(i), "OPTIONS", 1);
                scene.response(host(i), STRANGER, 200, "OPTIONS", 1);
            }
        }
        assertEquals(List.of(), Found.by(SCAN, scene));
    }

    @Test
    void severalSourcesThatShareTheHostsAreOneScan() {
        Scene scene = new Scene();
        for (int i = 1; i <= 80; i++) {
            ask(scene, "203.0.113." + (1 + i % 20), i, i == 40);
        }
        Finding scan = Found.only(SCAN, scene);
        assertEquals(20, Found.observation(scan).actors().addresses().size());
        assertEquals("scanned 80 hosts by OPTIONS, of which 1 answered", Found.sentence(scan));
    }

    @Test
    void whoTriesUsersAtOneOfTheHostsLaterIsNotScanningThen() {
        Scene scene = new Scene();
        for (int i = 1; i <= 30; i++) {
            ask(scene, STRANGER, i, i == 1);
        }
        for (int i = 0; i < 50; i++) {
            scene.user("" + (1000 + i)).callId("u" + i).branch("u" + i);
            scene.request(STRANGER, PROXY, "REGISTER", 1);
            scene.response(PROXY, STRANGER, 404, "REGISTER", 1);
        }
        Finding scan = Found.only(SCAN, scene);
        assertTrue(Found.sentence(scan).startsWith("scanned 30 hosts by OPTIONS"));
        assertEquals(31, scan.evidence().messages(scene.index()).length);
    }
}
