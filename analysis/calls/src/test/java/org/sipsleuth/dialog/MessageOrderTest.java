package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.Scene.Way;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Messages recorded in another order than that of what happened.
class MessageOrderTest {

    private static final long SEED = 4_802;

    /// A message of a story.
    record Line(double at, String hop, String head, String branch, String tags) {}

    /// One story: what it comes to, however its messages are recorded.
    record Story(String name, List<Line> lines, String outcome, String sequence) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Line line(double at, String hop, String head, String branch, String tags) {
        return new Line(at, hop, head, branch, tags);
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story("BYE of the caller",
                        List.of(line(0, "a>b", "INVITE 1", "i", "f"), line(0.02, "b>a", "180 INVITE 1", "i", "f/t"),
                                line(1.0, "b>a", "200 INVITE 1", "i", "f/t"), line(1.03, "a>b", "ACK 1", "k", "f/t"),
                                line(6, "a>b", "BYE 2", "e", "f/t"), line(6.01, "b>a", "200 BYE 2", "e", "f/t")),
                        "completed: ended by the caller", "INVITE 180 200 ACK BYE 200"),
                new Story("BYE of the callee",
                        List.of(line(0, "a>b", "INVITE 1", "i", "f"), line(0.02, "b>a", "200 INVITE 1", "i", "f/t"),
                                line(0.035, "a>b", "ACK 1", "k", "f/t"), line(6, "b>a", "BYE 7", "e", "t/f"),
                                line(6.01, "a>b", "200 BYE 7", "e", "t/f")),
                        "completed: ended by the callee", "INVITE 200 ACK BYE 200"),
                new Story("refusal",
                        List.of(line(0, "a>b", "INVITE 1", "i", "f"), line(0.01, "b>a", "486 INVITE 1", "i", "f/t"),
                                line(0.03, "a>b", "ACK 1", "i", "f/t")),
                        "refused: busy (486)", "INVITE 486 ACK"),
                new Story("challenge",
                        List.of(line(0, "a>b", "INVITE 1", "i", "f"), line(0.01, "b>a", "407 INVITE 1", "i", "f/t"),
                                line(0.02, "a>b", "ACK 1", "i", "f/t"), line(0.03, "a>b", "INVITE 2", "j", "f"),
                                line(0.04, "b>a", "404 INVITE 2", "j", "f/t"), line(0.05, "a>b", "ACK 2", "j", "f/t")),
                        "refused: not found (404)", "INVITE 407 ACK INVITE 404 ACK"),
                new Story("CANCEL",
                        List.of(line(0, "a>b", "INVITE 1", "i", "f"), line(0.2, "b>a", "180 INVITE 1", "i", "f/t"),
                                line(3, "a>b", "CANCEL 1", "i", "f"), line(3.01, "b>a", "200 CANCEL 1", "i", "f/t"),
                                line(3.03, "b>a", "487 INVITE 1", "i", "f/t"), line(3.045, "a>b", "ACK 1", "i", "f/t")),
                        "cancelled: cancelled by the caller (487)", "INVITE 180 CANCEL 200 487 ACK"),
                new Story("REGISTER",
                        List.of(line(0, "a>b", "REGISTER 1", "r", "f"), line(0.01, "b>a", "401 REGISTER 1", "r", "f/t"),
                                line(0.02, "a>b", "REGISTER 2", "s", "f"),
                                line(0.03, "b>a", "200 REGISTER 2", "s", "f/t")),
                        "succeeded: accepted", "REGISTER 401 REGISTER 200"),
                new Story("OPTIONS",
                        List.of(line(0, "a>b", "OPTIONS 1", "o", "f"), line(0.01, "b>a", "200 OPTIONS 1", "o", "f/t")),
                        "succeeded: accepted", "OPTIONS 200"),
                new Story("request in the dialog",
                        List.of(line(0, "a>b", "INVITE 1", "i", "f"), line(0.02, "b>a", "200 INVITE 1", "i", "f/t"),
                                line(0.04, "a>b", "ACK 1", "k", "f/t"), line(9, "a>b", "INFO 2", "n", "f/t"),
                                line(9.01, "b>a", "200 INFO 2", "n", "f/t"), line(9.5, "a>b", "BYE 3", "e", "f/t"),
                                line(9.51, "b>a", "200 BYE 3", "e", "f/t")),
                        "completed: ended by the caller", "INVITE 200 ACK INFO 200 BYE 200"));
    }

    private static SipIndex recorded(Way way, List<Line> lines) throws IOException {
        Scene scene = new Scene(way);
        lines.forEach(it -> scene.at(it.at).send(it.hop, it.head, it.branch, it.tags));
        return scene.at(way == Way.REPORTS ? 50 : 99).until(99).read();
    }

    private static void assertRead(Story story, SipIndex index, String how) {
        String what = story + " " + how;
        assertEquals(story.outcome, DialogOutcome.of(index, 0).text(), what);
        assertEquals(story.sequence, index.dialogs().sequenceText(0), what);
        assertEquals(0, index.dialogs().retransmissionCount(0), what);
        MessageTable messages = index.messages();
        for (int i = 1; i < messages.size(); i++) {
            assertTrue(messages.capturedAtNanos(i - 1) <= messages.capturedAtNanos(i), what);
        }
    }

    /// Each response before its request, one at a time, and all of them.
    @ParameterizedTest
    @MethodSource("stories")
    void aResponseRecordedBeforeItsRequestAnswersIt(Story story) throws IOException {
        for (Way way : List.of(Way.UDP, Way.UDP_OVER_IPV6, Way.TCP, Way.REPORTS)) {
            List<Line> all = new ArrayList<>(story.lines);
            for (int i = 1; i < story.lines.size(); i++) {
                boolean isNear = story.lines.get(i).at - story.lines.get(i - 1).at <= 0.05;
                if (isNear || way == Way.REPORTS) {
                    List<Line> swapped = new ArrayList<>(story.lines);
                    Collections.swap(swapped, i - 1, i);
                    assertRead(story, recorded(way, swapped), way + ", swapped " + i);
                    if (i % 2 == 1) {
                        Collections.swap(all, i - 1, i);
                    }
                }
            }
            assertRead(story, recorded(way, all), way + ", all swapped");
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void reportsHaveTheOrderOfTheirOwnTimes(Story story) throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            List<Line> shuffled = new ArrayList<>(story.lines);
            Collections.shuffle(shuffled, random);
            assertRead(story, recorded(Way.REPORTS, shuffled), "shuffled " + i);
        }
    }

    /// Within 50 ms any order.
    @ParameterizedTest
    @MethodSource("stories")
    void queuesDisturbTheOrderWithin50Ms(Story story) throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            List<Line> disturbed = new ArrayList<>(story.lines);
            List<Double> recordedAt = story.lines.stream().map(it -> it.at + random.nextDouble(0.049)).toList();
            disturbed.sort((one, two) -> Double.compare(recordedAt.get(story.lines.indexOf(one)),
                    recordedAt.get(story.lines.indexOf(two))));
            assertRead(story, recorded(Way.UDP, disturbed), "disturbed " + i);
        }
    }

    /// Two probes whose clocks differ: all times of one direction are earlier, and the records are
    /// in the order of the times, as `mergecap` writes them.
    @ParameterizedTest
    @MethodSource("stories")
    void clocksOfTwoProbesDiffer(Story story) throws IOException {
        for (double behind : new double[]{0.012, 0.025, 0.049, -0.012, -0.025, -0.049}) {
            List<Line> seen = new ArrayList<>(story.lines.stream()
                    .map(it -> it.hop.startsWith("b")
                            ? new Line(it.at + 5 - behind, it.hop, it.head, it.branch, it.tags)
                            : new Line(it.at + 5, it.hop, it.head, it.branch, it.tags))
                    .toList());
            seen.sort((one, two) -> Double.compare(one.at, two.at));
            String outcome = DialogOutcome.of(recorded(Way.UDP, seen), 0).text();
            assertEquals(story.outcome, outcome, "behind by " + behind);
        }
    }

    /// A difference of any size loses no answer.
    @ParameterizedTest
    @MethodSource("stories")
    void farLaterRequestsAreStillAnswered(Story story) throws IOException {
        for (int i = 1; i < story.lines.size(); i++) {
            Line response = story.lines.get(i);
            Line request = story.lines.get(i - 1);
            if (Character.isDigit(response.head.charAt(0)) && request.branch.equals(response.branch)) {
                List<Line> moved = new ArrayList<>(story.lines);
                Collections.swap(moved, i - 1, i);
                moved.set(i - 1,
                        new Line(response.at - 0.4, response.hop, response.head, response.branch, response.tags));
                SipIndex index = recorded(Way.UDP, moved.stream().map(MessageOrderTest::later).toList());
                assertEquals(story.outcome, DialogOutcome.of(index, 0).text(), "response " + i);
            }
        }
    }

    private static Line later(Line line) {
        return new Line(line.at + 5, line.hop, line.head, line.branch, line.tags);
    }

    @Test
    void ofEqualTimesARequestComesFirst() throws IOException {
        for (Way way : List.of(Way.UDP, Way.REPORTS)) {
            SipIndex index = new Scene(way).at(1)
                    .send("b>a", "200 OPTIONS 1", "o", "f/t")
                    .send("a>b", "OPTIONS 1", "o", "f")
                    .until(99)
                    .read();
            assertEquals("OPTIONS 200", index.dialogs().sequenceText(0));
        }
    }

    /// What was recorded in order, or far out of order because the clock went back, keeps its place
    /// and its frame.
    @Test
    void aClockThatGoesBackChangesNoPlace() throws IOException {
        SipIndex index = new Scene().at(500)
                .send("a>b", "OPTIONS 1", "o", "f")
                .at(500.01)
                .send("b>a", "200 OPTIONS 1", "o", "f/t")
                .at(100)
                .send("a>b", "OPTIONS 2", "p", "f")
                .at(100.02)
                .send("b>a", "200 OPTIONS 2", "p", "f/t")
                .read();
        assertEquals(List.of(1, 2, 3, 4), frames(index));
        assertEquals("OPTIONS 200 OPTIONS 200", index.dialogs().sequenceText(0));
    }

    /// Bytes that nobody acknowledged are waited for; what comes after them has its time all the same.
    @Test
    void messagesBehindALossHaveTheirPlaceByTime() throws IOException {
        Scene scene = new Scene(Way.TCP).at(0).send("b>a", "OPTIONS 9", "z", "t");
        scene.at(0.1).send("a>b", "INVITE 1", "i", "f").lose("b>a", "100 INVITE 1", "i", "f");
        scene.at(0.5).send("b>a", "180 INVITE 1", "i", "f/t").at(1).send("b>a", "200 INVITE 1", "i", "f/t");
        scene.at(1.03).send("a>b", "ACK 1", "k", "f/t").at(6).send("a>b", "BYE 2", "e", "f/t");
        SipIndex index = scene.at(6.01).send("b>a", "200 BYE 2", "e", "f/t").until(30).read();
        assertEquals("OPTIONS INVITE 180 200 ACK BYE 200", index.dialogs().sequenceText(0));
        assertEquals("completed: ended by the caller", DialogOutcome.of(index, 0).text());
    }

    @Test
    void framesStayThoseOfTheFile() throws IOException {
        SipIndex index = new Scene().at(1.03)
                .send("b>a", "200 OPTIONS 1", "o", "f/t")
                .at(1)
                .send("a>b", "OPTIONS 1", "o", "f")
                .at(3)
                .send("a>b", "OPTIONS 2", "p", "f")
                .read();
        assertEquals(List.of(2, 1, 3), frames(index));
    }

    private static List<Integer> frames(SipIndex index) {
        return IntStream.range(0, index.messages().size()).mapToObj(index.messages()::frame).toList();
    }

    /// Many messages within the window, in more batches than one.
    @Test
    void manyWaitAtOnce() throws IOException {
        Random random = new Random(SEED);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            double at = 1 + i * 1e-4;
            lines.add(line(at, "a>b", "OPTIONS " + (i + 1), "o" + i, "f"));
            lines.add(line(at + 0.02, "b>a", "200 OPTIONS " + (i + 1), "o" + i, "f/t"));
        }
        List<Double> recordedAt = new ArrayList<>();
        for (Line it : lines) {
            recordedAt.add(it.at + random.nextDouble(0.049));
        }
        Integer[] order = new Integer[lines.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, (one, two) -> Double.compare(recordedAt.get(one), recordedAt.get(two)));
        SipIndex index = recorded(Way.UDP, Stream.of(order).map(lines::get).toList());
        MessageTable messages = index.messages();
        for (int i = 1; i < messages.size(); i++) {
            assertTrue(messages.capturedAtNanos(i - 1) <= messages.capturedAtNanos(i));
        }
        assertEquals(6_001, messages.size());
    }
}
