package org.sipsleuth.dialog.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.dialog.attempt.Story.CALLEE;
import static org.sipsleuth.dialog.attempt.Story.CALLER;
import static org.sipsleuth.dialog.attempt.Story.PROXY;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.attempt.Story;
import org.sipsleuth.run.RunMonitor;

/// RFC 6076 section by section: each definition with the smallest case that indicates it from its
/// neighbours. Times in ms are worked out beside the story.
class Rfc6076Test {

    private static final long MS = 1_000_000L;
    private static final long TIMER_F_MS = 32_000;

    /// An INVITE within the call.
    private static final String ON_HOLD = """
            INVITE sip:b@example.org SIP/2.0
            Via: SIP/2.0/UDP host:5060;branch=z9hG4bKINVITE2
            From: <sip:a@example.org>;tag=a
            To: <sip:b@example.org>;tag=b
            Call-ID: one@192.0.2.1
            CSeq: 2 INVITE
            """.replace("\n", "\r\n");

    private final Story story = new Story();

    private Statistics read() throws IOException {
        return Statistics.of(story.read(), StatisticsScope.ALL, RunMonitor.NONE);
    }

    private void assertTime(Metric metric, long millis) throws IOException {
        Distribution its = read().times().get(metric);
        assertEquals(1, its.count(), metric.name());
        assertEquals(OptionalLong.of(millis * MS), its.least(), metric.name());
    }

    private void assertNoTime(Metric metric) throws IOException {
        assertEquals(0, read().times().get(metric).count(), metric.name());
    }

    private void assertShare(Metric metric, long counted, long all) throws IOException {
        assertEquals(new Ratio(counted, all), read().ratios().get(metric), metric.name());
    }

    /// A request that is answered with one final response after 300 ms, and the end of the capture
    /// long after it.
    private void answered(String method, int status) {
        story.callId("only").asks(method, 1).at(300).says(status, method, 1);
        story.callId("later").at(100_000).asks("OPTIONS", 1);
    }

    // 4.1 Registration Request Delay: final response - REGISTER; successful ones only

    @Test
    void rrdRunsFromTheFirstTransmissionToThe200() throws IOException {
        story.asks("REGISTER", 1).at(500).asks("REGISTER", 1); // lost, repeated
        story.at(620).says(200, "REGISTER", 1);
        assertTime(Metric.RRD, 620);
        assertShare(Metric.IRA, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 423, 500, 603})
    void rrdIsNotReportedOfRegistrationsThatFail(int status) throws IOException {
        answered("REGISTER", status);
        assertNoTime(Metric.RRD);
        assertShare(Metric.IRA, 1, 1);
    }

    private void register(int cseq, String credentials) {
        story.request(CALLER, CALLEE, "REGISTER", cseq, "REGISTER" + cseq, credentials);
    }

    private void challenge(int status, int cseq, String more) {
        story.response(CALLEE, CALLER, status, "REGISTER", cseq, "REGISTER" + cseq, more);
    }

    private static String digest(String header, String response) {
        return header + ": Digest username=\"a\", response=\"" + response + "\"\r\n";
    }

    /// Passwords are tried one after another under one Call-ID, the last of which is right.
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void rrdBeginsAfterTheLastRefusedPassword(long seed) throws IOException {
        Random random = new Random(seed);
        int refused = 1 + random.nextInt(40);
        long at = 0;
        register(1, random.nextBoolean() ? "" : digest("Authorization", ""));
        challenge(401, 1, "");
        int cseq = 2;
        for (; cseq < 2 + refused; cseq++) {
            story.at(at += 20 + random.nextInt(100));
            boolean isProxy = random.nextBoolean();
            register(cseq, digest(isProxy ? "Proxy-Authorization" : "Authorization", "0" + cseq));
            story.at(at += 5);
            challenge(isProxy ? 407 : 401, cseq, "");
        }
        int millis = 1 + random.nextInt(60);
        story.at(at += 500);
        register(cseq, digest("Authorization", "right"));
        story.at(at + millis).says(200, "REGISTER", cseq);
        assertTime(Metric.RRD, millis);
    }

    /// Nothing was refused: a proxy and a registrar challenge, a nonce has expired, a phone names
    /// itself with an empty digest.
    @ParameterizedTest
    @CsvSource({
        "Proxy-Authorization, 1, 407, ''",
        "Authorization, 1, 401, 'WWW-Authenticate: Digest nonce=\"n\", stale=true'",
        "Authorization, '', 401, ''",
        "X-Authorization, 1, 401, ''",})
    void rrdIncludesExpectedChallenges(String header, String response, int first, String more) throws IOException {
        register(1, "");
        challenge(first, 1, "");
        story.at(100);
        register(2, digest(header, response));
        story.at(120);
        challenge(401, 2, more.isEmpty() ? "" : more + "\r\n");
        story.at(200);
        register(3, digest("Authorization", "2"));
        story.at(230).says(200, "REGISTER", 3);
        assertTime(Metric.RRD, 230);
    }

    // 4.2 Ineffective Registration Attempts: 4xx but 401, 402, 407; 5xx; 6xx; timer F / all

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 407})
    void challengesAreNoIneffectiveRegistrations(int status) throws IOException {
        answered("REGISTER", status);
        assertShare(Metric.IRA, 0, 1);
    }

    @Test
    void silenceIsAnIneffectiveRegistration() throws IOException {
        story.asks("REGISTER", 1).callId("later").at(TIMER_F_MS + 1).asks("OPTIONS", 1);
        assertShare(Metric.IRA, 1, 1);
    }

    // 4.3.1 Session Request Delay, successful: first provisional other than 100, else the 200

    @Test
    void srdEndsWithTheFirstProvisionalThatShowsSomething() throws IOException {
        story.asks("INVITE", 1).at(20).says(100, "INVITE", 1).at(400).says(183, "INVITE", 1);
        story.at(900).says(180, "INVITE", 1).at(4_000).says(200, "INVITE", 1);
        assertTime(Metric.SRD_SUCCESSFUL, 400);
        assertNoTime(Metric.SRD_FAILED);
    }

    @Test
    void srdOfAForkEndsWithItsFirstBranch() throws IOException { // 5.4
        story.asks("INVITE", 1).at(250).says(180, "INVITE", 1);
        story.at(300).response(CALLEE, CALLER, 180, "INVITE", 1, "INVITE1", "X-Fork: 2\r\n");
        story.at(2_000).says(200, "INVITE", 1);
        assertTime(Metric.SRD_SUCCESSFUL, 250);
    }

    @Test
    void srdIsThatOfTheHopNearestToTheCaller() throws IOException { // 4: originating UA
        story.request(CALLER, PROXY, "INVITE", 1, "one", "");
        story.at(10).request(PROXY, CALLEE, "INVITE", 1, "two", "");
        story.at(200).response(CALLEE, PROXY, 180, "INVITE", 1, "two", "");
        story.at(220).response(PROXY, CALLER, 180, "INVITE", 1, "one", "");
        story.at(900).response(CALLEE, PROXY, 200, "INVITE", 1, "two", "");
        story.at(920).response(PROXY, CALLER, 200, "INVITE", 1, "one", "");
        assertTime(Metric.SRD_SUCCESSFUL, 220);
        assertShare(Metric.SER, 1, 1);
    }

    // 4.3.2 Session Request Delay, failed: 4xx but 401, 402, 407; 5xx; 6xx

    @ParameterizedTest
    @ValueSource(ints = {404, 480, 486, 503, 600, 603})
    void srdOfFailuresIsApart(int status) throws IOException {
        answered("INVITE", status);
        assertTime(Metric.SRD_FAILED, 300);
        assertNoTime(Metric.SRD_SUCCESSFUL);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 402, 407})
    void challengesAndRedirectionsHaveNoSrd(int status) throws IOException {
        answered("INVITE", status);
        assertNoTime(Metric.SRD_FAILED);
        assertNoTime(Metric.SRD_SUCCESSFUL);
    }

    // 4.4 Session Disconnect Delay: BYE → 2xx; from the first BYE where an error was recovered from

    @Test
    void sddOfABYEThatIsTriedAgainRunsFromTheFirst() throws IOException {
        story.asks("INVITE", 1).at(1_000).says(200, "INVITE", 1);
        story.at(5_000).request(CALLER, CALLEE, "BYE", 2, "bye2", "");
        story.at(5_040).response(CALLEE, CALLER, 503, "BYE", 2, "bye2", "");
        story.at(6_000).request(CALLER, CALLEE, "BYE", 3, "bye3", "");
        story.at(6_050).response(CALLEE, CALLER, 200, "BYE", 3, "bye3", "");
        story.callId("later").at(100_000).asks("OPTIONS", 1);
        assertTime(Metric.SDD_SUCCESSFUL, 1_050);
        assertNoTime(Metric.SDD_FAILED);
        assertShare(Metric.SCR, 1, 1);
    }

    @Test
    void sddWithoutAnswerIsTimerF() throws IOException {
        story.asks("INVITE", 1).at(1_000).says(200, "INVITE", 1);
        story.at(5_000).request(CALLEE, CALLER, "BYE", 2, "bye", "");
        story.at(5_500).request(CALLEE, CALLER, "BYE", 2, "bye", "");
        story.callId("later").at(100_000).asks("OPTIONS", 1);
        assertTime(Metric.SDD_FAILED, TIMER_F_MS);
        assertNoTime(Metric.SDD_SUCCESSFUL);
        assertTime(Metric.SDT_FAILED, 4_000 + TIMER_F_MS); // 4.5.2
        assertShare(Metric.SCR, 0, 1);
    }

    // 4.5.1 Session Duration Time: 200 to INVITE → BYE, from either side

    @Test
    void sdtRunsFromThe200AndNotFromTheAck() throws IOException {
        story.asks("INVITE", 1).at(1_000).says(200, "INVITE", 1);
        story.at(1_600).request(CALLER, CALLEE, "ACK", 1, "ack", "");
        story.at(3_000).send(CALLER, CALLEE, ON_HOLD, "").at(3_100).says(200, "INVITE", 2);
        story.at(9_000).request(CALLEE, CALLER, "BYE", 1, "bye", "");
        story.at(9_030).response(CALLER, CALLEE, 200, "BYE", 1, "bye", "");
        assertTime(Metric.SDT_SUCCESSFUL, 8_000);
        assertTime(Metric.SDD_SUCCESSFUL, 30);
    }

    // 4.6 to 4.8, one call each: what every final status counts in (0 no, 1 yes)

    @ParameterizedTest(name = "{0}: SER {1}/{2}, SEER {3}, ISA {4}")
    @CsvSource({
        "200, 1, 1, 1, 0",
        "302, 0, 0, 0, 0",
        "401, 0, 1, 0, 0",
        "404, 0, 1, 0, 0",
        "407, 0, 1, 0, 0",
        "408, 0, 1, 0, 1",
        "480, 0, 1, 1, 0",
        "486, 0, 1, 1, 0",
        "487, 0, 1, 0, 0",
        "500, 0, 1, 0, 1",
        "501, 0, 1, 0, 0",
        "503, 0, 1, 0, 1",
        "504, 0, 1, 0, 1",
        "600, 0, 1, 1, 0",
        "603, 0, 1, 1, 0",
        "604, 0, 1, 0, 0"})
    void everyStatusCountsWhereItsSectionSays(int status, int established, int asked, int effective, int ineffective)
            throws IOException {
        answered("INVITE", status);
        assertShare(Metric.SER, established, asked);
        assertShare(Metric.SEER, effective, asked);
        assertShare(Metric.ISA, ineffective, 1);
    }

    @Test
    void authenticationIsPartOfOneSession() throws IOException { // 5.3
        story.asks("INVITE", 1).at(50).says(407, "INVITE", 1);
        story.at(60).request(CALLER, CALLEE, "ACK", 1, "INVITE1", "");
        story.at(80).asks("INVITE", 2).at(500).says(180, "INVITE", 2).at(900);
        story.says(200, "INVITE", 2);
        assertShare(Metric.SER, 1, 1);
        assertTime(Metric.SRD_SUCCESSFUL, 500);
    }

    // 4.9 Session Completion Ratio: set up, and ended by a message that was answered / all

    @Test
    void onlySessionsThatEndByAnAnsweredByeAreComplete() throws IOException {
        story.call("whole", 0, 5_000);
        story.callId("refused").at(10_000).asks("INVITE", 1).at(10_100).says(486, "INVITE", 1);
        story.callId("bye refused").at(20_000).asks("INVITE", 1).at(21_000);
        story.says(200, "INVITE", 1).at(22_000).request(CALLER, CALLEE, "BYE", 2, "b", "");
        story.at(22_010).response(CALLEE, CALLER, 481, "BYE", 2, "b", "");
        story.callId("still up").at(30_000).asks("INVITE", 1).at(31_000).says(200, "INVITE", 1);
        story.callId("later").at(100_000).asks("OPTIONS", 1);
        assertShare(Metric.SCR, 1, 3); // what is still up is undecided, and reported so in the totals
        assertShare(Metric.SER, 3, 4);
    }
}
