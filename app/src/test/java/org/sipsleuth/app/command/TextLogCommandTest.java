package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text logs on the command line.
class TextLogCommandTest {

    private static final String LOG = """
            [Mar  1 10:15:01] VERBOSE[8] chan_sip.c: \s
            <--- SIP read from UDP:198.51.100.7:5060 --->
            OPTIONS sip:203.0.113.9 SIP/2.0
            Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bK1
            Max-Forwards: 70
            From: <sip:a@198.51.100.7>;tag=1
            To: <sip:203.0.113.9>
            Call-ID: one
            CSeq: 1 OPTIONS
            Content-Length: 0

            <------------->
            """;

    @TempDir Path folder;

    private Run run(String command, String... options) throws IOException {
        Path log = Files.writeString(folder.resolve("full"), LOG);
        String[] arguments = new String[options.length + 2];
        arguments[0] = command;
        arguments[1] = log.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.of(arguments);
    }

    @Test
    void infoStatesWhatTheLogDoesNot() throws IOException {
        String out = run("info").out();

        assertTrue(out.contains("none, but 2 entries"), out);
        assertTrue(out.contains("????-03-01 10:15:01.000000000"), out);
        assertTrue(out.contains("the year is unknown"), out);
        assertTrue(out.contains("1 entry (log byte 0)"), out);
    }

    @Test
    void messagesAreCitedByTheByteOfTheLog() throws IOException {
        int begin = LOG.indexOf("OPTIONS");

        assertTrue(run("messages").out().contains("log byte " + begin), "in text");
        String row = run("messages", "--format", "csv").out().lines().toList().get(1);
        assertTrue(row.startsWith("2,,198.51.100.7,5060,log-host,0,UDP,OPTIONS,"), row);
        assertEquals(Integer.toString(begin), row.substring(row.lastIndexOf(',') + 1));
    }

    /// Every record that names a frame names the byte of the log, too.
    @Test
    void recordsOfAllCommandsHaveTheByteOfTheLog() throws IOException {
        String odd = "UDP 198.51.100.7:5060 -> 203.0.113.9:5060\n"
                + LOG.substring(LOG.indexOf("OPTIONS"), LOG.indexOf("<---------")).replace("Max-Forwards: 70\n", ""); // which lint finds
        Path log = Files.writeString(folder.resolve("odd"), odd);
        String begin = Integer.toString(odd.indexOf("OPTIONS"));
        String[][] commands = {{"lint"}, {"triage"}, {"replay", "--messages", "--border", "203.0.113.9"}};
        for (String[] command : commands) {
            Run run = Run
                    .of(Stream.concat(Arrays.stream(command), Stream.of(log.toString(), "--format", "csv", "--quiet"))
                            .toArray(String[]::new));
            List<String> lines = run.out().lines().toList();
            assertTrue(lines.getFirst().endsWith(",log_byte"), command[0] + ": " + run.out() + run.err());
            for (String row : lines.subList(1, lines.size())) {
                assertEquals(begin, row.substring(row.lastIndexOf(',') + 1), command[0] + ": " + row);
            }
            assertTrue(lines.size() > 1 || command[0].equals("triage"), command[0] + ": no row");
        }
        String text = Run.of("lint", log.toString()).out();
        assertTrue(text.contains("log byte " + begin), text);
    }

    @Test
    void callsOfALogWithoutTimesHaveNoDurations() throws IOException {
        Path log = Path.of("../analysis/reader/src/test/resources/org/sipsleuth/capture/log/baresip-recorded.log");
        String text = Run.of("dialogs", log.toString(), "--quiet").out();
        assertTrue(text.lines().toList().get(1).startsWith("no time      –   "), text);
        String csv = Run.of("dialogs", log.toString(), "--format", "csv", "--quiet").out();
        assertTrue(csv.lines().toList().get(1).startsWith("ac130232660c1200,2,,,7,"), csv);
        String json = Run.of("dialogs", log.toString(), "--format", "json", "--quiet").out();
        assertTrue(json.contains("\"duration\":null"), json);
        String calls = Run.of("calls", log.toString(), "--format", "csv", "--quiet").out();
        assertTrue(
                calls.startsWith("start,caller,callee,answered,talk_seconds,call_ids,first_frame,line,file,log_byte"),
                calls);
        String sent = """
                INVITE sip:bob@example.com SIP/2.0
                Via: SIP/2.0/UDP 198.51.100.7;branch=z9hG4bK1
                From: <sip:alice@example.com>;tag=a
                To: <sip:bob@example.com>
                Call-ID: answered@example.com
                CSeq: 1 INVITE
                Content-Length: 0

                """;
        Path answered = Files.writeString(folder.resolve("answered"),
                sent + sent.replace("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 200 OK")
                        .replace("bob@example.com>", "bob@example.com>;tag=b"));
        Run run = Run.of("calls", answered.toString(), "--format", "csv");
        assertTrue(run.out().lines().toList().get(1).startsWith(",alice,bob,true,,"), run.out());
        String summary = Run.of("calls", answered.toString()).err();
        assertTrue(summary.contains("1 answered, talk time not known"), summary);
    }

    @Test
    void aLogThatBeginsAsNoZipIsNoModel() throws IOException {
        Path log = Files.writeString(folder.resolve("pk"), "PK begins this log\n" + LOG);
        Run run = Run.of("info", log.toString());
        assertEquals(0, run.code(), run.err());
    }
}
