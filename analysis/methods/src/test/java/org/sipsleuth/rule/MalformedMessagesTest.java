package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.Scene;

class MalformedMessagesTest {

    private static final SessionRule MALFORMED = new MalformedMessages();
    private static final List<String> DEFECTS =
            List.of("Expires: soon\r\n", "no colon\r\n", "Date: x\r\n", "Max-Forwards: -1\r\n");

    @Test
    void severalSourcesAreOneAttack() {
        for (int sources : new int[]{2, 30}) {
            Scene scene = new Scene();
            for (int i = 0; i < 60; i++) {
                String from = "203.0.113." + (1 + i % sources);
                scene.callId("m" + i).branch("m" + i).more(DEFECTS.get(i / 2 % 4));
                scene.request(from, PROXY, "OPTIONS", 1);
            }
            Finding finding = Found.only(MALFORMED, scene);
            assertEquals(sources, Found.observation(finding).actors().addresses().size());
        }
    }

    private static Scene sent(int count, int kinds, int status) {
        Scene scene = new Scene();
        for (int i = 0; i < count; i++) {
            scene.callId("m" + i).branch("m" + i).more(DEFECTS.get(i % kinds));
            scene.request(STRANGER, PROXY, "OPTIONS", 1).more("");
            scene.response(PROXY, STRANGER, status, "OPTIONS", 1);
        }
        return scene;
    }

    @Test
    void requestsWithSeveralKindsOfDefectsAreAnAttack() {
        Finding finding = Found.only(MALFORMED, sent(20, 4, 400));
        assertTrue(Found.sentence(finding).startsWith("sent 20 malformed requests to 192.0.2.1 ("),
                Found.sentence(finding));
        assertEquals(Outcome.NOT_DETERMINED, finding.statement().outcome());
        assertTrue(Found.observation(finding).notDetermined().getFirst().text().contains("no request of others"),
                Found.observation(finding)::toString);
        assertEquals(List.of(STRANGER), Found.observation(finding).actors().addresses());
    }

    /// Neither a number of them nor a share is needed.
    @Test
    void singleRequestOfAStrangerThatNoProgramSendsIsAnAttack() {
        Finding finding = Found.only(MALFORMED, sentOnce(STRANGER, "X(: 1\r\nSubject: \u0001\r\n"));
        assertTrue(Found.sentence(finding).startsWith("sent 1 malformed request to 192.0.2.1 ("),
                Found.sentence(finding));
        assertEquals("LOW", finding.severity().name());
        assertEquals(List.of(1.0), finding.grounds().measures().stream().map(Measurement::threshold).toList());
    }

    /// Each has one thing that no program sends, and each another.
    @Test
    void differentSuchDefectsInFewRequestsOfAStrangerAreAnAttack() {
        Scene scene = sentOnce(STRANGER, "X(: 1\r\n");
        scene.callId("n").branch("n").more("Subject: \u0001\r\n").request(STRANGER, PROXY, "OPTIONS", 1);
        Finding finding = Found.only(MALFORMED, scene);
        assertTrue(Found.sentence(finding).startsWith("sent 2 malformed requests to 192.0.2.1 ("),
                Found.sentence(finding));
        Scene same = sentOnce(STRANGER, "X(: 1\r\n");
        same.callId("n").branch("n").more("Y(: 1\r\n").request(STRANGER, PROXY, "OPTIONS", 1);
        assertEquals(List.of(), Found.by(MALFORMED, same));
    }

    /// One such defect may be a fault on the way, missing fields may be cut, and a phone of the place is none.
    @Test
    void singleRequestWithASmallerFaultIsNone() {
        assertEquals(List.of(), Found.by(MALFORMED, sentOnce(STRANGER, "X(: 1\r\n")));
        assertEquals(List.of(), Found.by(MALFORMED, sentOnce(STRANGER, "Expires: soon\r\nDate: x\r\n")));
        assertEquals(List.of(), Found.by(MALFORMED, sentOnce(ALICE, "X(: 1\r\nSubject: \u0001\r\n")));
    }

    /// Alice registers, and somebody sends one request with these lines among many good ones.
    private static Scene sentOnce(String from, String lines) {
        Scene scene = new Scene().callId("r").branch("r").more("Contact: <sip:200@192.0.2.11>\r\n");
        scene.request(ALICE, PROXY, "REGISTER", 1).response(PROXY, ALICE, 200, "REGISTER", 1).more("");
        for (int i = 0; i < 20; i++) {
            scene.callId("o" + i).branch("o" + i).request(from, PROXY, "OPTIONS", 1);
        }
        return scene.callId("m").branch("m").more(lines).request(from, PROXY, "OPTIONS", 1);
    }

    @Test
    void oneKindIsTheHabitOfADevice() {
        assertEquals(List.of(), Found.by(MALFORMED, sent(40, 1, 200)));
    }

    /// Their branch is not that of the request.
    @Test
    void responsesToMalformedRequestsAreNoResponseFlood() {
        Scene scene = new Scene();
        for (int i = 0; i < 10; i++) {
            scene.callId("a" + i).branch("a" + i).request(ALICE, PROXY, "OPTIONS", 1);
            scene.response(PROXY, ALICE, 200, "OPTIONS", 1);
        }
        scene.after(120).every(100);
        for (int i = 0; i < 200; i++) {
            scene.callId("m" + i).branch("m" + i).more(DEFECTS.get(i % 4));
            scene.request(STRANGER, PROXY, "OPTIONS", 1).more("");
            scene.callId("n" + i).branch("n" + i).response(PROXY, STRANGER, 400, "OPTIONS", 1);
        }
        scene.callId("a").branch("a").request(STRANGER, PROXY, "OPTIONS", 1);
        scene.response(PROXY, STRANGER, 200, "OPTIONS", 1);
        assertEquals(1, Found.by(new ResponseFlood(), scene).size());
        Traffic traffic = Found.traffic(scene.index());
        assertEquals(1, MALFORMED.apply(traffic).size());
        assertEquals(List.of(), new ResponseFlood().apply(traffic));
    }

    @Test
    void answersWithServerErrorsArePartial() {
        Finding finding = Found.only(MALFORMED, sent(20, 4, 500));
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
    }

    @Test
    void targetThatAnswersNobodyAnyMoreIsSuccess() {
        Scene scene = new Scene();
        for (int i = 0; i < 10; i++) {
            scene.callId("a" + i).branch("a" + i).request(ALICE, PROXY, "OPTIONS", 1);
            scene.response(PROXY, ALICE, 200, "OPTIONS", 1);
        }
        for (int i = 0; i < 20; i++) {
            scene.callId("m" + i).branch("m" + i).more(DEFECTS.get(i % 4));
            scene.request(STRANGER, PROXY, "OPTIONS", 1).more("");
        }
        for (int i = 0; i < 10; i++) {
            scene.callId("b" + i).branch("b" + i).request(ALICE, PROXY, "OPTIONS", 1);
        }
        scene.after(60).request(STRANGER, ALICE, "OPTIONS", 1);
        Finding finding = Found.only(MALFORMED, scene);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertTrue(Found.sentence(finding).endsWith("after which 10 requests from other sources went unanswered"),
                Found.sentence(finding));
    }

    /// 33 seconds must have been captured before a request counts as unanswered.
    @Test
    void targetIsNotSilentWhereTheCaptureEndsTooSoon() {
        Scene scene = new Scene().every(10);
        for (int i = 0; i < 10; i++) {
            scene.callId("a" + i).branch("a" + i).request(ALICE, PROXY, "OPTIONS", 1);
            scene.response(PROXY, ALICE, 200, "OPTIONS", 1);
        }
        for (int i = 0; i < 20; i++) {
            scene.callId("m" + i).branch("m" + i).more(DEFECTS.get(i % 4));
            scene.request(STRANGER, PROXY, "OPTIONS", 1).more("");
        }
        Finding finding = Found.only(MALFORMED, scene);
        assertEquals(Outcome.NOT_DETERMINED, finding.statement().outcome());
    }

    /// @param others so many requests of others meanwhile
    private static Outcome whileServing(int others) {
        Scene scene = new Scene().every(100);
        for (int i = 0; i < 40; i++) {
            scene.callId("m" + i).branch("m" + i).more(DEFECTS.get(i % 4));
            scene.request(STRANGER, PROXY, "OPTIONS", 1).more("").response(PROXY, STRANGER, 400, "OPTIONS", 1);
            if (i < others) {
                scene.callId("a" + i).branch("a" + i).request(ALICE, PROXY, "OPTIONS", 1);
                scene.response(PROXY, ALICE, 200, "OPTIONS", 1);
            }
        }
        return Found.only(MALFORMED, scene).statement().outcome();
    }

    @Test
    void onlyManyOthersThatAreServedShowThatNothingHappened() {
        assertEquals(Outcome.ATTEMPTED, whileServing(20));
        assertEquals(Outcome.NOT_DETERMINED, whileServing(19));
    }

    /// The timeout of one of two phones follows the answer of the other; that to somebody else's
    /// request says nothing.
    @Test
    void aTimeoutAfterAnotherAnswerIsPartial() {
        for (String to : List.of(STRANGER, ALICE)) {
            Scene scene = sent(20, 4, 200);
            if (to.equals(ALICE)) {
                scene.callId("a").branch("a").request(ALICE, PROXY, "OPTIONS", 1);
            }
            scene.response(PROXY, to, 408, "OPTIONS", 1);
            assertEquals(to.equals(STRANGER) ? Outcome.PARTIAL : Outcome.NOT_DETERMINED,
                    Found.only(MALFORMED, scene).statement().outcome());
        }
    }
}
