package org.sipsleuth.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.transaction.Scene;

/// What problems say of whom, and what they advise.
final class ProblemCausesTest {

    private static final Set<String> NAMES = Set.of("ACK", "BYE", "CANCEL", "CSeq", "Contact", "Via");
    private static final String ALICE = "sip:100@example.org";
    private static final String CONTACT = "Contact: <sip:200@192.0.2.12>;expires=%d\r\n";

    private static ProblemList read(SipIndex index) throws IOException {
        ProblemMethod method = new ProblemMethod();
        return ProblemDetection.in(List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)))
                .orElseThrow();
    }

    private static Problem only(ProblemList list, String kind) {
        List<Problem> found = list.all().stream().filter(each -> each.kind().equals(kind)).toList();
        assertEquals(1, found.size(), list.all().stream().map(Problem::kind).toList().toString());
        return found.getFirst();
    }

    private static Scene register(Scene scene, String id, String more) {
        scene.callId(id).branch(id).caller("sip:200@example.org").more(more);
        return scene.request(Scene.BOB, Scene.PROXY, "REGISTER", 1)
                .response(Scene.PROXY, Scene.BOB, 200, "REGISTER", 1)
                .more("")
                .caller(ALICE);
    }

    private static List<String> kinds(Scene scene) throws IOException {
        scene.callId("call").branch("call").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 404, "INVITE", 1);
        return read(scene.index()).all().stream().map(Problem::kind).sorted().toList();
    }

    @Test
    void whatStandsBehindAnotherTitleBeginsSmall() {
        for (DialogHint hint : DialogCauses.EXPLAINING) {
            String title = ProblemTitle.ofReason(hint).text();
            String first = title.split(" ", 2)[0];
            assertTrue(NAMES.contains(first) || first.equals(first.toLowerCase(Locale.ROOT)), title);
        }
    }

    /// Where no response is captured at all, a call of which one is missing has not failed.
    @Test
    void aCallWhoseResponsesAreNotCapturedIsUndecided() throws IOException {
        Scene scene = new Scene();
        scene.callId("one").branch("one").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.after(60).callId("another").branch("another").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        ProblemList list = read(scene.index());
        assertEquals(Map.of(CallClass.UNDECIDED, 2L), list.calls().counts());
        assertEquals(List.of(), list.problems());
    }

    @Test
    void aUserIsRegisteredOnlyWhileTheBindingIsValid() throws IOException {
        String brief = CONTACT.formatted(60);
        List<String> registered = List.of("not_found_though_registered");
        List<String> unknown = List.of("not_found");
        assertEquals(registered, kinds(register(new Scene(), "r", brief).after(30)), "valid");
        assertEquals(unknown, kinds(register(new Scene(), "r", brief).after(840)), "over for 13 minutes");
        Scene refreshed = register(register(new Scene(), "r", brief).after(800), "again", brief);
        assertEquals(registered, kinds(refreshed.after(30)), "refreshed");
        Scene removed = register(register(new Scene(), "r", brief), "off", CONTACT.formatted(0));
        assertEquals(unknown, kinds(removed), "removed");
    }

    /// A phone that registers accounts one after the other under one Call-ID.
    private static Scene accounts(Object[]... registers) {
        Scene scene = new Scene().callId("phone");
        int cseq = 1;
        for (Object[] each : registers) {
            String user = (String) each[0];
            scene.caller("sip:%s@example.org".formatted(user)).user(user).branch("r" + cseq);
            scene.more(Scene.credentials(user)).request(Scene.ALICE, Scene.PROXY, "REGISTER", cseq);
            scene.more("").response(Scene.PROXY, Scene.ALICE, (Integer) each[1], "REGISTER", cseq++);
        }
        return scene;
    }

    @Test
    void aProblemOfAnAccountNamesItsUser() throws IOException {
        Problem refused =
                only(read(accounts(new Object[]{"1", 200}, new Object[]{"2", 401}).index()), "authentication_failed");
        assertEquals(List.of("sip:2@example.org"), refused.users());
        assertEquals("REGISTER: Credentials refused", refused.title().text());
    }

    @Test
    void anAccountThatIsRefusedBesideOthersIsNamed() throws IOException {
        ProblemList list =
                read(accounts(new Object[]{"1", 403}, new Object[]{"1", 401}, new Object[]{"2", 200}).index());
        assertEquals(List.of("sip:1@example.org"), only(list, "forbidden").users());
        assertEquals(List.of(),
                read(accounts(new Object[]{"1", 403}, new Object[]{"1", 200}, new Object[]{"2", 200}).index())
                        .problems(),
                "accepted later");
    }

    @Test
    void anAccountThatIsAcceptedLaterIsRight() throws IOException {
        Scene scene = accounts(new Object[]{"1", 401}).after(60).callId("later").branch("later");
        scene.more(Scene.credentials("1")).request(Scene.ALICE, Scene.PROXY, "REGISTER", 1);
        scene.more("").response(Scene.PROXY, Scene.ALICE, 200, "REGISTER", 1);
        Problem refused = only(read(scene.index()), "authentication_failed");
        assertTrue(refused.explanation().text().endsWith("accepted with the same account 62 s later."),
                refused.explanation().text());
        assertTrue(refused.advice().text().startsWith("Look at what differed"), refused.advice().text());
        String never = only(read(accounts(new Object[]{"1", 401}).index()), "authentication_failed").advice().text();
        assertTrue(never.startsWith("Find out whose device"), never);
    }

    @Test
    void anAccountThatWasAcceptedUnderAnotherCallIdBeforeIsNamed() throws IOException {
        Scene scene = new Scene().callId("right").branch("right").more(Scene.credentials("1"));
        scene.request(Scene.ALICE, Scene.PROXY, "REGISTER", 1).callId("wrong").branch("wrong");
        scene.request(Scene.ALICE, Scene.PROXY, "REGISTER", 1).more("").callId("right").branch("right");
        scene.every(10).response(Scene.PROXY, Scene.ALICE, 200, "REGISTER", 1).callId("wrong").branch("wrong");
        scene.response(Scene.PROXY, Scene.ALICE, 401, "REGISTER", 1);
        Problem refused = only(read(scene.index()), "authentication_failed");
        assertTrue(refused.explanation().text().endsWith("accepted with the same account less than 1 s before."),
                refused.explanation().text());
        assertTrue(refused.advice().text().startsWith("Look at what changed"), refused.advice().text());
    }

    @Test
    void whoSentNothingIsNotToOpenPorts() {
        String advice = Advice.ofKey("one_way_audio sent_nothing").text();
        assertTrue(advice.startsWith("Look at the device that sends nothing"), advice);
    }

    /// A call that a server passes on to so many addresses without an answer, until the capture ends.
    private static ProblemList waiting(int repeats, int addresses) throws IOException {
        Scene scene = new Scene().branch("a").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 100, "INVITE", 1);
        for (int i = 0; i < repeats; i++) {
            for (int address = 0; address < addresses; address++) {
                scene.branch("b" + address).request(Scene.PROXY, "192.0.2.2" + address, "INVITE", 1);
            }
        }
        return read(scene.index());
    }

    @Test
    void aCallThatNothingHasAnsweredYetIsNamedAndNoFailure() throws IOException {
        ProblemList list = waiting(5, 3);
        Problem silent = only(list, "next_hop_silent");
        assertEquals("info", silent.severity().word());
        assertEquals("INVITE was sent 5 times within 12.0 s from 192.0.2.1:5060 to 192.0.2.22:5060, which had not"
                + " responded when the capture ends. Nor had any of the other addresses that it was sent to (2).",
                silent.explanation().text());
        assertEquals(0, list.calls().withProblem());
        assertEquals(List.of(), waiting(4, 1).problems(), "it may be on its way");
    }

    @Test
    void aCancelWithoutItsInviteIsNoFailure() throws IOException {
        HopScene alone = new HopScene().calls(3).callId("a").transaction("CANCEL * * * * *");
        assertEquals(List.of(), read(alone.after(1_000).calls(1).index()).problems());
        HopScene subscribed = new HopScene().calls(3).callId("a").transaction("SUBSCRIBE * * * * *");
        assertEquals(List.of("request_unanswered"),
                read(subscribed.after(1_000).calls(1).index()).problems().stream().map(Problem::kind).toList());
    }

    @Test
    void aProbeWithoutHopsIsNoProblemAndNoFailedCall() throws IOException {
        for (int hops : new int[]{0, 1}) {
            Scene scene = new Scene().raw(Scene.ALICE, Scene.PROXY, """
                            INVITE sip:probe@example.org SIP/2.0
                            Via: SIP/2.0/UDP host:5060;branch=z9hG4bKb
                            Max-Forwards: %d
                            From: <sip:100@example.org>;tag=f
                            To: <sip:probe@example.org>
                            Call-ID: one
                            CSeq: 1 INVITE
                            Content-Length: 0

                            """.replace("\n", "\r\n").formatted(hops));
            ProblemList list = read(scene.response(Scene.PROXY, Scene.ALICE, 483, "INVITE", 1).index());
            assertEquals(hops == 0 ? List.of() : List.of("loop_stated"),
                    list.failures().stream().map(Problem::kind).toList());
            assertEquals(hops, list.calls().withProblem());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SUBSCRIBE 404, not_found, info, SUBSCRIBE refused: not found (404), such as a mailbox",
        "REGISTER 404, not_found, low, REGISTER refused: Number or user not found (404), accounts of this registrar",
        "INVITE 404 ACK, not_found, info, INVITE refused: not found (404), number dialled",
        "PUBLISH 501, method_refused, info, PUBLISH failed: Method not supported (501), which is no fault",
        "SUBSCRIBE 489, request_rejected, info, SUBSCRIBE refused: request rejected (489), Allow-Events",
        "INVITE 503 ACK, service_unavailable, low, INVITE failed: Service unavailable (503), does not state why"})
    void theAdviceFitsWhatWasAskedFor(String flow, String kind, String severity, String title, String advice)
            throws IOException {
        HopScene scene = new HopScene().calls(30).callId("a").transaction(flow);
        Problem problem = only(read(scene.after(1_000).calls(1).index()), kind);
        assertEquals(severity, problem.severity().word());
        assertEquals(title, problem.title().text());
        assertTrue(problem.advice().text().contains(advice), problem.advice().text());
        assertTrue(!problem.explanation().text().startsWith("See "), problem.explanation().text());
    }

    @Test
    void whatNobodyAnswersSaysHowOftenItWasSent() throws IOException {
        HopScene scene = new HopScene().calls(5).callId("a").transaction("MESSAGE *");
        assertTrue(only(read(scene.after(1_000).calls(1).index()), "no_response").explanation()
                .text()
                .startsWith("MESSAGE was sent 2 times, and no response was captured."), "sent twice");
    }

    /// Calls of the place, and those of a host that scanned before.
    private static Scene attacked(int askedBefore) {
        Scene scene = new Scene();
        for (int user = 0; user < askedBefore; user++) {
            scene.callId("o" + user).branch("o" + user).user("9" + user);
            scene.request(Scene.STRANGER, Scene.PROXY, "OPTIONS", 1)
                    .response(Scene.PROXY, Scene.STRANGER, 404, "OPTIONS", 1);
        }
        for (String host : List.of(Scene.STRANGER, Scene.ALICE)) {
            scene.callId(host).branch(host).request(host, Scene.PROXY, "INVITE", 1);
            scene.response(Scene.PROXY, host, 503, "INVITE", 1);
        }
        return scene;
    }

    @Test
    void callsOfAttackersAreNoCallsOfThePlace() throws IOException {
        ProblemList list = read(attacked(12).index());
        assertEquals(Map.of(CallClass.ATTACKER, 1L, CallClass.FAILED, 1L), list.calls().counts());
        assertEquals("1 of 1 call had a problem, besides 1 call of attackers", list.calls().headline().text());
        assertEquals(Severity.LOW, only(list, "service_unavailable").severity());
        assertTrue(only(list, "service_unavailable").advice().text().contains("503"), "of who suffers");
        assertEquals("2 of 2 calls had a problem", read(attacked(0).index()).calls().headline().text());
    }

    @Test
    void aProblemOfMediaCitesThePacketsThatShowIt(@TempDir Path folder) throws IOException {
        SipIndex index = OneWayCall.read(folder.resolve("a.pcap"));
        Problem silent = only(read(index), "one_way_audio");
        assertEquals(List.of(1, 2, 4, 503), silent.firstFrames(index, 9).stream().map(FrameNumber::frame).toList());
    }

    /// A call to a closed port, or, without errors, to nobody: one row.
    private static Problem unanswered(boolean hasErrors) throws IOException {
        Scene scene = new Scene().every(500);
        byte[] quoted = Packets.ipv4(Scene.ALICE, Scene.PROXY, 17, Packets.udp(5_060, 5_060, new byte[20]));
        byte[] icmp = Packets.join(new byte[]{3, 3, 0, 0, 0, 0, 0, 0}, quoted);
        for (int i = 0; i < 7; i++) {
            scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
            if (hasErrors) {
                scene.frame(Packets.ethernet(0x0800, Packets.ipv4(Scene.PROXY, Scene.ALICE, 1, icmp)));
            }
        }
        scene.after(40).callId("end").branch("end").request(Scene.BOB, Scene.ALICE, "OPTIONS", 1);
        ProblemList list = read(scene.response(Scene.ALICE, Scene.BOB, 200, "OPTIONS", 1).index());
        assertEquals(1, list.problems().size());
        return only(list, "no_answer");
    }

    @Test
    void whyNobodyAnswersIsSaidByIcmpIfItIsKnown() throws IOException {
        Problem closed = unanswered(true);
        assertEquals("No response to INVITE, ICMP error", closed.title().text());
        assertTrue(closed.explanation()
                .text()
                .startsWith("No response to INVITE was captured, but ICMP errors."
                        + " 192.0.2.1 answered ICMP port unreachable to INVITE"),
                closed.explanation().text());
        assertTrue(!closed.explanation().text().contains("took another path"), closed.explanation().text());
        assertEquals(7, closed.frames().size());
        assertTrue(unanswered(false).explanation().text().contains("took another path"), "nothing says why");
    }
}
