package org.sipsleuth.truth.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.MessageFacts;

class AchievementTest {

    private static Achievement of(AttackKind kind, String method, int status) {
        Achievement achievement = new Achievement(Optional.of(kind));
        achievement.sent(new MessageFacts(true, false, method, 0, "promo", "200"));
        achievement.received(new MessageFacts(false, false, method, status, "promo", "200"));
        return achievement;
    }

    private static AttackOutcome outcome(AttackKind kind, String method, int status) {
        return of(kind, method, status).outcome().orElseThrow();
    }

    @Test
    void phonesThatAcceptAnOrderAreControlled() {
        assertEquals(AttackOutcome.SUCCEEDED, outcome(AttackKind.REMOTE_CONTROL, "NOTIFY", 200));
        assertEquals(AttackOutcome.ATTEMPTED, outcome(AttackKind.REMOTE_CONTROL, "NOTIFY", 489));
        assertEquals(List.of("200"), of(AttackKind.REMOTE_CONTROL, "NOTIFY", 200).accounts());
    }

    @Test
    void messagesThatAreKeptAreDeliveredInPart() {
        assertEquals(AttackOutcome.SUCCEEDED, outcome(AttackKind.MESSAGE_SPAM, "MESSAGE", 200));
        assertEquals(AttackOutcome.PARTIAL, outcome(AttackKind.MESSAGE_SPAM, "MESSAGE", 202));
        assertEquals(AttackOutcome.ATTEMPTED, outcome(AttackKind.MESSAGE_SPAM, "MESSAGE", 405));
        assertEquals(List.of("200"), of(AttackKind.MESSAGE_SPAM, "MESSAGE", 405).accounts());
    }

    @Test
    void answeredCallsToVoicemailAreReachedInPart() {
        assertEquals(AttackOutcome.PARTIAL, outcome(AttackKind.VOICEMAIL_PROBING, "INVITE", 200));
        assertEquals(AttackOutcome.ATTEMPTED, outcome(AttackKind.VOICEMAIL_PROBING, "INVITE", 403));
    }
}
