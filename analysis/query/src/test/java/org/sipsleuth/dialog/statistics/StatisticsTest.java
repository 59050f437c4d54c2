package org.sipsleuth.dialog.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.attempt.Story.CALLEE;
import static org.sipsleuth.dialog.attempt.Story.CALLER;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Story;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

/// The definitions of RFC 6076 on captures made by hand. Each test works its numbers out.
class StatisticsTest {

    private static final long MS = 1_000_000L;
    private static final long TIMER_F = 32_000 * MS;

    private final Story story = new Story();
    private SipIndex index;

    private Statistics read() throws IOException {
        index = story.read();
        return Statistics.of(index, StatisticsScope.ALL, RunMonitor.NONE);
    }

    private List<Integer> dialogs(Figure figure) {
        return FigureDialogs.of(index, StatisticsScope.ALL, figure, RunMonitor.NONE);
    }

    /// A call that is refused after 300 ms.
    private void refused(String id, long from, int status) {
        story.callId(id).at(from).asks("INVITE", 1).at(from + 300).says(status, "INVITE", 1);
    }

    private static void assertTime(Statistics reported, Metric metric, long... millis) {
        Distribution its = reported.times().get(metric);
        assertEquals(millis.length, its.count(), metric.name());
        if (millis.length > 0) {
            assertEquals(OptionalLong.of(millis[0] * MS), its.least(), metric.name());
            assertEquals(OptionalLong.of(millis[millis.length - 1] * MS), its.most(), metric.name());
        }
    }

    private static void assertShare(Statistics reported, Metric metric, long counted, long all) {
        assertEquals(new Ratio(counted, all), reported.ratios().get(metric), metric.name());
    }

    @Test
    void everyRatioHasItsOwnNumeratorAndDenominator() throws IOException {
        // ten calls: two whole ones, 302 not followed, 401 not followed, 480, 486, 503, 404, one
        // without any response, and one still ringing when the capture ends
        story.call("a", 0, 10_000).call("b", 1_000, 20_000);
        refused("c", 2_000, 302);
        refused("d", 3_000, 401);
        refused("e", 4_000, 480);
        refused("f", 5_000, 486);
        refused("g", 6_000, 503);
        refused("h", 7_000, 404);
        story.callId("i").at(8_000).asks("INVITE", 1);
        story.callId("j").at(60_000).asks("INVITE", 1).at(60_100).says(180, "INVITE", 1);
        Statistics reported = read();
        // 10 calls, less the one that rings (undecided) = 9, less the 302 = 8
        assertShare(reported, Metric.SER, 2, 8);
        // 2 answered + 480 + 486
        assertShare(reported, Metric.SEER, 4, 8);
        // 503 and the silent one, of all 9
        assertShare(reported, Metric.ISA, 2, 9);
        // both answered calls were ended by an answered BYE, of all 9
        assertShare(reported, Metric.SCR, 2, 9);
        assertEquals(1, reported.totals().calls().undecided());
        assertEquals(OptionalDouble.of(0.25), reported.ratios().get(Metric.SER).share());
        assertEquals(List.of(9), dialogs(new Figure.Undecided()));
        assertEquals(List.of(0, 1, 4, 5), dialogs(new Figure.Shared(Metric.SEER, true)));
        assertEquals(List.of(6, 8), dialogs(new Figure.Shared(Metric.ISA, true)));
    }

    @Test
    void setUpOfFailedCallsIsApartAndLeavesOutChallengesAndRedirections() throws IOException {
        story.call("a", 0, 10_000); // 180 after 200 ms
        refused("b", 1_000, 486); // after 300 ms, without provisional response
        refused("c", 2_000, 302);
        refused("d", 3_000, 407);
        // a provisional response comes before the failure: it counts
        story.callId("e").at(4_000).asks("INVITE", 1).at(4_120).says(183, "INVITE", 1);
        story.at(9_000).says(480, "INVITE", 1);
        // challenged, then refused 700 ms after the first INVITE (§5.3: authentication included)
        story.callId("f").at(20_000).asks("INVITE", 1).at(20_040).says(407, "INVITE", 1);
        story.at(20_060).asks("INVITE", 2).at(20_700).says(603, "INVITE", 2);
        Statistics reported = read();
        assertTime(reported, Metric.SRD_SUCCESSFUL, 200);
        assertTime(reported, Metric.SRD_FAILED, 120, 300, 700);
        assertEquals(List.of(5), dialogs(new Figure.Timed(Metric.SRD_FAILED, 700 * MS)));
    }

    @Test
    void a200WithoutAnyProvisionalResponseIsTheIndication() throws IOException {
        story.asks("INVITE", 1).at(10).says(100, "INVITE", 1).at(450).says(200, "INVITE", 1);
        Statistics reported = read();
        assertTime(reported, Metric.SRD_SUCCESSFUL, 450);
        assertTime(reported, Metric.ANSWER_TIME, 450);
    }

    @Test
    void registrationsCountWithTheirChallenges() throws IOException {
        // 401 after 20 ms, 200 after 90 ms: RRD is 90 ms
        story.callId("a").asks("REGISTER", 1).at(20).says(401, "REGISTER", 1);
        story.at(30).asks("REGISTER", 2).at(90).says(200, "REGISTER", 2);
        // refused with 403: ineffective; 401 without another try: none; silent: ineffective
        story.callId("b").at(1_000).asks("REGISTER", 1).at(1_010).says(403, "REGISTER", 1);
        story.callId("c").at(2_000).asks("REGISTER", 1).at(2_010).says(401, "REGISTER", 1);
        story.callId("d").at(3_000).asks("REGISTER", 1);
        story.callId("e").at(40_000).asks("OPTIONS", 1);
        Statistics reported = read();
        assertTime(reported, Metric.RRD, 90);
        assertShare(reported, Metric.IRA, 2, 4);
    }

    @Test
    void disconnectionsAndDurationsEndWithAnAnswerOrTimerF() throws IOException {
        // answered after 1 s, BYE at 10 s, its 200 50 ms later: SDT 9 s, SDD 50 ms
        story.call("a", 0, 10_000);
        // answered at 11 s, BYE at 15 s without any answer: SDT 4 s + 32 s, SDD 32 s
        story.callId("b").at(10_500).asks("INVITE", 1).at(11_000).says(200, "INVITE", 1);
        story.at(15_000).request(CALLER, CALLEE, "BYE", 2, "x", "");
        story.at(15_500).request(CALLER, CALLEE, "BYE", 2, "x", "");
        // answered at 12 s, BYE at 20 s refused after 40 ms: SDD failed, no SDT
        story.callId("c").at(11_500).asks("INVITE", 1).at(12_000).says(200, "INVITE", 1);
        story.at(20_000).request(CALLEE, CALLER, "BYE", 2, "y", "");
        story.at(20_040).response(CALLER, CALLEE, 481, "BYE", 2, "y", "");
        // answered at 21 s, still up at the end: counts nowhere
        story.callId("d").at(20_500).asks("INVITE", 1).at(21_000).says(200, "INVITE", 1);
        story.callId("e").at(60_000).asks("OPTIONS", 1);
        Statistics reported = read();
        assertTime(reported, Metric.SDT_SUCCESSFUL, 9_000);
        assertTime(reported, Metric.SDT_FAILED, 36_000);
        assertTime(reported, Metric.SDD_SUCCESSFUL, 50);
        assertTime(reported, Metric.SDD_FAILED, 40, 32_000);
        assertShare(reported, Metric.SCR, 1, 3);
        assertEquals(List.of(1), dialogs(new Figure.Timed(Metric.SDD_FAILED, TIMER_F)));
    }

    @Test
    void responseTimesAreThoseOfEachMethod() throws IOException {
        story.call("a", 0, 10_000); // INVITE: first 200 ms, final 1 s; BYE: 50 ms
        story.callId("b").at(20_000).asks("OPTIONS", 1).at(20_030).says(200, "OPTIONS", 1);
        story.callId("c").at(21_000).asks("OPTIONS", 1);
        // repeated after 500 ms: the time is that from the first request
        story.callId("d").at(22_000).asks("OPTIONS", 1).at(22_500).asks("OPTIONS", 1);
        story.at(22_510).says(200, "OPTIONS", 1);
        Statistics reported = read();
        MethodFigures options = reported.methods().getFirst();
        assertEquals("OPTIONS", options.name());
        assertEquals(3, options.requests());
        assertEquals(1, options.unanswered());
        assertEquals(OptionalLong.of(510 * MS), options.last().most());
        MethodFigures invite = reported.methods().stream().filter(m -> m.name().equals("INVITE")).findAny().get();
        assertEquals(OptionalLong.of(200 * MS), invite.first().most());
        assertEquals(OptionalLong.of(1_000 * MS), invite.last().most());
        assertEquals(1, reported.totals().retransmissions());
        assertEquals(List.of(2), dialogs(new Figure.Unanswered(options.type())));
        assertEquals(List.of(3), dialogs(new Figure.Responded(options.type(), true, 510 * MS)));
    }

    @Test
    void percentilesOfSmallSamplesAreNotReported() {
        long[] values = new long[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = 20 - i;
        }
        Distribution reported = Distribution.of(values);
        // nearest rank: the 10th, 18th and 19th of 20
        assertEquals(OptionalLong.of(10), reported.percentile(Percentile.P50));
        assertEquals(OptionalLong.of(18), reported.percentile(Percentile.P90));
        assertEquals(OptionalLong.of(19), reported.percentile(Percentile.P95));
        assertEquals(OptionalLong.empty(), reported.percentile(Percentile.P99));
        assertEquals(OptionalLong.of(11), reported.mean()); // 10.5
        assertEquals(OptionalLong.empty(), Distribution.EMPTY.least());
    }

    @Test
    void aRangeOfTimeCountsWhatBeginsInIt() throws IOException {
        story.call("a", 0, 10_000).call("b", 20_000, 10_000);
        read();
        long from = Story.START * 1_000 * MS + 5_000 * MS;
        StatisticsScope later = StatisticsScope.ALL.within(from, Long.MAX_VALUE);
        Statistics reported = Statistics.of(index, later, RunMonitor.NONE);
        assertEquals(2, reported.totals().dialogs()); // the BYE of the first is in it
        assertEquals(2 + 5, reported.totals().messages());
        assertShare(reported, Metric.SER, 1, 1);
        StatisticsScope first = StatisticsScope.ALL.of(IntStream.of(0));
        assertEquals(5, Statistics.of(index, first, RunMonitor.NONE).totals().messages());
    }

    @Test
    void everyCountIsThatOfItsDialogs() throws IOException {
        story.call("a", 0, 10_000);
        refused("b", 1_000, 486);
        story.callId("c").at(2_000);
        story.request(CALLER, CALLEE, "OPTIONS", 1, "o", "User-Agent: =cmd()\r\n");
        story.response(CALLEE, CALLER, 200, "OPTIONS", 1, "o", "Server: s\r\n");
        Statistics reported = read();
        for (Statistics.TypeCount type : reported.types()) {
            assertTrue(dialogs(new Figure.OfType(type.type())).size() <= type.count());
            assertTrue(!dialogs(new Figure.OfType(type.type())).isEmpty(), type.name());
        }
        assertEquals(List.of(1), dialogs(new Figure.OfClass(4)));
        assertEquals("=cmd()", reported.userAgents().getFirst().name());
        assertEquals(List.of(2), dialogs(reported.userAgents().getFirst().figure()));
        assertEquals(List.of(2), dialogs(reported.servers().getFirst().figure()));
        assertEquals(List.of(0, 1, 2), dialogs(reported.transports().getFirst().figure()));
        assertEquals(reported.totals().messages(),
                reported.timeline().intervals().stream().mapToLong(Timeline.Interval::messages).sum());
    }

    @Test
    void nothingGivesNothing() throws IOException {
        Statistics reported = read();
        assertEquals(0, reported.totals().messages());
        assertEquals(OptionalDouble.empty(), reported.ratios().get(Metric.SER).share());
    }

    @Test
    void itStopsWhenAsked() throws IOException {
        story.call("a", 0, 10_000);
        index = story.read();
        RunMonitor stopped = new StoppedRun();
        assertThrows(CancellationException.class, () -> Statistics.of(index, StatisticsScope.ALL, stopped));
    }
}
