package org.sipsleuth.dialog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.Scene;
import org.sipsleuth.dialog.Scene.Way;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.hint.HintReader;
import org.sipsleuth.dialog.statistics.CallReader;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// Several calls, several dialogs and several INVITEs under one Call-ID: the list, the hints and
/// the calls agree.
class ReusedCallIdTest {

    /// How a call goes.
    enum Course {
        COMPLETED, ENDED_BY_CALLEE, BUSY, CANCELLED, UNANSWERED
    }

    private static void call(Scene scene, Course course, double at, int cseq, String tag) {
        String branch = "i" + cseq;
        String to = tag + "/t" + cseq;
        scene.at(at).send("a>b", "INVITE " + cseq, branch, tag);
        switch (course) {
            case COMPLETED, ENDED_BY_CALLEE -> {
                boolean isBack = course == Course.ENDED_BY_CALLEE;
                String bye = isBack ? "b>a" : "a>b";
                String back = isBack ? "a>b" : "b>a";
                String byeTags = isBack ? "t" + cseq + "/" + tag : to;
                scene.at(at + 1).send("b>a", "200 INVITE " + cseq, branch, to);
                scene.at(at + 1.1).send("a>b", "ACK " + cseq, "k" + cseq, to);
                scene.at(at + 61).send(bye, "BYE " + (cseq + 1), "e" + cseq, byeTags);
                scene.at(at + 61.1).send(back, "200 BYE " + (cseq + 1), "e" + cseq, byeTags);
            }
            case BUSY -> {
                scene.at(at + 0.2).send("b>a", "486 INVITE " + cseq, branch, to);
                scene.at(at + 0.3).send("a>b", "ACK " + cseq, branch, to);
            }
            case CANCELLED -> {
                scene.at(at + 0.2).send("b>a", "180 INVITE " + cseq, branch, to);
                scene.at(at + 5).send("a>b", "CANCEL " + cseq, branch, tag);
                scene.at(at + 5.1).send("b>a", "200 CANCEL " + cseq, branch, to);
                scene.at(at + 5.2).send("b>a", "487 INVITE " + cseq, branch, to);
                scene.at(at + 5.3).send("a>b", "ACK " + cseq, branch, to);
            }
            case UNANSWERED -> {
                for (double again : new double[]{0.5, 1.5, 3.5, 7.5, 15.5, 31.5}) {
                    scene.at(at + again).send("a>b", "INVITE " + cseq, branch, tag);
                }
            }
        }
    }

    private static String row(SipIndex index) {
        FieldReader reader = new FieldReader(index);
        long talk = reader.number(DialogField.TALK_TIME, 0);
        return reader.outcome(0).label() + reader.andEarlierCalls(0)
                + (talk == FieldReader.ABSENT ? "" : " [%.1f s]".formatted(talk / 1e9));
    }

    private static List<String> calls(SipIndex index) {
        return TransactionTable.of(index, RunMonitor.NONE).calls().stream().map(ReusedCallIdTest::text).toList();
    }

    private static String text(Call call) {
        return call.isAnswered() ? "%.1f s".formatted(call.talkNanos(0) / 1e9) : "not answered";
    }

    record Pair(Course first, Course second) {}

    static Stream<Pair> pairs() {
        return Stream.of(Course.values()).flatMap(one -> Stream.of(Course.values()).map(two -> new Pair(one, two)));
    }

    private static String label(Course course) {
        return switch (course) {
            case COMPLETED, ENDED_BY_CALLEE -> "completed";
            case BUSY -> "refused: busy (486)";
            case CANCELLED -> "cancelled";
            case UNANSWERED -> "failed: no response";
        };
    }

    private static boolean isTalked(Course course) {
        return course == Course.COMPLETED || course == Course.ENDED_BY_CALLEE;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aNewFromTagAfterTheEndIsAnotherCall(Pair pair) throws IOException {
        for (Way way : List.of(Way.UDP, Way.UDP_OVER_IPV6, Way.REPORTS)) {
            Scene scene = new Scene(way);
            call(scene, pair.first, 0, 1, "f");
            call(scene, pair.second, 700, 5, "g");
            SipIndex index = scene.until(way == Way.REPORTS ? 760 : 900).read();
            String talked = isTalked(pair.second) ? " [60.0 s]" : "";
            String before = label(pair.first) + (isTalked(pair.first) ? ", 60 s" : "");
            assertEquals(label(pair.second) + " and 1 earlier call: " + before + talked, row(index));
            assertEquals(List.of(isTalked(pair.first) ? "60.0 s" : "not answered",
                    isTalked(pair.second) ? "60.0 s" : "not answered"), calls(index));
        }
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void theSameFromTagIsTheSameRowAndEachAttemptIsACall(Course second) throws IOException {
        Scene scene = new Scene();
        call(scene, Course.BUSY, 0, 1, "f");
        call(scene, second, 100, 5, "f");
        SipIndex index = scene.until(300).read();
        assertEquals(label(second) + (isTalked(second) ? " [60.0 s]" : ""), row(index));
        assertEquals(2, calls(index).size());
        assertEquals(2, counted(index).calls());
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void anotherDialogAfterATalkIsAnotherCallWhateverItsTag(Course second) throws IOException {
        Scene scene = new Scene();
        call(scene, Course.COMPLETED, 0, 1, "f");
        call(scene, second, 300, 5, "f");
        SipIndex index = scene.until(500).read();
        String talked = isTalked(second) ? " [60.0 s]" : "";
        assertEquals(label(second) + " and 1 earlier call: completed, 60 s" + talked, row(index));
        assertEquals(List.of("60.0 s", isTalked(second) ? "60.0 s" : "not answered"), calls(index));
        CallTotals totals = counted(index);
        assertEquals(2, totals.calls());
        assertEquals(isTalked(second) ? 120 : 60, totals.talkNanos() / 1_000_000_000);
    }

    private static CallTotals counted(SipIndex index) {
        CallReader reader = new CallReader(index);
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            reader.read(dialog);
        }
        return reader.totals();
    }

    @Test
    void manyEarlierCallsAreCounted() throws IOException {
        Scene scene = new Scene();
        for (int i = 0; i < 8; i++) {
            call(scene, Course.BUSY, 100 * i, 1 + 2 * i, "f" + i);
        }
        SipIndex index = scene.read();
        String five = "refused: busy (486); ".repeat(5);
        assertEquals("refused: busy (486) and 7 earlier calls: " + five + "…", row(index));
        assertEquals(8, calls(index).size());
    }

    @Test
    void credentialsWithAnotherTagBeforeTheEndAreNoOtherCall() throws IOException {
        Scene scene = new Scene().send("a>b", "INVITE 1", "i", "f")
                .at(0.1)
                .send("b>a", "407 INVITE 1", "i", "f/t")
                .at(0.2)
                .send("a>b", "ACK 1", "i", "f/t");
        call(scene, Course.COMPLETED, 0.3, 2, "g");
        SipIndex index = scene.read();
        assertEquals("completed [60.0 s]", row(index));
        assertEquals(1, calls(index).size());
    }

    /// One branch of a fork.
    ///
    /// @param at when its answer comes
    /// @param bye when it is ended, 0 for never
    record Branch(String tag, double at, double bye, boolean isBack) {}

    record Fork(String name, List<Branch> branches, String row) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fork> forks() {
        return Stream.of(fork("second ended first", "completed [20.0 s]", b("t", 2, 22), b("u", 2.01, 2.2)),
                fork("first ended first", "completed [20.0 s]", b("t", 2, 2.2), b("u", 2.01, 22.01)),
                fork("callee ends the one that was talked in", "completed [20.0 s]", back("t", 2, 22),
                        b("u", 2.01, 2.2)),
                fork("three", "completed [30.0 s]", b("t", 2, 2.4), b("u", 2.01, 32.01), back("w", 2.02, 2.3)),
                fork("one stays up", "established", b("t", 2, 22), b("u", 2.01, 0)),
                fork("one answer (twin)", "completed [20.0 s]", b("t", 2, 22)));
    }

    private static Branch b(String tag, double at, double bye) {
        return new Branch(tag, at, bye, false);
    }

    private static Branch back(String tag, double at, double bye) {
        return new Branch(tag, at, bye, true);
    }

    private static Fork fork(String name, String row, Branch... branches) {
        return new Fork(name, List.of(branches), row);
    }

    /// CSeq numbers of different dialogs may be the same.
    @ParameterizedTest
    @MethodSource("forks")
    void talkTimeIsThatOfTheDialogThatWasTalkedIn(Fork fork) throws IOException {
        for (Way way : List.of(Way.UDP, Way.UDP_OVER_IPV6, Way.REPORTS)) {
            for (boolean isSameCseq : new boolean[]{true, false}) {
                Scene scene = new Scene(way).send("a>b", "INVITE 1", "i", "f");
                int cseq = 2;
                for (Branch branch : fork.branches) {
                    String tags = "f/" + branch.tag;
                    scene.at(branch.at).send("b>a", "200 INVITE 1", "i", tags);
                    scene.at(branch.at + 0.02).send("a>b", "ACK 1", "k" + branch.tag, tags);
                    if (branch.bye > 0) {
                        String bye = branch.isBack ? branch.tag + "/f" : tags;
                        String e = "e" + branch.tag;
                        scene.at(branch.bye)
                                .send(branch.isBack ? "b>a" : "a>b", "BYE " + cseq, e, bye)
                                .at(branch.bye + 0.01)
                                .send(branch.isBack ? "a>b" : "b>a", "200 BYE " + cseq, e, bye);
                        cseq += isSameCseq ? 0 : 1;
                    }
                }
                SipIndex index = scene.until(way == Way.REPORTS ? 50 : 90).read();
                assertEquals(fork.row, row(index).replaceFirst(":.*", ""));
                boolean isUp = fork.row.equals("established");
                String talked = fork.row.replaceFirst(".*\\[(.*)]", "$1");
                assertEquals(List.of(isUp ? "0.0 s" : talked), calls(index));
            }
        }
    }

    /// The re-INVITE of one side whose 2xx is not acknowledged.
    private static SipIndex reinvite(Way way, boolean isBack, int repeats, String ending) throws IOException {
        Scene scene = new Scene(way).send("a>b", "INVITE 1", "i", "f");
        scene.at(1).send("b>a", "200 INVITE 1", "i", "f/t").at(1.1).send("a>b", "ACK 1", "k", "f/t");
        String ask = isBack ? "b>a" : "a>b";
        String reply = isBack ? "a>b" : "b>a";
        String tags = isBack ? "t/f" : "f/t";
        scene.at(5).send(ask, "INVITE 1".replace("1", isBack ? "1" : "2"), "r", tags);
        double at = 5.1;
        double gap = 0.5;
        String head = "200 INVITE " + (isBack ? "1" : "2");
        for (int i = 0; i < repeats; i++) {
            scene.at(at).send(reply, head, "r", tags);
            at += gap;
            gap = Math.min(4, 2 * gap);
        }
        switch (ending) {
            case "its sender ends" -> bye(scene, at, reply, ask, isBack ? "f/t" : "t/f");
            case "the asker ends" -> bye(scene, at, ask, reply, tags);
            case "acknowledged" -> {
                scene.at(at).send(ask, "ACK " + (isBack ? "1" : "2"), "l", tags);
                bye(scene, at + 20, reply, ask, isBack ? "f/t" : "t/f");
            }
            default -> {
            }
        }
        return scene.read();
    }

    private static void bye(Scene scene, double at, String hop, String back, String tags) {
        scene.at(at).send(hop, "BYE 3", "e", tags).at(at + 0.05).send(back, "200 BYE 3", "e", tags);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a2xxToAReinviteThatIsNotAcknowledgedDropsTheCall(Way way) throws IOException {
        for (boolean isBack : new boolean[]{false, true}) {
            SipIndex index = reinvite(way, isBack, 11, "its sender ends");
            FieldReader reader = new FieldReader(index);
            assertEquals("dropped: no ACK", reader.outcome(0).label(), way + " " + isBack);
            assertEquals("No ACK; Dropped after about 32 s; 2xx retransmitted", reader.text(DialogField.HINTS, 0));
            String hint = new HintReader(index).of(0, reader.outcome(0)).getFirst().explanation();
            assertEquals(true, hint.startsWith("No ACK follows the 200 to the re-INVITE, "), hint);
            assertEquals("established: no ACK", label(reinvite(way, isBack, 11, "nothing follows")));
            assertEquals("completed", label(reinvite(way, isBack, 3, "acknowledged")));
            assertEquals("completed", label(reinvite(way, isBack, 1, "its sender ends")));
            assertEquals("completed", label(reinvite(way, isBack, 3, "the asker ends")));
        }
    }

    private static String label(SipIndex index) {
        return new FieldReader(index).outcome(0).label();
    }
}
