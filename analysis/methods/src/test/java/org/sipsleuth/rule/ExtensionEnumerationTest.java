package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.Scene;

class ExtensionEnumerationTest {

    private static final SessionRule ENUMERATION = new ExtensionEnumeration();

    /// One in five exists.
    private static final IntUnaryOperator OPEN = user -> user % 5 == 0 ? 401 : 404;

    private static void attempt(Scene scene, String from, String method, int user, int status) {
        String id = from + method + user;
        scene.user("" + user).callId(id).branch(id).request(from, PROXY, method, 1);
        scene.response(PROXY, from, status, method, 1);
        if (method.equals("INVITE")) {
            scene.request(from, PROXY, "ACK", 1);
        }
    }

    private static Scene by(String method, int users, IntUnaryOperator status) {
        Scene scene = new Scene();
        for (int i = 0; i < users; i++) {
            attempt(scene, STRANGER, method, 1000 + i, status.applyAsInt(1000 + i));
        }
        return scene;
    }

    @Test
    void differentAnswersRevealWhoExists() {
        for (String method : List.of("REGISTER", "OPTIONS", "INVITE", "SUBSCRIBE")) {
            Finding finding = Found.only(ENUMERATION, by(method, 50, OPEN));
            assertEquals("tried 50 user names by %s at 192.0.2.1, of which 10 exist (1000, 1005, 1010 and 7 more)"
                    .formatted(method), Found.sentence(finding));
            assertEquals(Outcome.PARTIAL, finding.statement().outcome());
            assertEquals(10, Found.observation(finding).accounts().size());
            assertEquals(method, Found.observation(finding).hints().how());
        }
    }

    @Test
    void hardenedServerRevealsNobody() {
        Finding finding = Found.only(ENUMERATION, by("REGISTER", 50, _ -> 401));
        assertEquals("tried 50 user names by REGISTER at 192.0.2.1, all answered alike (401), which reveals no user",
                Found.sentence(finding));
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(List.of(), Found.observation(finding).accounts());
        assertEquals("LOW", finding.severity().name());
        assertEquals(1, Found.by(ENUMERATION, by("INVITE", 50, _ -> 407)).size());
    }

    @Test
    void registrationsThatSucceedAreNone() {
        Scene scene = new Scene();
        for (int i = 0; i < 30; i++) {
            String user = "" + (1000 + i);
            scene.user(user).callId(user).branch("a" + user).request(ALICE, PROXY, "REGISTER", 1);
            scene.response(PROXY, ALICE, 401, "REGISTER", 1).branch("b" + user);
            scene.more(Scene.credentials(user)).request(ALICE, PROXY, "REGISTER", 2);
            scene.response(PROXY, ALICE, 200, "REGISTER", 2).more("");
        }
        assertEquals(List.of(), Found.by(ENUMERATION, scene));
    }

    @Test
    void callsToManyUsersAreNone() {
        assertEquals(List.of(), Found.by(ENUMERATION, by("INVITE", 50, user -> user % 5 == 0 ? 404 : 200)));
    }

    @Test
    void severalSourcesThatShareTheUsersAreOneEnumeration() {
        for (int perSource : new int[]{2, 10}) {
            Scene scene = new Scene();
            for (int i = 0; i < 20 * perSource; i++) {
                attempt(scene, "203.0.113." + (1 + i % 20), "REGISTER", 1000 + i, OPEN.applyAsInt(1000 + i));
            }
            Finding finding = Found.only(ENUMERATION, scene);
            assertEquals(20, Found.observation(finding).actors().addresses().size());
            assertTrue(Found.sentence(finding).startsWith("tried " + 20 * perSource + " user names"));
        }
    }

    /// A hardened server, so that only the order of the numbers shows it.
    @Test
    void usersInTheOrderOfTheirNumbersAreSharedToo() {
        Scene scene = new Scene();
        for (int i = 0; i < 40; i++) {
            attempt(scene, "203.0.113." + (1 + i % 20), "REGISTER", 1000 + i, 401);
        }
        assertEquals(20, Found.observation(Found.only(ENUMERATION, scene)).actors().sources());
    }

    /// As many phones, each with one call that is answered and talked.
    @Test
    void answeredCallsOfManyPhonesAreNone() {
        assertEquals(List.of(), callsOfMany(200));
        assertEquals(1, callsOfMany(486).size());
    }

    private static List<Finding> callsOfMany(int status) {
        Scene scene = new Scene();
        for (int i = 0; i < 25; i++) {
            String phone = "203.0.113." + (10 + i);
            scene.callId("call" + i).branch("c" + i).user(Integer.toString(2001 + i)).after(30);
            scene.request(phone, PROXY, "INVITE", 1).response(PROXY, phone, status, "INVITE", 1);
            scene.request(phone, PROXY, "ACK", 1);
        }
        return Found.by(new ExtensionEnumeration(), scene);
    }

    @Test
    void manyPhonesWithOneUserEachAreNone() {
        Scene scene = new Scene();
        for (int i = 0; i < 40; i++) {
            attempt(scene, "203.0.113." + (1 + i), "REGISTER", 1000 + i * 7919 % 401, 401);
        }
        assertEquals(List.of(), Found.by(ENUMERATION, scene));
    }

    /// Calls of a host to nine users, of which three each answer, are busy and do not exist.
    private static List<Finding> callsToNine(double seconds) {
        PhoneScene scene = new PhoneScene().registers(PhoneScene.PHONE, "1011");
        int[] statuses = {200, 486, 404};
        for (int i = 0; i < 9; i++) {
            scene.calls(PhoneScene.STRANGER, "7", "", "20" + i, statuses[i % 3], 1, 5).after(seconds);
        }
        return scene.found(new ExtensionEnumeration());
    }

    @Test
    void wrongNumbersOverHoursAreNone() {
        assertEquals(1, callsToNine(20).size());
        assertEquals(List.of(), callsToNine(3_600));
    }
}
