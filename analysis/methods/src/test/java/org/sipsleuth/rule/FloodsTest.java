package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Scene;

class FloodsTest {

    private static final SessionRule FLOODS = new Floods();

    private static String phone(int number) {
        return "192.0.2." + (100 + number);
    }

    /// A phone registers its account.
    private static void register(Scene scene, int number) {
        String user = Integer.toString(1000 + number);
        scene.user(user).callId("r" + number).branch("r" + number);
        scene.more("Contact: <sip:" + user + "@" + phone(number) + ">\r\nExpires: 3600\r\n");
        scene.request(phone(number), PROXY, "REGISTER", 1);
        scene.response(PROXY, phone(number), 200, "REGISTER", 1).more("");
    }

    private static void invite(Scene scene, String from, int number, int status) {
        scene.callId("f" + number).branch("f" + number).user("200");
        scene.request(from, PROXY, "INVITE", 1);
        if (status > 0) {
            scene.response(PROXY, from, status, "INVITE", 1);
        }
    }

    private static void call(Scene scene, String from, int number, int status) {
        scene.callId("c" + number).branch("c" + number).user("300");
        scene.request(from, PROXY, "INVITE", 1).response(PROXY, from, status, "INVITE", 1);
        scene.request(from, PROXY, "ACK", 1);
    }

    @Test
    void invitesThatNobodyAcknowledgesAreAFlood() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 480);
        }
        Finding flood = Found.only(FLOODS, scene);
        assertEquals("invite_flood", flood.statement().kind());
        assertEquals(List.of(STRANGER), Found.observation(flood).actors().addresses());
        assertEquals(List.of(PROXY), Found.observation(flood).victims());
        assertEquals(List.of("200"), Found.observation(flood).accounts());
        assertEquals("sent 100 INVITEs to 192.0.2.1 for 200, all answered with 480, up to 11 a second",
                Found.sentence(flood));
        assertEquals(Outcome.NOT_DETERMINED, flood.statement().outcome());
        assertEquals("effect unknown", Found.observation(flood).result().text());
        assertTrue(unknown(flood).contains("none to 192.0.2.1 was captured meanwhile"), unknown(flood));
    }

    private static String unknown(Finding flood) {
        return Found.observation(flood).notDetermined().stream().map(Sentence::text).toList().toString();
    }

    private static String sentence(int number, int status, int more, int otherwise) {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < number + more; i++) {
            invite(scene, STRANGER, i, i < number ? status : otherwise);
        }
        scene.after(60).callId("later").branch("later").request(ALICE, PROXY, "OPTIONS", 1);
        return Found.sentence(Found.only(FLOODS, scene));
    }

    @Test
    void whatAnsweredMostOfThemIsStated() {
        assertTrue(sentence(80, 480, 20, 503).contains(" for 200, 80 of 100 answered with 480, up"),
                sentence(80, 480, 20, 503));
        assertTrue(sentence(100, 200, 0, 0).contains(" for 200, none acknowledged, up"), sentence(100, 200, 0, 0));
        assertTrue(sentence(70, 180, 30, 480).contains(", 70 of 100 without a final response, up"),
                sentence(70, 180, 30, 480));
        assertTrue(sentence(40, 480, 60, 0).contains(" for 200, 60 of 100 not answered, up"), sentence(40, 480, 60, 0));
    }

    /// The server knows no such user, so no account was attacked.
    @Test
    void aNumberThatDoesNotExistIsNoAccount() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 404);
        }
        Finding flood = Found.only(FLOODS, scene);
        assertEquals(List.of(), Found.observation(flood).accounts());
        assertEquals("sent 100 INVITEs to 192.0.2.1 for number 200 (404, does not exist),"
                + " all answered with 404, up to 11 a second", Found.sentence(flood));
    }

    @Test
    void callsThatAreAcknowledgedAreNone() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 100; i++) {
            call(scene, STRANGER, i, 200);
        }
        assertEquals(List.of(), Found.by(FLOODS, scene));
    }

    /// Everybody calls one number, most get busy or nothing, and they repeat what is not answered.
    @Test
    void manyCallersAtOnceAreNone() {
        Scene scene = new Scene().every(5);
        for (int i = 0; i < 40; i++) {
            register(scene, i);
        }
        for (int i = 0; i < 120; i++) {
            if (i % 3 == 0) {
                invite(scene, phone(i / 3), i, 0);
                invite(scene, phone(i / 3), i, 0);
            } else {
                call(scene, phone(i / 3), i, i % 3 == 1 ? 486 : 503);
            }
        }
        scene.after(60).request(ALICE, PROXY, "OPTIONS", 1);
        assertEquals(List.of(), Found.by(FLOODS, scene));
    }

    @Test
    void forgedFloodNamesItsTargetAndNoPhone() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 20; i++) {
            register(scene, i);
        }
        for (int i = 0; i < 120; i++) {
            invite(scene, phone(i % 20), i, 180);
        }
        Finding flood = Found.only(FLOODS, scene);
        assertEquals(List.of(), Found.observation(flood).actors().addresses());
        assertTrue(Found.observation(flood).actors().areForged());
        assertEquals(20, Found.observation(flood).actors().sources());
        assertEquals(List.of(PROXY), Found.observation(flood).victims());
        assertFalse(Found.observation(flood).notDetermined().isEmpty());
    }

    @Test
    void inventedAddressesOfOneRequestEachAreForged() {
        Scene scene = new Scene().every(100);
        for (int i = 0; i < 90; i++) {
            invite(scene, "203.0.113." + (1 + i), i, 180);
        }
        scene.after(60).request(ALICE, PROXY, "OPTIONS", 1);
        Finding flood = Found.only(FLOODS, scene);
        assertTrue(Found.observation(flood).actors().areForged());
        assertEquals(90, Found.observation(flood).actors().sources());
    }

    /// @param hosts so many take turns
    private static Scene takingTurns(int hosts, boolean counts) {
        Scene scene = new Scene().every(20);
        for (int i = 0; i < 400; i++) {
            String id = counts ? i + "-1544" : Integer.toHexString(i * 0x9E3779B1);
            scene.callId(id).branch("f" + i).user("200");
            String from = "203.0.113." + (1 + i % hosts);
            scene.request(from, PROXY, "INVITE", 1).response(PROXY, from, 180, "INVITE", 1);
        }
        return scene.after(60).request(ALICE, PROXY, "OPTIONS", 1);
    }

    @Test
    void severalHostsThatFloodTogetherAreOneFloodAndNamed() {
        for (int hosts : new int[]{2, 4, 8}) {
            Finding flood = Found.only(FLOODS, takingTurns(hosts, false));
            assertEquals(hosts, Found.observation(flood).actors().addresses().size());
            assertFalse(Found.observation(flood).actors().areForged());
        }
    }

    /// The second host begins when the first has sent two thirds; they flood the same user.
    @Test
    void aHostThatJoinsAFloodLateFloodsTogetherWithTheFirst() {
        Finding flood = Found.only(FLOODS, oneAfterTheOther(130, "200"));
        assertEquals(2, Found.observation(flood).actors().addresses().size());
        assertEquals(2, Found.by(FLOODS, oneAfterTheOther(200, "200")).size());
        assertEquals(2, Found.by(FLOODS, oneAfterTheOther(130, "201")).size());
    }

    /// A host of the place asks forty users every ten seconds, and is answered.
    @Test
    void monitoringIsNoFlood() {
        assertEquals(List.of(), rounds(new Floods(), MONITOR, 10, 480));
        assertEquals(1, rounds(new Floods(), MONITOR, 0, 200).size());
    }

    /// A host elsewhere asks users who are there, some without a phone.
    @Test
    void monitoringFromElsewhereIsNoFloodAndNoEnumeration() {
        assertEquals(List.of(), rounds(new Floods(), STRANGER, 10, 480));
        assertEquals(List.of(), rounds(new ExtensionEnumeration(), STRANGER, 10, 480));
        assertEquals(1, rounds(new ExtensionEnumeration(), STRANGER, 10, 404).size());
    }

    private static final String MONITOR = ALICE.substring(0, ALICE.lastIndexOf('.')) + ".250";

    /// Forty users are asked six times.
    ///
    /// @param status what a fifth of them answer with
    private static List<Finding> rounds(SessionRule rule, String monitor, int pause, int status) {
        Scene scene = new Scene().every(20);
        for (String phone : List.of(ALICE, BOB)) {
            scene.callId("r" + phone).branch("r" + phone).user("9").more("Contact: <sip:9@%s>\r\n".formatted(phone));
            scene.request(phone, PROXY, "REGISTER", 1).response(PROXY, phone, 200, "REGISTER", 1).more("");
        }
        for (int i = 0; i < 240; i++) {
            scene.callId("m" + i).branch("m" + i).user(Integer.toString(800 + i % 40));
            scene.request(monitor, PROXY, "OPTIONS", 1);
            scene.response(PROXY, monitor, i % 5 == 0 ? status : 200, "OPTIONS", 1);
            scene.after(i % 40 == 39 ? pause : 0);
        }
        return Found.by(rule, scene);
    }

    /// Two hosts send 200 OPTIONS each.
    ///
    /// @param late how many the first one has sent when the second one begins
    /// @param other whom the second one floods
    private static Scene oneAfterTheOther(int late, String other) {
        Scene scene = new Scene().every(20);
        for (int i = 0; i < 200 + late; i++) {
            if (i < 200) {
                options(scene.user("200"), "203.0.113.1", i);
            }
            if (i >= late) {
                options(scene.user(other), "203.0.113.2", i);
            }
        }
        return scene.after(60).request(ALICE, PROXY, "OPTIONS", 1);
    }

    private static void options(Scene scene, String from, int number) {
        String id = Integer.toHexString(number * 0x9E3779B1) + from;
        scene.callId(id).branch(id).request(from, PROXY, "OPTIONS", 1);
        scene.response(PROXY, from, 200, "OPTIONS", 1);
    }

    /// One program under several addresses: they are not its own.
    @Test
    void callIdsThatCountOnAcrossAddressesShowThatTheyAreForged() {
        for (int hosts : new int[]{4, 8}) {
            Finding flood = Found.only(FLOODS, takingTurns(hosts, true));
            assertEquals(List.of(), Found.observation(flood).actors().addresses());
            assertTrue(Found.observation(flood).actors().areForged());
        }
    }

    @Test
    void registersWithoutCredentialsAreAFlood() {
        Scene scene = new Scene().every(20).user("100");
        for (int i = 0; i < 200; i++) {
            scene.callId("f" + i).branch("f" + i).request(STRANGER, PROXY, "REGISTER", 1);
            scene.response(PROXY, STRANGER, 401, "REGISTER", 1);
        }
        Finding flood = Found.only(FLOODS, scene);
        assertEquals("register_flood", flood.statement().kind());
        assertEquals("sent 200 REGISTERs to 192.0.2.1 for 100 without credentials, up to 26 a second",
                Found.sentence(flood));
    }

    /// After an outage: the server is overloaded at first, then all register.
    @Test
    void phonesThatRegisterAgainAreNone() {
        Scene scene = new Scene().every(5);
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 100; i++) {
                scene.user("" + i).callId("s" + round + "-" + i).branch("s" + round + "-" + i);
                scene.request(phone(i), PROXY, "REGISTER", 1);
                scene.response(PROXY, phone(i), 503, "REGISTER", 1);
            }
        }
        for (int i = 0; i < 100; i++) {
            scene.user("" + i).callId("r" + i).branch("r" + i);
            scene.more("Contact: <sip:" + i + "@" + phone(i) + ">\r\nExpires: 3600\r\n");
            scene.request(phone(i), PROXY, "REGISTER", 1);
            scene.response(PROXY, phone(i), 200, "REGISTER", 1).more("");
        }
        assertEquals(List.of(), Found.by(FLOODS, scene));
    }

    @Test
    void optionsByTheHundredAreAFlood() {
        Scene scene = new Scene().every(10);
        for (int i = 0; i < 300; i++) {
            scene.callId("f" + i).branch("f" + i).request(STRANGER, PROXY, "OPTIONS", 1);
            scene.response(PROXY, STRANGER, 200, "OPTIONS", 1);
        }
        Finding flood = Found.only(FLOODS, scene);
        assertEquals("options_flood", flood.statement().kind());
        assertTrue(Found.sentence(flood).startsWith("sent 300 OPTIONS requests to 192.0.2.1"));
    }

    /// Phones whose registrations were not captured, each every half minute.
    @Test
    void keepAlivesOfManyPhonesAreNone() {
        Scene scene = new Scene().every(100);
        for (int i = 0; i < 3_000; i++) {
            scene.callId("k" + i).branch("k" + i);
            scene.request(phone(i % 100), PROXY, "OPTIONS", 1);
            scene.response(PROXY, phone(i % 100), 200, "OPTIONS", 1);
        }
        assertEquals(List.of(), Found.by(FLOODS, scene));
    }

    @Test
    void byesForCallsThatDoNotExistAreAFlood() {
        Scene scene = new Scene().every(50).withinDialog();
        for (int i = 0; i < 100; i++) {
            scene.callId("f" + i).withinDialog().branch("f" + i);
            scene.request(STRANGER, PROXY, "BYE", 1).response(PROXY, STRANGER, 481, "BYE", 1);
        }
        Finding flood = Found.only(FLOODS, scene);
        assertEquals("other_flood", flood.statement().kind());
        assertTrue(Found.sentence(flood).contains("100 BYEs"), Found.sentence(flood));
    }

    private static Scene whileOthersCall(int statusMeanwhile) {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 30; i++) {
            call(scene, ALICE, i, 200);
        }
        scene.after(60);
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 480);
            if (i % 10 == 0) {
                call(scene, ALICE, 100 + i, statusMeanwhile);
            }
        }
        return scene;
    }

    @Test
    void legitimateRequestsThatFailMeanwhileDecideTheOutcome() {
        Finding harmful = Found.only(FLOODS, whileOthersCall(503));
        assertEquals(Outcome.SUCCEEDED, harmful.statement().outcome());
        assertTrue(Found.sentence(harmful).endsWith("while 10 of 10 legitimate requests failed"),
                Found.sentence(harmful));
        Finding harmless = Found.only(FLOODS, whileOthersAreServed(20));
        assertEquals(Outcome.ATTEMPTED, harmless.statement().outcome());
        assertEquals("no effect seen", Found.observation(harmless).result().text());
    }

    private static Scene whileOthersAreServed(int others) {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 480);
            if (i < others) {
                call(scene, ALICE, 100 + i, 200);
            }
        }
        return scene;
    }

    /// One less than twenty, and nobody can tell.
    @Test
    void fewRequestsThatWereServedShowNothing() {
        Finding flood = Found.only(FLOODS, whileOthersAreServed(19));
        assertEquals(Outcome.NOT_DETERMINED, flood.statement().outcome());
        assertEquals("effect unknown", Found.observation(flood).result().text());
        assertTrue(unknown(flood).contains("only 19 were answered as before by 192.0.2.1"), unknown(flood));
    }

    /// A hundred INVITEs of a stranger for Bob that the server passes on.
    ///
    /// @param answers what Bob's phone says to each
    private static Scene passedOn(int... answers) {
        Scene scene = new Scene().every(20);
        scene.callId("r").branch("r").user("200").more("Contact: <sip:200@%s>\r\n".formatted(BOB));
        scene.request(BOB, PROXY, "REGISTER", 1).response(PROXY, BOB, 200, "REGISTER", 1).more("");
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 0);
            scene.branch("p" + i).request(PROXY, BOB, "INVITE", 1);
            for (int status : answers) {
                scene.branch("p" + i).response(BOB, PROXY, status, "INVITE", 1);
                scene.branch("f" + i).response(PROXY, STRANGER, status, "INVITE", 1);
            }
        }
        return scene;
    }

    @Test
    void aFloodThatMakesAPhoneRingIsPartialAndHasItAsVictim() {
        Finding flood = Found.only(FLOODS, passedOn(180, 480));
        assertEquals(Outcome.PARTIAL, flood.statement().outcome());
        assertEquals(List.of(PROXY), Found.observation(flood).victims());
        assertEquals(List.of(BOB), Found.observation(flood).reached());
        assertTrue(Found.sentence(flood).endsWith("; 1 phone rang: 192.0.2.12 (100 times)"), Found.sentence(flood));
        assertEquals("1 phone rang, in 100 calls", Found.observation(flood).result().text());
    }

    /// It answers by itself, as a conference does.
    @Test
    void aServiceThatEverybodyCallsDirectlyIsNoPhone() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 180);
        }
        scene.after(60).request(ALICE, PROXY, "OPTIONS", 1);
        Finding flood = Found.only(FLOODS, scene);
        assertEquals(List.of(), Found.observation(flood).reached());
        assertEquals(Outcome.NOT_DETERMINED, flood.statement().outcome());
    }

    /// It is reached, but nobody hears it.
    @Test
    void aPhoneThatRefusesAtOnceDoesNotRing() {
        Finding flood = Found.only(FLOODS, passedOn(486));
        assertEquals(Outcome.NOT_DETERMINED, flood.statement().outcome());
        assertEquals(List.of(BOB), Found.observation(flood).reached());
    }

    @Test
    void aFewAnswersWith5xxArePartial() {
        Scene scene = whileOthersCall(200);
        call(scene, ALICE, 900, 503);
        invite(scene, STRANGER, 901, 480);
        assertEquals(Outcome.PARTIAL, Found.only(FLOODS, scene).statement().outcome());
    }

    @Test
    void floodedUserWhoIsBusyForOthersIsSuccess() {
        Scene scene = whileOthersCall(200);
        scene.callId("busy").branch("busy").user("200").request(ALICE, PROXY, "INVITE", 1);
        scene.response(PROXY, ALICE, 486, "INVITE", 1).request(ALICE, PROXY, "ACK", 1);
        invite(scene, STRANGER, 901, 480);
        assertEquals(Outcome.SUCCEEDED, Found.only(FLOODS, scene).statement().outcome());
    }

    @Test
    void whatTheFloodExplainsIsTakenFromTheNextRules() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 100; i++) {
            invite(scene, STRANGER, i, 480);
        }
        Traffic traffic = Found.traffic(scene.index());
        FLOODS.apply(traffic);
        assertEquals(List.of(), traffic.open());
        assertEquals(IncidentKind.INVITE_FLOOD, traffic.explanation(traffic.table().all().getFirst()).orElseThrow());
    }
}
