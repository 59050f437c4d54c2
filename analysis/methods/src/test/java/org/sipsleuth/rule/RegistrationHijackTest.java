package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.finding.IncidentKind.REGISTRATION_HIJACK;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Severity;

final class RegistrationHijackTest {

    private int cseq;

    private CallCapture registers(CallCapture capture, String host, String contact, int expires) {
        cseq++;
        String lines = "Contact: %s\r\nExpires: %d\r\n".formatted(contact, expires);
        return capture.callId("registration-" + host)
                .with(lines)
                .request(host, PROXY, "REGISTER", cseq, "r", "")
                .answer(PROXY, host, 200, "REGISTER", cseq, "r", "s");
    }

    private CallCapture registers(CallCapture capture, String host) {
        return registers(capture, host, "<sip:alice@%s>".formatted(host), 600);
    }

    /// Another program removes all bindings and registers itself; Alice's phone goes on.
    private CallCapture replaced() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(60).product("Tool/9");
        registers(capture, THIRD, "*", 0);
        registers(capture, THIRD).after(200).product(CallCapture.PHONE);
        return registers(capture, ALICE);
    }

    @Test
    void aHostThatRemovesThePhonesBindingTakesTheRegistration() {
        Finding finding = replaced().only(REGISTRATION_HIJACK);
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
        assertEquals(Severity.HIGH, finding.severity());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
        assertEquals(List.of("alice"), finding.observation().orElseThrow().accounts());
    }

    @Test
    void aCallThatItAnswersMakesItComplete() {
        CallCapture capture = replaced().callId("call-1").callee("alice");
        capture.request(PROXY, THIRD, "INVITE", 1, "c", "").answer(THIRD, PROXY, 200, "INVITE", 1, "c", "d");
        assertEquals(Outcome.SUCCEEDED, capture.only(REGISTRATION_HIJACK).statement().outcome());
    }

    /// A second device of the user, for all that can be seen: low, and it says so.
    /// The phone registered before the capture: the registrar lists its binding.
    @Test
    void aBindingThatTheRegistrarListsIsOlder() {
        String both = "Contact: <sip:alice@%s>;expires=40, <sip:alice@%s>;expires=60\r\n";
        CallCapture capture = new CallCapture().product("Tool/9");
        capture.callId("thief").with("Contact: <sip:alice@%s>\r\n".formatted(THIRD));
        capture.request(THIRD, PROXY, "REGISTER", 1, "r", "");
        capture.with(both.formatted(ALICE, THIRD));
        capture.answer(PROXY, THIRD, 200, "REGISTER", 1, "r", "s").product(CallCapture.PHONE);
        registers(capture.after(30), ALICE);
        Finding finding = capture.only(REGISTRATION_HIJACK);
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
    }

    /// A host removes the bindings of a user whose phone registered before the capture, registers
    /// itself, and the phone registers again.
    ///
    /// @param host among the phones of two other users or not
    private CallCapture begunByARemoval(String host) {
        CallCapture capture = new CallCapture().product("Tool/9");
        registers(capture, host, "*", 0);
        registers(capture, host).product(CallCapture.PHONE);
        for (int i = 1; i <= 2; i++) {
            String phone = ALICE.substring(0, ALICE.lastIndexOf('.') + 1) + (200 + i);
            registers(capture.registrant("user" + i), phone);
        }
        return registers(capture.registrant("alice").after(60), ALICE);
    }

    @Test
    void whoBeginsByRemovingAllBindingsIsNotTheOwner() {
        Finding finding = begunByARemoval("203.0.113.66").only(REGISTRATION_HIJACK);
        assertEquals(List.of("203.0.113.66"), finding.observation().orElseThrow().actors().addresses());
        assertEquals(Severity.HIGH, finding.severity());
    }

    /// The phone of the user registers again in one round with those of others, so it had been
    /// registered before; nobody else has the program that removed its binding.
    @Test
    void whoRemovesTheBindingOfAPhoneThatStaysIsNotTheOwner() {
        String network = ALICE.substring(0, ALICE.lastIndexOf('.') + 1);
        CallCapture capture = new CallCapture().product("Tool/9");
        registers(capture, network + 77, "*", 0);
        registers(capture, network + 77).product(CallCapture.PHONE).after(60);
        for (int i = 1; i <= 3; i++) {
            registers(capture.registrant("user" + i), network + (200 + i));
        }
        Finding finding = registers(capture.registrant("alice"), ALICE).only(REGISTRATION_HIJACK);
        assertEquals(List.of(network + 77), finding.observation().orElseThrow().actors().addresses());
        assertEquals(Severity.HIGH, finding.severity());
    }

    /// Some phones remove old bindings when they start.
    @Test
    void aPhoneAmongOthersMayBeginByRemovingAllBindings() {
        String near = ALICE.substring(0, ALICE.lastIndexOf('.') + 1) + 77;
        assertEquals(List.of(), begunByARemoval(near).findings(REGISTRATION_HIJACK));
    }

    @Test
    void aSecondDeviceCannotBeDecided() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(60).product("Soft/2");
        registers(capture, "10.0.0.30").after(200).product(CallCapture.PHONE);
        registers(capture, ALICE);
        Finding finding = capture.only(REGISTRATION_HIJACK);
        assertEquals(Severity.LOW, finding.severity());
        assertTrue(finding.observation().orElseThrow().isMinor());
        assertEquals(1, finding.observation().orElseThrow().notDetermined().size());
    }

    /// Eight users of one make; a ninth host far away, of the same make, shares the account of one.
    /// Eight users with one phone each; the last one's account is then registered elsewhere.
    private CallCapture elsewhere() {
        CallCapture capture = new CallCapture();
        for (int i = 1; i <= 8; i++) {
            capture.registrant("user" + i);
            registers(capture, "10.0.0." + (40 + i));
        }
        for (String host : List.of(THIRD, "10.0.0.48", THIRD)) {
            registers(capture.after(60), host);
        }
        return capture;
    }

    @Test
    void aHostElsewhereAloneIsLow() {
        Finding finding = elsewhere().only(REGISTRATION_HIJACK);
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
        assertEquals(List.of("user8"), finding.observation().orElseThrow().accounts());
    }

    private static void call(CallCapture capture, String id, String from, String to) {
        String line = "Authorization: Digest username=\"user8\", realm=\"r\", response=\"0\"\r\n";
        capture.callId(id).callee(to).with(line);
        capture.request(from, PROXY, "INVITE", 1, "f" + id, "").answer(PROXY, from, 200, "INVITE", 1, "f" + id, "t");
    }

    @Test
    void aHostElsewhereThatCallsOthersIsHigh() {
        CallCapture capture = elsewhere();
        call(capture, "own-1", "10.0.0.48", "bob");
        call(capture, "own-2", "10.0.0.48", "carol");
        call(capture, "new-1", THIRD, "900100");
        call(capture, "new-2", THIRD, "900200");
        assertEquals(Severity.HIGH, capture.only(REGISTRATION_HIJACK).severity());
    }

    /// The capture ends before the phone registers again, but the phone removes its binding.
    /// Calls to Alice that ring at her phone and at a second host, which answers.
    ///
    /// @param seconds until it answers each; negative: her phone does
    private CallCapture secondDevice(String host, int... seconds) {
        CallCapture capture = registers(new CallCapture(), ALICE).after(60).product("Soft/2");
        registers(capture, host).product(CallCapture.PHONE);
        for (int i = 0; i < seconds.length; i++) {
            String winner = seconds[i] < 0 ? ALICE : host;
            String other = seconds[i] < 0 ? host : ALICE;
            capture.callId("taken-" + i).callee("alice");
            capture.request(PROXY, ALICE, "INVITE", 1, "c", "")
                    .request(PROXY, host, "INVITE", 1, "c", "")
                    .after(Math.abs(seconds[i]))
                    .answer(winner, PROXY, 200, "INVITE", 1, "c", "d")
                    .answer(other, PROXY, 487, "INVITE", 1, "c", "e")
                    .after(20);
        }
        return registers(capture, ALICE);
    }

    @Test
    void aHostOutsideThatTakesEveryCallByAProgramIsCritical() {
        Finding finding = secondDevice(THIRD, 2, 2, 2).only(REGISTRATION_HIJACK);
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertTrue(finding.observation().orElseThrow().alternatives().getFirst().text().contains("program"));
    }

    /// Two calls only; calls answered as people do; one answered on the phone; a host beside it.
    @Test
    void whoAnswersAsPeopleDoIsLow() {
        for (CallCapture capture : List.of(secondDevice(THIRD, 2, 2), secondDevice(THIRD, 2, 5, 3),
                secondDevice(THIRD, 2, 2, -2, 2), secondDevice("10.0.0.30", 2, 2, 2))) {
            assertEquals(Severity.LOW, capture.only(REGISTRATION_HIJACK).severity());
        }
    }

    @Test
    void aPhoneThatLeavesAfterwardsWasReplaced() {
        CallCapture capture = removed();
        capture.after(60).product(CallCapture.PHONE).callId("leave");
        capture.with("Contact: <sip:alice@%s>\r\nExpires: 0\r\n".formatted(ALICE));
        capture.request(ALICE, PROXY, "REGISTER", 9, "r", "").answer(PROXY, ALICE, 200, "REGISTER", 9, "r", "s");
        Finding finding = capture.only(REGISTRATION_HIJACK);
        assertEquals(Severity.HIGH, finding.severity());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
    }

    @Test
    void aPhoneThatIsNotSeenAgainMayHaveBeenExchanged() {
        assertTrue(removed().only(REGISTRATION_HIJACK).observation().orElseThrow().confidence() < 0.7);
    }

    /// Another product removes all bindings of a phone and registers.
    private CallCapture removed() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(20).product("Tool/9");
        capture.callId("removal").with("Contact: *\r\nExpires: 0\r\n");
        capture.request(THIRD, PROXY, "REGISTER", 1, "r", "").answer(PROXY, THIRD, 200, "REGISTER", 1, "r", "s");
        return registers(capture, THIRD);
    }

    /// A phone that got another address removes what it had bound before.
    @Test
    void aPhoneThatMovedAndRemovesItsOldBindingIsNoHijack() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(20);
        capture.callId("removal").with("Contact: *\r\nExpires: 0\r\n");
        capture.request("10.0.0.30", PROXY, "REGISTER", 1, "r", "")
                .answer(PROXY, "10.0.0.30", 200, "REGISTER", 1, "r", "s");
        assertEquals(List.of(), registers(capture, "10.0.0.30").findings(REGISTRATION_HIJACK));
    }

    @Test
    void twoPhonesOfOneMakeAreNoHijack() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(60);
        registers(capture, "10.0.0.30").after(200);
        registers(capture, ALICE);
        assertEquals(List.of(), capture.findings(REGISTRATION_HIJACK));
    }

    /// The old address is silent afterwards.
    @Test
    void aPhoneThatChangedItsAddressIsNoHijack() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(60).product("Phone/1.1");
        registers(capture, "10.0.0.30").after(300);
        registers(capture, "10.0.0.30");
        assertEquals(List.of(), capture.findings(REGISTRATION_HIJACK));
    }

    @Test
    void aDeviceAfterThePhoneHasLeftIsNoHijack() {
        CallCapture capture = registers(new CallCapture(), ALICE).after(1_000).product("Soft/2");
        registers(capture, "10.0.0.30").after(200).product(CallCapture.PHONE);
        registers(capture, ALICE);
        assertEquals(List.of(), capture.findings(REGISTRATION_HIJACK));
    }
}
