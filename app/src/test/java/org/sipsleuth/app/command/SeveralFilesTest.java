package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several files on the command line: how they follow each other, and what several of them hold.
final class SeveralFilesTest {

    @TempDir private Path folder;
    private String first = "";
    private String second = "";
    private String late = "";
    private String whole = "";

    /// Two files that share a call, and one a minute later.
    @BeforeEach
    void writeFiles() throws IOException {
        first = new TestCapture().call(0, "a").call(5, "b").in(folder, "first.pcap");
        second = new TestCapture().call(5, "b").call(10, "c").in(folder, "second.pcap");
        late = new TestCapture().call(70, "d").in(folder, "late.pcap");
        whole = new TestCapture().call(0, "a").call(5, "b").call(10, "c").call(70, "d").in(folder, "whole.pcap");
    }

    private Run info(String... options) {
        return Run
                .of(Stream.concat(Stream.of("info"), Stream.concat(Stream.of(options), Stream.of(late, second, first)))
                        .toArray(String[]::new));
    }

    @Test
    void sameFileGivenTwiceIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.pcap"), Path.of(first));
        Path copy = Files.copy(Path.of(first), folder.resolve("copy.pcap"));
        Run run = Run.of("dialogs", first, first, second, link.toString(), copy.toString());
        assertEquals(0, run.code());
        String twice = "; its messages are counted twice. Name it once, or use --once";
        assertEquals(
                List.of(first + ": the same file was given twice" + twice,
                        link + ": is the same file as " + first + twice, copy + ": is a copy of " + first + twice),
                run.err().lines().map(line -> line.replaceFirst("^sipsleuth: ", "")).toList());
        Run once = Run.of("messages", "--once", first, copy.toString());
        assertTrue(once.err().contains(": is a copy of " + first + "; its frames are counted once"));
        assertEquals("", Run.of("dialogs", first, second, late).err());
    }

    @Test
    void filesAreListedInTheOrderOfTime() {
        Run run = info();
        assertEquals(0, run.code());
        List<String> lines = run.out().lines().toList();
        assertEquals(
                List.of("File order", "  1  first.pcap   begins 2023-11-14 22:13:20.123456 UTC",
                        "  2  second.pcap  overlaps first.pcap by 2.50 s",
                        "  3  late.pcap    gap of 57.50 s; the longest pause within both files is 2.50 s", "",
                        "Coverage", "  1  2023-11-14 22:13:20.123456 to 2023-11-14 22:13:27.623456 UTC: first.pcap",
                        "  2  2023-11-14 22:13:25.123456 to 2023-11-14 22:13:32.623456 UTC: second.pcap",
                        "  3  2023-11-14 22:14:30.123456 to 2023-11-14 22:14:32.623456 UTC:"
                                + " late.pcap; not captured before: 57.50 s"),
                lines.subList(lines.size() - 9, lines.size()));
        assertTrue(run.out().contains("  Repeated      7 frames already in another file\n"), run.out());
    }

    @Test
    void filesOfOneNameAreDistinguishedByTheirFolders() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        String same = new TestCapture().call(7, "e").in(other, "first.pcap");
        String out = Run.of("info", first, same).out();
        assertTrue(out.contains("  2  " + same + "  overlaps " + first + " by 500.0 ms\n"), out);
    }

    @Test
    void oneFileFollowsNone() {
        String out = Run.of("info", first).out();
        assertFalse(out.contains("File order"), out);
        assertFalse(out.contains("Repeated"), out);
        String json = Run.of("info", "--format", "json", first).out().replaceAll("\\s", "");
        assertTrue(json.contains("\"repeated_frames\":0,\"place\":1,\"previous\":null,\"gap\":null,\"hole\":false,"),
                json);
    }

    @Test
    void jsonShowsTheOrderOfEachFile() {
        String json = info("--format", "json").out().replaceAll("\\s", "");
        String[] files = json.split("\"file\":", -1);
        assertTrue(files[1].contains(
                "\"repeated_frames\":0,\"place\":3,\"previous\":\"" + second + "\",\"gap\":57.500000,\"hole\":true,"),
                files[1]);
        assertTrue(files[2].contains(
                "\"repeated_frames\":7,\"place\":2,\"previous\":\"" + first + "\",\"gap\":-2.500000,\"hole\":false,"),
                files[2]);
        assertTrue(files[3].contains("\"repeated_frames\":0,\"place\":1,\"previous\":null,"));
    }

    @Test
    void csvKeepsTheColumnsOfTheContract() {
        assertTrue(info("--format", "csv").out()
                .startsWith(
                        "file,sha256,format,bytes,link_types,packets,sip_messages,dialogs,first_time,last_time,not_decoded,defects,truncated\r\n"));
    }

    @Test
    void onceEveryCommandCountsWhatTheWholeHolds() {
        for (String command : new String[]{"messages", "dialogs"}) {
            Run once = Run.of(command, "--format", "json", "--once", second, late, first);
            Run all = Run.of(command, "--format", "json", whole);
            assertEquals(withoutFrames(all.out()), withoutFrames(once.out()));
            Run twice = Run.of(command, "--format", "json", second, late, first);
            assertFalse(withoutFrames(all.out()).equals(withoutFrames(twice.out())));
        }
        int all = messagesSearched(Run.of(whole));
        assertEquals(all, messagesSearched(Run.of("--once", second, late, first)));
        assertTrue(all < messagesSearched(Run.of(second, late, first)));
        assertEquals(0, Run.of("ladder", "--once", late).code());
    }

    private static int messagesSearched(Run run) {
        return Pattern.compile("([0-9]+) messages in")
                .matcher(run.out())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static String withoutFrames(String json) {
        return json.replaceAll("\"(first_)?frame\":[0-9]+,|\"files?\":[^}]*", "");
    }

    @Test
    void onceTheFramesLeftOutAreAccountedFor() {
        Run run = info("--once");
        assertTrue(
                run.out().contains("  Not decoded   frame also in another file, counted there: 7 frames (1, 2, 3 …)\n"),
                run.out());
        assertTrue(run.out().contains("  Repeated      7 frames "), run.out());
    }

    @Test
    void theWindowIsInformedToo() {
        Map<String, String> display = Map.of("DISPLAY", ":0");
        assertTrue(Run.in(StandardCharsets.UTF_8, display, "--once", first, second).once());
        assertFalse(Run.in(StandardCharsets.UTF_8, display, first, second).once());
    }
}
