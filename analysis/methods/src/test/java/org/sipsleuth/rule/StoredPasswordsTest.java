package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

/// The belief network has no class for an old password that a phone repeats; the session rules know
/// it, and *Beliefs* says the same.
class StoredPasswordsTest {

    private static List<Finding> beliefs(PhoneScene scene) throws Exception {
        BeliefMethod method = new BeliefMethod();
        return method.detector(method.shipped()).detect(scene.index(), RunMonitor.NONE).findings();
    }

    @Test
    void whatARuleExplainsByAStoredPasswordIsNamedSo() throws Exception {
        PhoneScene scene =
                new PhoneScene().registers(PHONE, "1001").after(600).tries(PHONE, "1001", 10, statuses(12, 401));
        Finding belief = beliefs(scene).getFirst();
        assertEquals("wrong_password", belief.statement().kind());
        assertEquals("Wrong stored password: " + PHONE, belief.statement().title().text());
        assertEquals(List.of("Correct the password stored in the device, or its account; block nothing before."),
                belief.statement().advice().stream().map(Sentence::text).toList());
    }

    @Test
    void guessingRemainsPasswordCracking() throws Exception {
        PhoneScene scene =
                new PhoneScene().registers(PHONE, "1001").after(600).tries(STRANGER, "1001", 0.5, statuses(40, 401));
        Finding belief = beliefs(scene).getFirst();
        assertEquals("password_cracking", belief.statement().kind());
        assertEquals("Password guessing: " + STRANGER, belief.statement().title().text());
    }
}
