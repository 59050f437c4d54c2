package org.sipsleuth.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

class TransactionTableTest {

    private static final String CONTACT = "Contact: <sip:x@192.0.2.11>";

    private static List<String> users(TransactionTable table) {
        HopTransaction only = table.all().getFirst();
        return List.of(table.user(only.fromUser()), table.user(only.toUser()), table.user(only.requestUser()));
    }

    @Test
    void requestAndItsResponsesAreOneTransaction() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1)
                .response(BOB, ALICE, 100, "INVITE", 1)
                .response(BOB, ALICE, 180, "INVITE", 1)
                .response(BOB, ALICE, 200, "INVITE", 1)
                .table();
        HopTransaction invite = table.all().getFirst();
        assertEquals(1, table.all().size());
        assertEquals(ALICE, table.host(invite.source()));
        assertEquals(BOB, table.host(invite.destination()));
        assertEquals(200, invite.status());
        assertEquals(3, invite.response());
        assertEquals(180, invite.provisional());
        assertEquals(1, invite.firstProvisional());
        assertEquals(3_000_000_000L, invite.answeredAtNanos() - invite.atNanos());
        assertEquals(List.of(), table.strayResponses());
    }

    @Test
    void messageLeadsToItsTransaction() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1)
                .request(ALICE, BOB, "INVITE", 1)
                .response(BOB, ALICE, 100, "INVITE", 1)
                .branch("c")
                .request(ALICE, BOB, "OPTIONS", 2)
                .branch("other")
                .response(BOB, ALICE, 200, "OPTIONS", 2)
                .request(ALICE, BOB, "ACK", 1)
                .response(BOB, ALICE, 200, "BYE", 7)
                .table();
        assertEquals(List.of(0, 0, 0, 1, 1, -1, -1), IntStream.range(0, 7).mapToObj(table::transactionOf).toList());
    }

    @Test
    void whoeverAsksWhileSomebodyHasTheTableGetsTheSame() {
        SipIndex index = new Scene().request(ALICE, BOB, "INVITE", 1).index();
        TransactionTable table = TransactionTable.of(index, RunMonitor.NONE);
        assertSame(table, TransactionTable.of(index, RunMonitor.NONE));
        assertSame(index, table.index());
    }

    /// One thread that reads it, and many that wait.
    @Test
    void tableIsReadOnceForManyThreads() {
        Scene scene = new Scene();
        for (int i = 0; i < 2_000; i++) {
            scene.branch("b" + i).request(ALICE, BOB, "OPTIONS", i);
        }
        SipIndex index = scene.index();
        Set<TransactionTable> tables = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> TransactionTable.of(index, RunMonitor.NONE))
                .collect(Collectors.toSet());
        assertEquals(1, tables.size());
    }

    @Test
    void retransmissionIsCountedAndNoTransaction() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1)
                .request(ALICE, BOB, "INVITE", 1)
                .request(ALICE, BOB, "INVITE", 1)
                .table();
        assertEquals(1, table.all().size());
        assertEquals(2, table.all().getFirst().retransmissions());
    }

    @Test
    void whatAProxyPassesOnIsACopy() {
        TransactionTable table =
                new Scene().request(ALICE, PROXY, "INVITE", 1).branch("p").request(PROXY, BOB, "INVITE", 1).table();
        assertEquals(2, table.all().size());
        assertFalse(table.all().getFirst().isCopy());
        assertTrue(table.all().getLast().isCopy());
        assertEquals(List.of(table.all().getFirst()), table.origins());
        assertEquals(1, table.calls().size());
    }

    @Test
    void forgedViasMakeNoCopy() {
        TransactionTable table = new Scene().more("Via: SIP/2.0/UDP 192.0.2.77;branch=z9hG4bKa\r\n".repeat(3))
                .request(STRANGER, PROXY, "INVITE", 1)
                .table();
        assertFalse(table.all().getFirst().isCopy());
    }

    @Test
    void usersAreThoseOfTheUris() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1).table();
        assertEquals(List.of("100", "200", "200"), users(table));
        Scene scene = new Scene().user("%2b49;phone-context=x:secret");
        table = scene.request(ALICE, BOB, "INVITE", 1).table();
        assertEquals(List.of("100", "%2b49", "%2b49"), users(table));
        table = new Scene().request(ALICE, PROXY, "REGISTER", 1).table();
        assertEquals(List.of("100", "200", "200"), users(table));
    }

    @Test
    void ackToAFailureCountsForItsHop() {
        Scene scene = new Scene();
        scene.request(ALICE, PROXY, "INVITE", 1).branch("p").request(PROXY, BOB, "INVITE", 1);
        scene.response(BOB, PROXY, 486, "INVITE", 1).request(PROXY, BOB, "ACK", 1);
        scene.branch("b").response(PROXY, ALICE, 486, "INVITE", 1);
        TransactionTable table = scene.table();
        assertFalse(table.all().getFirst().isAcknowledged());
        assertTrue(table.all().getLast().isAcknowledged());
        assertEquals(3, table.all().getLast().ack());
    }

    @Test
    void ackToASuccessCountsForAllHops() {
        Scene scene = new Scene();
        scene.request(ALICE, PROXY, "INVITE", 1).branch("p").request(PROXY, BOB, "INVITE", 1);
        scene.response(BOB, PROXY, 200, "INVITE", 1);
        scene.branch("b").response(PROXY, ALICE, 200, "INVITE", 1);
        scene.branch("c").withinDialog().request(ALICE, BOB, "ACK", 1);
        TransactionTable table = scene.table();
        assertTrue(table.all().stream().allMatch(HopTransaction::isAcknowledged));
        assertEquals(2, table.all().size());
    }

    @Test
    void cancelMarksTheInviteOfItsSender() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1)
                .request(ALICE, BOB, "CANCEL", 1)
                .request(STRANGER, BOB, "INVITE", 1)
                .table();
        assertTrue(table.all().getFirst().isCancelled());
        assertFalse(table.all().getLast().isCancelled());
    }

    @Test
    void challengedInviteAndItsRepetitionAreOneCall() {
        Scene scene = new Scene().request(ALICE, PROXY, "INVITE", 1);
        scene.response(PROXY, ALICE, 407, "INVITE", 1).request(ALICE, PROXY, "ACK", 1);
        scene.branch("c").more(Scene.credentials("100@example.org"));
        scene.request(ALICE, PROXY, "INVITE", 2).response(PROXY, ALICE, 200, "INVITE", 2);
        scene.withinDialog().branch("d").request(ALICE, PROXY, "BYE", 3);
        TransactionTable table = scene.table();
        Call call = table.calls().getFirst();
        assertEquals(1, table.calls().size());
        assertEquals(2, call.invites().size());
        assertEquals("100", table.user(call.credentials()));
        assertEquals("200", table.user(call.callee()));
        assertTrue(call.isAnswered());
        assertEquals(1_000_000_000L, call.talkNanos(0));
        assertTrue(table.visibility().hasCredentials());
    }

    @Test
    void registrationIsNeitherRemovalNorQuery() {
        Scene scene = new Scene().request(ALICE, PROXY, "REGISTER", 1);
        scene.branch("c").more(CONTACT + "\r\n").request(ALICE, PROXY, "REGISTER", 2);
        scene.branch("d").more(CONTACT + ";expires=0\r\n").request(ALICE, PROXY, "REGISTER", 3);
        scene.branch("e").more("m: *\r\nExpires: 0\r\n").request(ALICE, PROXY, "REGISTER", 4);
        scene.branch("f").more(CONTACT + ";expires=60\r\nExpires: 0\r\n");
        scene.request(ALICE, PROXY, "REGISTER", 5);
        List<HopTransaction> all = scene.table().all();
        assertEquals(List.of(false, true, false, false, true), all.stream().map(HopTransaction::registers).toList());
        assertEquals(List.of(false, false, true, true, false), all.stream().map(HopTransaction::unregisters).toList());
    }

    @Test
    void staleChallengeIsNoWrongPassword() {
        Scene scene = new Scene().more(Scene.credentials("100"));
        scene.request(ALICE, PROXY, "REGISTER", 1);
        scene.more("WWW-Authenticate: Digest realm=\"r\", nonce=\"stale=true\", stale=TRUE\r\n");
        scene.response(PROXY, ALICE, 401, "REGISTER", 1).branch("c");
        scene.more(Scene.credentials("100")).request(ALICE, PROXY, "REGISTER", 2);
        scene.more("WWW-Authenticate: Digest realm=\"r\", nonce=\"stale=true\"\r\n");
        scene.response(PROXY, ALICE, 401, "REGISTER", 2);
        List<HopTransaction> all = scene.table().all();
        assertTrue(all.getFirst().isStale());
        assertFalse(all.getLast().isStale());
    }

    @Test
    void habitsOfOldStacksAreNoDefects() {
        TransactionTable table = new Scene().withoutFromTag()
                .request(ALICE, BOB, "OPTIONS", 1)
                .branch("c")
                .more("Expires: soon\r\n")
                .request(ALICE, BOB, "OPTIONS", 2)
                .table();
        assertFalse(table.all().getFirst().isDefective());
        assertTrue(table.all().getLast().isDefective());
    }

    @Test
    void responseToNothingIsAStray() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1)
                .branch("other")
                .response(STRANGER, ALICE, 401, "INVITE", 1)
                .table();
        StrayResponse stray = table.strayResponses().getFirst();
        assertEquals(1, stray.message());
        assertEquals(STRANGER, table.host(stray.source()));
        assertFalse(table.all().getFirst().isAnswered());
    }

    @Test
    void byeDoesNotMakeAParty() {
        TransactionTable table = new Scene().request(ALICE, BOB, "INVITE", 1)
                .branch("x")
                .withinDialog()
                .request(STRANGER, BOB, "BYE", 2)
                .table();
        assertTrue(table.isParty(0, table.findHost(ALICE)));
        assertTrue(table.isParty(0, table.findHost(BOB)));
        assertFalse(table.isParty(0, table.findHost(STRANGER)));
    }

    @Test
    void tapOnBothHopsCountsAnAttemptOnce() {
        Scene scene = new Scene();
        for (int i = 0; i < 3; i++) {
            scene.callId("call" + i).branch("a" + i).request(ALICE, PROXY, "INVITE", 1);
            scene.branch("p" + i).request(PROXY, "192.0.2.2", "INVITE", 1);
            scene.branch("q" + i).request("192.0.2.2", BOB, "INVITE", 1);
        }
        TransactionTable table = scene.table();
        assertEquals(9, table.all().size());
        assertEquals(3, table.origins().size());
        assertEquals(3, table.calls().size());
    }

    @Test
    void responseWithAnotherBranchAnswersIfNothingElseDoes() {
        Scene scene = new Scene().request(ALICE, BOB, "INVITE", 1).request(ALICE, BOB, "CANCEL", 1);
        scene.branch("x").response(BOB, ALICE, 200, "CANCEL", 1);
        scene.response(BOB, ALICE, 487, "INVITE", 1);
        TransactionTable table = scene.table();
        assertEquals(List.of(487, 200), table.all().stream().map(HopTransaction::status).toList());
        assertEquals(List.of(), table.strayResponses());
    }

    @Test
    void responseWithAnotherBranchIsAStrayWhereTheTransactionIsAnswered() {
        Scene scene = new Scene().request(ALICE, BOB, "INVITE", 1);
        scene.branch("x").response(BOB, ALICE, 302, "INVITE", 1);
        scene.branch("b").response(BOB, ALICE, 200, "INVITE", 1);
        TransactionTable table = scene.table();
        assertEquals(200, table.all().getFirst().status());
        assertEquals(1, table.strayResponses().getFirst().message());
    }

    @Test
    void otherAddressOfTheHostMayAnswerButNotBesideIt() {
        Scene scene = new Scene().request(ALICE, BOB, "INVITE", 1);
        scene.response("192.0.2.99", ALICE, 200, "INVITE", 1);
        assertEquals(200, scene.table().all().getFirst().status());
        scene.response(BOB, ALICE, 486, "INVITE", 1);
        TransactionTable table = scene.table();
        assertEquals(486, table.all().getFirst().status());
        assertEquals("192.0.2.99", table.host(table.strayResponses().getFirst().source()));
    }

    @Test
    void captureThatBeginsWithinACallHasItsParties() {
        Scene scene = new Scene().response(BOB, ALICE, 200, "INVITE", 1);
        scene.branch("x").withinDialog().request(BOB, ALICE, "BYE", 1);
        TransactionTable table = scene.table();
        assertTrue(table.isParty(0, table.findHost(BOB)));
        assertEquals(1, table.strayResponses().size());
        assertEquals(1, table.all().size());
    }

    @Test
    void strayResponseMakesNoPartyOfAKnownCall() {
        Scene scene = new Scene().request(ALICE, BOB, "INVITE", 1);
        scene.branch("x").response(STRANGER, ALICE, 200, "INVITE", 7);
        TransactionTable table = scene.table();
        assertFalse(table.isParty(0, table.findHost(STRANGER)));
    }

    @Test
    void ackWithoutItsInviteIsNoTransaction() {
        TransactionTable table = new Scene().request(ALICE, BOB, "ACK", 1).table();
        assertEquals(List.of(), table.all());
        assertTrue(table.isParty(0, table.findHost(ALICE)));
    }

    @Test
    void oneWayCaptureShowsNoResponses() {
        Scene scene = new Scene();
        for (int i = 0; i < 5; i++) {
            scene.callId("call" + i).branch("a" + i).request(ALICE, BOB, "INVITE", 1);
            scene.branch("b" + i).withinDialog().request(ALICE, BOB, "ACK", 1);
        }
        assertFalse(scene.table().visibility().hasResponses());
    }

    @Test
    void floodThatNobodyAnswersDoesNotHideThatOthersAre() {
        Scene scene = new Scene();
        for (int i = 0; i < 100; i++) {
            scene.callId("flood" + i).branch("f" + i).request(STRANGER, BOB, "INVITE", 1);
        }
        for (int i = 0; i < 5; i++) {
            scene.callId("call" + i).branch("a" + i).request(ALICE, BOB, "INVITE", 1);
            scene.response(BOB, ALICE, 200, "INVITE", 1);
            scene.branch("b" + i).withinDialog().request(ALICE, BOB, "ACK", 1);
        }
        assertTrue(scene.table().visibility().hasResponses());
    }

    @Test
    void callsThatEndWithoutAckShowNoAcks() {
        Scene scene = new Scene();
        for (int i = 0; i < 5; i++) {
            scene.callId("call" + i).branch("a" + i).request(ALICE, BOB, "INVITE", 1);
            scene.response(BOB, ALICE, 200, "INVITE", 1);
            scene.branch("b" + i).withinDialog().request(ALICE, BOB, "BYE", 2);
        }
        assertFalse(scene.table().visibility().hasAcks());
    }

    @Test
    void firstMessageOfAnImsPhoneHasNoCredentials() {
        String empty = "Authorization: Digest username=\"100\", nonce=\"\", response=\"\"\r\n";
        TransactionTable table = new Scene().more(empty).request(ALICE, PROXY, "REGISTER", 1).table();
        assertFalse(table.all().getFirst().hasCredentials());
    }

    @Test
    void credentialsWithoutNameAreCredentials() {
        TransactionTable table =
                new Scene().more("Proxy-Authorization: Bearer abc\r\n").request(ALICE, PROXY, "INVITE", 1).table();
        assertTrue(table.all().getFirst().hasCredentials());
        assertEquals("", table.user(table.all().getFirst().credentials()));
    }

    @Test
    void uriWithoutUserHasNone() {
        TransactionTable table = new Scene().raw(ALICE, BOB, """
                                OPTIONS sip:example.org SIP/2.0
                                Via: SIP/2.0/UDP a;branch=z9hG4bKx
                                From: <sip:192.0.2.11>;tag=x
                                To: <tel:+4930123;ext=5>
                                Call-ID: none
                                CSeq: 1 OPTIONS

                                """.replace("\n", "\r\n")).table();
        assertEquals(HopTransaction.NONE, table.all().getFirst().fromUser());
        assertEquals(List.of("", "+4930123", "+4930123"), users(table));
    }

    @Test
    void endOfACallIsTheFirstByeAfterItsAnswer() {
        Scene scene = new Scene().request(ALICE, BOB, "INVITE", 1);
        scene.branch("x").withinDialog().request(STRANGER, BOB, "BYE", 9);
        scene.branch("b").response(BOB, ALICE, 200, "INVITE", 1);
        scene.branch("y").request(BOB, ALICE, "BYE", 1);
        scene.branch("z").request(ALICE, BOB, "BYE", 2);
        Call call = scene.table().calls().getFirst();
        assertEquals(1_000_000_000L, call.endedAtNanos() - call.answeredAtNanos());
    }

    private static String facts(TransactionTable table) {
        StringBuilder text = new StringBuilder();
        for (HopTransaction each : table.all()) {
            text.append("%d %d %d %d %d %d %d %d %d %s%n".formatted(each.request(), each.source(), each.destination(),
                    each.status(), each.fromUser(), each.requestUser(), each.credentials(), each.fingerprint(),
                    each.ack(), each.isCopy()));
        }
        return text.append(table.strayResponses()).append(table.visibility()).toString();
    }

    private static TransactionTable renamed(UnaryOperator<String> rename) {
        Scene scene = new Scene(rename).request(ALICE, PROXY, "INVITE", 1);
        scene.branch("p").request(PROXY, BOB, "INVITE", 1);
        scene.response(BOB, PROXY, 200, "INVITE", 1).request(STRANGER, BOB, "OPTIONS", 1);
        scene.response(STRANGER, ALICE, 401, "REGISTER", 1);
        return scene.table();
    }

    @Test
    void renamedAddressesChangeNothingButNames() {
        TransactionTable as = renamed(UnaryOperator.identity());
        TransactionTable renamed = renamed(host -> host.replace("192.0.2.", "10.9.8."));
        assertEquals(facts(as), facts(renamed));
        assertEquals("10.9.8.11", renamed.host(as.findHost(ALICE)));
    }

    @Test
    void manyTransactionsOfOneCallIdCostNoMoreThanOthers() {
        Scene scene = new Scene();
        for (int i = 0; i < 30_000; i++) {
            String host = "10.0." + i / 250 + "." + i % 250;
            scene.request(host, BOB, "INVITE", 1).response(BOB, host, 486, "INVITE", 1);
            scene.request(host, BOB, "ACK", 1);
        }
        TransactionTable table = scene.table();
        assertEquals(30_000, table.all().size());
        assertTrue(table.all().stream().allMatch(HopTransaction::isAcknowledged));
        assertTrue(table.all().stream().allMatch(each -> each.status() == 486));
        assertEquals(1, table.calls().size()); // merged requests (RFC 3261 §8.2.2.2)
    }
}
