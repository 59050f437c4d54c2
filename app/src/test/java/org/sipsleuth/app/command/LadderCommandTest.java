package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.media.MediaCapture;

final class LadderCommandTest {

    @TempDir private Path folder;

    @Test
    void theOnlyDialogNeedsNoName() throws IOException {
        Run run = Run.of("ladder", one(), "--no-hints");
        assertEquals(0, run.code());
        List<String> lines = run.out().lines().toList();
        assertEquals("alice@example.org → bob@example.org, completed: ended by the caller", lines.getFirst());
        assertEquals("Call-ID only@host", lines.get(1));
        lines = lines.subList(1, lines.size());
        assertTrue(lines.get(2).matches(" +192\\.0\\.2\\.1 +192\\.0\\.2\\.2"), run.out());
        assertTrue(lines.get(4).matches("1  22:13:20\\.123456 +\\+0\\.000000 +│─+ INVITE ─+▶│"), run.out());
        assertTrue(lines.get(5).matches("2  22:13:20\\.200000 +\\+0\\.076544 +│◀─+ 100 Trying.* ─+│"), run.out());
        assertEquals(11, lines.size());
    }

    @Test
    void streamsStateWhatWasLostDoubledAndOutOfOrder() {
        MediaCapture capture = new MediaCapture().invite("x", MediaCapture.audio(MediaCapture.CALLER, 4_000, ""))
                .answer("x", MediaCapture.audio(MediaCapture.CALLEE, 5_000, ""));
        for (int i : new int[]{1, 2, 4, 3, 3, 6}) {
            capture.udp(MediaCapture.CALLER, 4_000, MediaCapture.CALLEE, 5_000, MediaCapture.rtp(0, i, 160 * i, 7))
                    .after(20);
        }
        Run run = Run.of("ladder", capture.write(folder.resolve("media.pcap")).toString(), "--media");
        assertTrue(run.out().contains("PCMU  6 packets in"), run.out());
        assertTrue(run.out().contains(", 1 lost (16.7 %), 1 duplicate, 1 out of order, jitter"), run.out());
    }

    @Test
    void lifelinesStandStraight() throws IOException {
        Run run = Run.of("ladder", one(), "--no-hints");
        List<Integer> columns = run.out().lines().skip(5).map(line -> line.indexOf('│')).distinct().toList();
        List<Integer> ends = run.out().lines().skip(5).map(line -> line.lastIndexOf('│')).distinct().toList();
        assertEquals(1, columns.size(), run.out());
        assertEquals(1, ends.size(), run.out());
    }

    @Test
    void anAsciiTerminalGetsAscii() throws IOException {
        Run run = Run.in(StandardCharsets.US_ASCII, Map.of(), "ladder", one());
        assertTrue(run.out().contains("- INVITE [hint] -"), run.out());
        assertTrue(run.out().chars().allMatch(c -> c < 0x80), run.out());
        assertFalse(run.out().contains("?"), run.out());
        assertTrue(run.out().startsWith("alice@example.org -> bob@example.org, "), run.out());
    }

    @Test
    void notesSayWhatEachMessageMeans() throws IOException {
        Run run = Run.of("ladder", one(), "--notes");
        assertTrue(run.out().contains("    Asks for a call. (RFC 3261 §13)"), run.out());
        assertTrue(run.out().contains("Response to INVITE in frame 1 after 0.077 s."), run.out());
        Run ascii = Run.in(StandardCharsets.US_ASCII, Map.of(), "ladder", one(), "--notes");
        assertTrue(ascii.out().contains("(RFC 3261 sec. 13)"), ascii.out());
        assertTrue(ascii.out().chars().allMatch(c -> c < 0x80), ascii.out());
    }

    @Test
    void hintsStandBesideTheLadderUnlessTheyAreNotWanted() throws IOException {
        String capture = one();
        String hint = "There is no Contact: the other side does not know where";
        for (String[] more : new String[][]{{}, {"--hints"}, {"--no-hints"}}) {
            boolean wanted = more.length == 0 || more[0].equals("--hints");
            for (String format : List.of(".svg", ".txt", "")) {
                Path file = folder.resolve("hints" + more.length + wanted + format);
                List<String> words = new ArrayList<>(List.of("ladder", capture));
                words.addAll(List.of(more));
                if (!format.isEmpty()) {
                    words.addAll(List.of("-o", file.toString()));
                }
                Run run = Run.of(words.toArray(String[]::new));
                assertEquals(0, run.code(), run.err());
                String annotations = format.isEmpty() ? run.out() : Files.readString(file);
                String squeezed = annotations.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
                assertEquals(wanted, squeezed.contains(hint), words.toString());
            }
        }
    }

    @Test
    void problemsAreMarkedAndExplainedUnlessTheyAreNotWanted() throws IOException {
        String capture = new TestCapture()
                .sip(0, TestCapture.CALLER, TestCapture.CALLEE, TestCapture.request("INVITE", "bad", 1, ""))
                .sip(100_000_000, TestCapture.CALLEE, TestCapture.CALLER,
                        TestCapture.response("500 Server Error", "INVITE", "bad", 1))
                .in(folder, "bad.pcap");
        String marked = Run.of("ladder", capture).out();
        assertTrue(marked.contains("(INVITE) [problem]"), marked);
        assertTrue(marked.contains("! Problem: INVITE failed: Server error (500)."), marked);
        assertFalse(Run.of("ladder", "--no-hints", capture).out().contains("roblem"), "without hints");
        assertFalse(Run.of("ladder", one()).out().contains("[problem]"), "a call without problems");
        Path file = folder.resolve("bad.svg");
        assertEquals(0, Run.of("ladder", capture, "-o", file.toString()).code());
        assertTrue(Files.readString(file).contains(">problem<"), "badge in the picture");
    }

    @Test
    void aRetransmissionIsMarked() throws IOException {
        String invite = TestCapture.request("INVITE", "a@host", 1, "");
        String file = new TestCapture().sip(0, TestCapture.CALLER, TestCapture.CALLEE, invite)
                .sip(500_000_000, TestCapture.CALLER, TestCapture.CALLEE, invite)
                .in(folder, "again.pcap");
        List<String> lines = Run.of("ladder", file).out().lines().toList();
        assertFalse(lines.get(5).contains("retransmission"));
        assertTrue(lines.get(6).endsWith("│  retransmission"), lines.get(6));
    }

    @Test
    void csvHasTheColumnsOfTheContract() throws IOException {
        Run run = Run.of("ladder", "--format", "csv", "--call-id", "two", two());
        assertTrue(run.out().startsWith("frame,time,delta,src,dst,label,retransmission,file,log_byte\r\n"), run.out());
        assertEquals("8,1700000010.123456,0.000000,192.0.2.1:5060,192.0.2.2:5060,INVITE,false,"
                + folder.resolve("two.pcap") + ",", run.records().getFirst());
        assertEquals(7, run.records().size());
    }

    @Test
    void anUnknownCallIdIsAnsweredWithTheNearest() throws IOException {
        Run run = Run.of("ladder", "--call-id", "twoo", two());
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("no dialog with Call-ID twoo"), run.err());
        assertTrue(run.err().contains("--call-id two\n"), run.err());
        assertFalse(run.err().contains("--call-id one"), run.err());
    }

    @Test
    void severalDialogsAreNamedToChooseFrom() throws IOException {
        Run run = Run.of("ladder", two());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--call-id one\n"), run.err());
        assertTrue(run.err().contains("--call-id two\n"), run.err());
    }

    @Test
    void theTextGoesIntoAFileWholeAndNothingStaysBeside() throws IOException {
        Path file = folder.resolve("ladder.txt");
        String capture = one();
        Run run = Run.of("ladder", capture, "-o", file.toString());
        assertEquals(0, run.code());
        assertEquals("", run.out());
        List<String> printed = Run.of("ladder", capture).out().lines().toList();
        List<String> written = Files.readAllLines(file);
        assertEquals(printed.getFirst(), written.getFirst());
        assertTrue(written.get(1).startsWith("one.pcap   SHA-256 "), written.get(1));
        assertEquals(printed.subList(1, printed.size()), written.subList(3, written.size()));
        assertEquals("Call-ID only@host", written.get(3));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsExit4() throws IOException {
        Run run = Run.of("ladder", one(), "-o", folder.resolve("no/such/ladder.txt").toString());
        assertEquals(4, run.code());
        assertTrue(run.err().contains("cannot be written"), run.err());
    }

    @Test
    void theEndingOfTheNameSaysTheFormat() throws IOException {
        String capture = one();
        for (var begin : Map.of("svg", "<?xml", "pdf", "%PDF-", "png", "\u0089PNG").entrySet()) {
            Path file = folder.resolve("ladder." + begin.getKey());
            assertEquals(0, Run.of("ladder", capture, "-o", file.toString()).code());
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertTrue(content.startsWith(begin.getValue()), begin.getKey());
        }
    }

    @Test
    void otherKindsOfFilesAreRefused() throws IOException {
        Run run = Run.of("ladder", one(), "-o", folder.resolve("ladder.gif").toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains(".svg, .pdf, .png or .txt"), run.err());
    }

    @Test
    void aPictureThatNoProgramShowsIsRefusedWithTheWayOut() throws IOException {
        TestCapture capture = new TestCapture();
        for (int i = 0; i < 1300; i++) {
            String options = TestCapture.request("OPTIONS", "m", i, "");
            capture.sip(i, TestCapture.CALLER, TestCapture.CALLEE, options);
        }
        Path file = folder.resolve("long.png");
        Run run = Run.of("ladder", capture.in(folder, "long.pcap"), "-o", file.toString());
        assertEquals(4, run.code());
        assertTrue(run.err().contains(".svg or .pdf"), run.err());
        assertFalse(Files.exists(file));
    }

    @Test
    void severalDialogsAreMergedByTime() throws IOException {
        Run run = Run.of("ladder", two(), "--call-id", "two", "--call-id", "one", "--no-hints");
        assertEquals(0, run.code());
        List<String> lines = run.out().lines().toList();
        assertEquals("2 dialogs", lines.getFirst());
        assertEquals("[1] alice@example.org → bob@example.org, completed: ended by the caller, Call-ID one",
                lines.get(1));
        assertEquals("[2] alice@example.org → bob@example.org, completed: ended by the caller, Call-ID two",
                lines.get(2));
        assertTrue(lines.get(6).startsWith("[1]   1  22:13:20"), lines.get(6));
        assertEquals(6 + 14, lines.size());
    }

    @Test
    void paperIsA4OrA3OrLetter() throws IOException {
        String file = folder.resolve("ladder.pdf").toString();
        assertEquals(0, Run.of("ladder", one(), "-o", file, "--paper", "a3-landscape").code());
        Run wrong = Run.of("ladder", one(), "-o", file, "--paper", "b5");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("a4, a3 or letter"), wrong.err());
    }

    @Test
    void manyHostsAreNamedInEachRow() throws IOException {
        TestCapture capture = new TestCapture();
        for (int i = 1; i <= 40; i++) {
            capture.sip(i, "10.0.0." + i, "10.0.1.1", TestCapture.request("OPTIONS", "m", i, ""));
        }
        Run run = Run.of("ladder", capture.in(folder, "many.pcap"));
        assertEquals(0, run.code());
        assertTrue(run.out().contains("10.0.0.40:5060 → 10.0.1.1:5060  OPTIONS"), run.out());
    }

    @Test
    void pictureAndTextHaveTheModesThatWereAskedFor() throws IOException {
        Path file = folder.resolve("modes.svg");
        String[] modes = {
            "ladder",
            one(),
            "--transactions",
            "--states",
            "--to-scale",
            "--notes",
            "--color-by",
            "cseq",
            "--delta",
            "start",
            "--name",
            "192.0.2.1=Alpha",
            "--order",
            "192.0.2.2",
            "-o",
            file.toString()};
        Run run = Run.of(modes);
        assertEquals(0, run.code(), run.err());
        String svg = Files.readString(file);
        for (String part : List.of("bracket", "band", "pause", "groups", "s-group-0", ">s since first<")) {
            assertTrue(svg.contains(part), part);
        }
        assertTrue(svg.contains("Asks for a call. (RFC 3261 §13)"));
        assertTrue(svg.indexOf("192.0.2.2<") < svg.indexOf("Alpha<"), "as they were ordered");
        Run text = Run.of("ladder", one(), "--states", "--color-by", "call-id", "--no-hints");
        assertTrue(text.out().contains("[A] INVITE"), text.out());
        assertTrue(text.out().contains("completed"), text.out());
        assertTrue(text.out().endsWith("A  only@host\n"), text.out());
    }

    @Test
    void rowsAndLifelinesAreLeftOutInEveryFormat() throws IOException {
        Run run = Run.of("ladder", "--format", "csv", "--only-sdp", one());
        assertEquals(0, run.records().size());
        assertEquals(0, Run.of("ladder", "--format", "csv", "--hide", "192.0.2.2", one()).records().size());
        Run merged = Run.of("ladder", "--merge", "192.0.2.1,192.0.2.2", one());
        assertTrue(merged.out().contains("192.0.2.1 + 192.0.2.2"), merged.out());
    }

    @Test
    void whatCannotBeDrawnIsSaid() throws IOException {
        Map<String, List<String>> wrong = Map.of("--color-by must be class, call-id, cseq or transaction (got mood)",
                List.of("--color-by", "mood"), "--delta must be previous, start or a frame number (got noon)",
                List.of("--delta", "noon"), "the ladder has no message in frame 99", List.of("--delta", "99"),
                "--lifelines must be address, port, name or domain (got user)", List.of("--lifelines", "user"),
                "no such lifeline: 10.9.9.9; available: 192.0.2.1, 192.0.2.2", List.of("--hide", "10.9.9.9"),
                "--hosts cannot be read", List.of("--hosts", folder.resolve("none").toString()));
        for (var one : wrong.entrySet()) {
            List<String> words = new ArrayList<>(List.of("ladder", one()));
            words.addAll(one.getValue());
            Run run = Run.of(words.toArray(String[]::new));
            assertEquals(2, run.code(), run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains(one.getKey()), run.err());
        }
    }

    private String one() throws IOException {
        return new TestCapture().call(0, "only@host").in(folder, "one.pcap");
    }

    private String two() throws IOException {
        return new TestCapture().call(0, "one").call(10, "two").in(folder, "two.pcap");
    }
}
