package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.Scene;

class MessageSpamTest {

    private static final SessionRule SPAM = new MessageSpam();

    private static Scene message(Scene scene, String from, String sender, String to, int status, String text) {
        String id = sender + to;
        scene.raw(from, PROXY, """
                MESSAGE sip:%s@example.org SIP/2.0
                Via: SIP/2.0/UDP %s;branch=z9hG4bK%s
                Max-Forwards: 70
                From: <sip:%s@example.org>;tag=f
                To: <sip:%s@example.org>
                Call-ID: %s
                CSeq: 1 MESSAGE
                Content-Type: text/plain
                Content-Length: %d

                %s""".formatted(to, from, id, sender, to, id, text.length(), text).replace("\n", "\r\n"));
        return scene.callId(id).branch(id).user(to).response(PROXY, from, status, "MESSAGE", 1);
    }

    private static Scene sent(Scene scene, String from, int users, int status, String text) {
        for (int i = 0; i < users; i++) {
            message(scene, from, "promo", "20" + i, status, text);
        }
        return scene;
    }

    @Test
    void messagesOfAStrangerToManyUsersAreSpam() {
        Finding finding = Found.only(SPAM, sent(new Scene(), STRANGER, 8, 200, "WIN"));
        assertEquals("sent 8 unsolicited messages to 8 users (200, 201, 202 and 5 more), 8 of them accepted",
                Found.sentence(finding));
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
        assertEquals(8, Found.observation(finding).accounts().size());
        assertEquals(List.of(STRANGER), Found.observation(finding).actors().addresses());
    }

    @Test
    void messagesThatPhonesRefuseAreAnAttempt() {
        Finding finding = Found.only(SPAM, sent(new Scene(), STRANGER, 8, 405, "WIN"));
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(Severity.LOW, finding.severity());
    }

    @Test
    void messagesThatAServerKeepsAreDeliveredInPart() {
        assertEquals(Outcome.PARTIAL,
                Found.only(SPAM, sent(new Scene(), STRANGER, 8, 202, "WIN")).statement().outcome());
    }

    /// The nearest harmless case.
    @Test
    void messagingServiceWhoseUsersAnswerIsNone() {
        Scene scene = sent(new Scene(), STRANGER, 8, 200, "Your code is on its way");
        message(scene, ALICE, "200", "promo", 200, "thanks");
        message(scene, ALICE, "201", "promo", 200, "stop");
        assertEquals(List.of(), Found.by(SPAM, scene));
    }

    /// A service that its server knows: as likely harmless, so that it is watched only.
    @Test
    void senderWithSteadyKeepAlivesIsWatchedOnly() {
        assertEquals(Severity.LOW, keptAlive(7, 7).severity());
        assertEquals(Severity.MEDIUM, keptAlive(7, 40).severity());
    }

    /// Eight messages among keep-alives at two intervals in turn.
    private static Finding keptAlive(int interval, int other) {
        Scene scene = new Scene().every(20);
        for (int i = 0; i < 8; i++) {
            scene.callId("o" + i).branch("o" + i).user("").request(STRANGER, PROXY, "OPTIONS", 1);
            scene.response(PROXY, STRANGER, 200, "OPTIONS", 1);
            message(scene, STRANGER, "parcels", "20" + i, 200, "Parcel " + i).after(i % 2 == 0 ? interval : other);
        }
        return Found.only(SPAM, scene);
    }

    /// That others write to the user whose name was forged is no excuse.
    @Test
    void answersToTheOwnerOfAForgedNameDoNotExcuse() {
        Scene scene = new Scene().callId("r")
                .branch("r")
                .user("promo")
                .more("Contact: <sip:promo@192.0.2.11>\r\n")
                .request(ALICE, PROXY, "REGISTER", 1)
                .response(PROXY, ALICE, 200, "REGISTER", 1)
                .more("");
        sent(scene, STRANGER, 8, 200, "WIN");
        message(scene, "192.0.2.12", "200", "promo", 200, "lunch?");
        message(scene, "192.0.2.13", "201", "promo", 200, "lunch?");
        Found.only(SPAM, scene);
    }

    @Test
    void senderWithThePasswordOfAnAccountIsNone() {
        Scene scene = sent(new Scene(), STRANGER, 8, 200, "hello");
        scene.callId("c").branch("c").more(Scene.credentials("promo")).request(STRANGER, PROXY, "MESSAGE", 2);
        scene.more("").response(PROXY, STRANGER, 200, "MESSAGE", 2);
        assertEquals(List.of(), Found.by(SPAM, scene));
    }

    @Test
    void messagesToFewUsersOrWithoutTextAreNone() {
        assertEquals(List.of(), Found.by(SPAM, sent(new Scene(), STRANGER, 4, 200, "hello")));
        assertEquals(List.of(), Found.by(SPAM, sent(new Scene(), STRANGER, 8, 200, "")));
    }

    /// Names that mostly do not exist are tried, with or without a text.
    @Test
    void messagesToUsersThatDoNotExistAreAnEnumeration() {
        assertEquals(List.of(), Found.by(SPAM, sent(new Scene(), STRANGER, 8, 404, "hello")));
    }
}
