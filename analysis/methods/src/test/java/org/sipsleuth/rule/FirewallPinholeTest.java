package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.PHONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sentence.Severity;

class FirewallPinholeTest {

    private static final SessionRule PINHOLE = new FirewallPinhole();

    private static PhoneScene calls(int count, double answerSeconds, double talkSeconds) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001");
        for (int i = 0; i < count; i++) {
            scene.calls(ELSEWHERE, "x", "", "helper", 200, answerSeconds, talkSeconds).after(2);
        }
        return scene;
    }

    @Test
    void manyCallsOfOnePairThatStayOpenAreAbuse() {
        Finding finding = calls(20, 0.1, 60).only(PINHOLE);
        assertEquals("called helper 20 times as x, with up to 20 calls open at once, answered after 0.10 s",
                PhoneScene.sentence(finding));
        assertEquals(List.of("x"), PhoneScene.observation(finding).callers());
        assertEquals(Severity.HIGH, finding.severity());
        assertEquals(List.of(ELSEWHERE), PhoneScene.observation(finding).actors().addresses());
    }

    @Test
    void peopleAnswerLater() {
        assertEquals(List.of(), calls(20, 4, 60).found(PINHOLE));
    }

    @Test
    void callsOneAfterTheOtherAreNone() {
        assertEquals(List.of(), calls(20, 0.1, 1.5).found(PINHOLE));
    }

    /// A load test ends its calls at once.
    @Test
    void callsThatEndAtOnceAreNone() {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 100; i++) {
            scene.calls(ELSEWHERE, "x", "", "service", 200, 0.1, 1).after(0.1);
        }
        assertEquals(List.of(), scene.found(PINHOLE));
    }

    /// A load test that holds its calls for a while, and ends each.
    @Test
    void callsThatEndWhileOthersBeginAreNone() {
        assertEquals(List.of(), calls(100, 0.1, 12).found(PINHOLE));
    }

    /// Their end alone is no sign of a test.
    @Test
    void callsThatAreAllOpenBeforeTheyEndAreAbuse() {
        assertEquals(Severity.HIGH, calls(60, 0.1, 200).only(PINHOLE).severity());
    }

    @Test
    void whatEverybodyCallsIsAService() {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 60; i++) {
            scene.calls("198.51.100." + i % 3, "x", "", "conference", 200, 0.1, 600).after(2);
        }
        assertEquals(List.of(), scene.found(PINHOLE));
    }
}
