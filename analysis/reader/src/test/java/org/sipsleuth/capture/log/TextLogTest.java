package org.sipsleuth.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Text logs of SIP messages. Those called recorded were written by the program in their name; those
/// called made were written by hand after its documentation and what people publish of it.
class TextLogTest {

    private static final String OPTIONS = "OPTIONS sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\n\n";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sipp-recorded.log; 12; log-host > not-stated; FULL
            kamailio-sipdump-recorded.log; 3; 127.0.0.1:5072 > 127.0.0.1:5090; FULL
            kamailio-xlog-recorded.log; 2; not-stated > not-stated; NONE
            baresip-recorded.log; 7; 127.0.0.1:5081 > 127.0.0.1:5071; NONE
            linphone-recorded.log; 5; log-host > 127.0.0.1:5071; FULL
            asterisk-pjsip-made.log; 3; 198.51.100.7:5060 > log-host; FULL
            asterisk-sip-debug-made.log; 3; 198.51.100.7:5060 > log-host; NO_YEAR
            freeswitch-siptrace-made.log; 3; 198.51.100.7:5060 > log-host; NO_DATE
            drachtio-made.log; 3; 198.51.100.7:5060 > log-host; FULL
            drachtio-docker-made.log; 3; 198.51.100.7:5060 > log-host; FULL
            opensips-syslog-made.log; 3; 198.51.100.7:5060 > 203.0.113.9:5060; NO_YEAR
            opensips-trace-made.log; 3; 198.51.100.7:5060 > 203.0.113.9:5060; FULL
            honeypot-made.log; 2; 198.51.x.x:5060 > log-host; FULL
            pjsip-made.log; 3; 198.51.100.7:5060 > log-host; NO_DATE
            pasted-made.txt; 3; not-stated > not-stated; NONE
            pasted-crlf-made.txt; 3; not-stated > not-stated; NONE
            """)
    void logsYieldTheirMessagesWithWhatTheyState(String name, int messages, String ends, TimeParts times)
            throws IOException {
        SipIndex index = index(name);
        MessageTable table = index.messages();

        assertEquals(CaptureFormat.TEXT_LOG, index.files().getFirst().format());
        assertEquals(messages, table.size());
        assertEquals(ends, table.endpoint(table.source(0)) + " > " + table.endpoint(table.destination(0)));
        assertEquals(times, TimeParts.of(table.capturedAtNanos(0)));
        IntStream.range(0, messages).forEach(message -> {
            assertFalse(table.isCut(message), name + " " + message);
            assertFalse(table.isDefective(message) && !name.startsWith("baresip"), name + " " + message);
        });
    }

    @Test
    void answersGoTheOtherWay() throws IOException {
        for (String name : List.of("asterisk-pjsip-made.log", "asterisk-sip-debug-made.log", "drachtio-made.log")) {
            MessageTable table = index(name).messages();

            assertEquals("log-host", table.endpoint(table.source(1)).toString(), name);
            assertEquals("198.51.100.7:5060", table.endpoint(table.destination(1)).toString(), name);
        }
    }

    @Test
    void aMessageIsCitedByTheByteOfTheLogWhereItBegins() throws IOException {
        for (String name : List.of("sipp-recorded.log", "freeswitch-siptrace-made.log", "opensips-syslog-made.log",
                "baresip-recorded.log", "drachtio-docker-made.log", "kamailio-xlog-recorded.log")) {
            SipIndex index = index(name);
            byte[] log = bytes(name);
            for (int i = 0; i < index.messages().size(); i++) {
                long offset = index.captures().getFirst().log().orElseThrow().offset(index.messages().frame(i));
                String there = new String(log, (int) offset, 10, StandardCharsets.ISO_8859_1);
                String message = new String(index.bytes(i), 0, 10, StandardCharsets.ISO_8859_1);

                assertEquals(message, there, name + " " + i);
            }
        }
    }

    @Test
    void timesAreInUtcWhereTheLogStatesTheZone() throws IOException {
        assertEquals(Instant.parse("2026-03-01T10:15:01.1Z"), time("drachtio-docker-made.log", 0));
        assertEquals(Instant.parse("2026-03-01T10:15:00.904466Z"), time("opensips-trace-made.log", 0));
        assertEquals(Instant.parse("2026-03-01T10:15:01Z"), time("asterisk-pjsip-made.log", 0));
    }

    @Test
    void timesOfDayGoOnAfterMidnight() throws IOException {
        MessageTable table = index("freeswitch-siptrace-made.log").messages();

        assertTrue(table.capturedAtNanos(2) > table.capturedAtNanos(1));
        assertEquals("????-??-?? 23:59:58.100000",
                TimeParts.written(table.capturedAtNanos(0), "1700-01-01 23:59:58.100000"));
        assertEquals("23:59:58", TimeParts.written(table.capturedAtNanos(0), "23:59:58"));
    }

    /// Threads of a program write their lines a little out of order.
    @Test
    void aLineThatIsLateAfterMidnightIsOfTheDayBefore() throws IOException {
        for (String[] night : new String[][]{
            {"23:59:58", "00:00:00", "23:59:59", "00:00:01"},
            {"Dec 31 23:59:58", "Jan  1 00:00:00", "Dec 31 23:59:59", "Jan  1 00:00:01"}}) {
            StringBuilder log = new StringBuilder();
            for (String time : night) {
                log.append(time).append(" UDP 192.0.2.1:5060 -> 192.0.2.2:5060\n").append(OPTIONS).append('\n');
            }
            MessageTable table = index(log.toString()).messages();
            assertEquals(4, table.size());
            assertEquals(3_000_000_000L, table.capturedAtNanos(3) - table.capturedAtNanos(0), night[0]);
        }
        MessageTable quiet = index("08:00:00 UDP 192.0.2.1:5060 -> 192.0.2.2:5060\n" + OPTIONS
                + "\n23:00:00 UDP 192.0.2.1:5060 -> 192.0.2.2:5060\n" + OPTIONS).messages();
        assertEquals(15 * 3_600_000_000_000L, quiet.capturedAtNanos(1) - quiet.capturedAtNanos(0));
    }

    @Test
    void secondsOfAnotherCenturyAreNoTime() throws IOException {
        MessageTable table = index("9999999999.5 UDP 192.0.2.1:5060 -> 192.0.2.2:5060\n" + OPTIONS).messages();
        assertEquals(TimeParts.NONE, TimeParts.of(table.capturedAtNanos(0)));
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertEquals(1, index("\u00ef\u00bb\u00bf" + OPTIONS).messages().size());
    }

    /// What text may begin like is no other format: ERF has no magic number, others have short ones.
    @Test
    void textInWhichAMessageBeginsIsALogWhateverItBeginsWith() throws IOException {
        for (String begin : List.of("\n".repeat(3_000), "\r\n".repeat(3_000), "\n".repeat(300_000), "\t".repeat(9_000),
                "LOGGING STARTED\n", "iptrace 1.0\n", "Session Transcript\n", "G" + "GG\n".repeat(400))) {
            SipIndex index = index(begin + OPTIONS);
            assertEquals(CaptureFormat.TEXT_LOG, index.files().getFirst().format(), begin.substring(0, 3));
            assertEquals(begin.length(),
                    index.captures().getFirst().log().orElseThrow().offset(index.messages().frame(0)));
        }
        assertEquals("It is text, and no SIP message begins in its first 16 MB.",
                assertThrows(CaptureFormatException.class, () -> index("\n".repeat(3_000))).getMessage());
    }

    @Test
    void aLogInUtf16IsReadAndCitedByItsOwnBytes() throws IOException {
        String before = "2026-03-01 10:15:00 caf\u00e9 \ud83d\ude00 UDP 192.0.2.1:5060 -> 192.0.2.2:5060\r\n";
        String first = "OPTIONS sip:b@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\nSubject: \u00fc\r\n\r\n";
        String inLine = "\ud83d\ude00 \u20ac OPTIONS sip:c@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\n\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String log = "\ufeff" + before + first + "x".repeat(40_001) + "\r\n" + before + first + inLine;
            Path file = Files.write(folder.resolve("log-" + charset), log.getBytes(charset));
            SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            assertEquals(3, index.messages().size(), charset.name());
            assertEquals("192.0.2.1:5060", index.messages().endpoint(index.messages().source(0)).toString());
            assertEquals(TimeParts.FULL, TimeParts.of(index.messages().capturedAtNanos(0)));
            assertEquals(first, new String(index.bytes(0), StandardCharsets.UTF_8), charset.name());
            for (int i = 0; i < 3; i++) {
                long offset = index.captures().getFirst().log().orElseThrow().offset(index.messages().frame(i));
                String there = new String(Files.readAllBytes(file), (int) offset, 20, charset);
                assertEquals("OPTIONS si", there, charset + " " + i);
            }
        }
    }

    @Test
    void textWithZeroBytesIsRefusedWithWhatToDo() throws IOException {
        for (byte[] bytes : List.of(OPTIONS.getBytes(StandardCharsets.UTF_16LE),
                OPTIONS.replace("OPTIONS", "\u00c4\nOPTIONS").getBytes(StandardCharsets.UTF_16LE),
                ("\0".repeat(500) + OPTIONS).getBytes(StandardCharsets.ISO_8859_1))) {
            Path file = Files.write(folder.resolve("zeros"), bytes);
            String refusal = assertThrows(CaptureFormatException.class,
                    () -> CaptureIndexer.read(List.of(file), RunMonitor.NONE)).getMessage();
            assertTrue(refusal.contains("iconv -f UTF-16LE -t UTF-8"), refusal);
            assertTrue(refusal.contains("tr -d '\\000' < FILE > NEW"), refusal);
        }
    }

    @Test
    void whatIsNotStatedIsSaid() throws IOException {
        assertEquals("""
                From a text log, not from the wire: no frames. Recognised as: plain SIP messages. Messages: 3.
                The log states no time: messages are in the order of the log, and nothing is known of the time between them.
                Messages of which the log does not state both addresses: 3. log-host is the host that wrote the log, not-stated any other.
                """, comments("pasted-made.txt"));
        assertTrue(comments("asterisk-sip-debug-made.log").contains("the year is unknown"));
        assertTrue(comments("honeypot-made.log").contains("masked in the log: 2"));
        assertTrue(comments("sipp-recorded.log").contains("no time zone: 12"));
        assertFalse(comments("drachtio-docker-made.log").contains("time zone"));
    }

    @Test
    void messagesThatTheLogCutsAreCutAndAnnouncedOnesThatAreMissingAreCounted() throws IOException {
        SipIndex index = index("asterisk-cut-made.log");

        assertTrue(index.messages().isCut(0));
        assertFalse(index.messages().isCut(1));
        assertEquals(List.of("line of a text log that announces a message; none follows 1"),
                index.files().getFirst().unread().stream().map(each -> each.reason() + " " + each.frames()).toList());
        assertEquals(UnreadFrames.Loss.POSSIBLE, index.files().getFirst().unread().getFirst().loss());
    }

    @Test
    void theBodyIsAsLongAsContentLengthStates() throws IOException {
        String body = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\n";
        String log = "MESSAGE sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\nContent-Length: ";
        assertEquals(body.replace("\n", "\r\n"), body(log + (body.length() + 3) + "\n\n" + body + "\n\n"));
        assertEquals(body, body(log + body.length() + "\n\n" + body + "other text\n"), "sent with LF alone");
        assertEquals("v=0\r\no=", body(log + 7 + "\n\n" + body), "in the middle of a line");
    }

    @Test
    void aBodyThatBeginsLikeAMessageIsNoMessage() throws IOException {
        String body = "SIP/2.0 200 OK\r\n";
        SipIndex index = index("NOTIFY sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\n"
                + "Content-Type: message/sipfrag\nContent-Length: 16\n\n" + body + "\nOPTIONS sip:b@192.0.2.2 SIP/2.0\n"
                + "Via: SIP/2.0/UDP 192.0.2.1\n\n");
        assertEquals(2, index.messages().size());
    }

    @Test
    void compressedLogsAreReadLikeOthers() throws IOException {
        Path packed = folder.resolve("any.name");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("no message for long\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
            out.write(bytes("asterisk-pjsip-made.log"));
        }
        assertEquals(3, CaptureIndexer.read(List.of(packed), RunMonitor.NONE).messages().size());
    }

    @Test
    void aFolderCountsLogsThatHoldAMessage() throws IOException {
        Path log = Files.write(folder.resolve("full.log"), bytes("asterisk-pjsip-made.log"));
        Files.writeString(folder.resolve("other.log"), "Nothing of SIP.\n");
        CaptureFolder found = new CaptureFolder(folder, (_, _) -> {});

        assertEquals(List.of(log), found.captures());
        assertEquals(1, found.others());
    }

    @Test
    void theTransportIsThatOfTheFirstViaWhereTheLogStatesNone() throws IOException {
        SipIndex index = index("OPTIONS sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/TCP 192.0.2.1\n\n");
        assertEquals(Transport.TCP, index.messages().transport(0));
    }

    @Test
    void textWithoutAMessageIsNoLog() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "A call begins with INVITE sip:bob@example.com SIP/2.0 and so on.\nNothing else.\n");

        CaptureFormatException refused =
                assertThrows(CaptureFormatException.class, () -> CaptureIndexer.read(List.of(file), RunMonitor.NONE));
        assertTrue(refused.getMessage().contains("It is text, and no SIP message"), refused.getMessage());
    }

    private Instant time(String name, int message) throws IOException {
        long nanos = index(name).messages().capturedAtNanos(message);
        return Instant.ofEpochSecond(0, nanos);
    }

    private String comments(String name) throws IOException {
        return index(name).files()
                .getFirst()
                .notes()
                .comments()
                .stream()
                .map(comment -> comment.text() + "\n")
                .collect(Collectors.joining());
    }

    private String body(String log) throws IOException {
        String message = new String(index("x\n" + log).bytes(0), StandardCharsets.ISO_8859_1);
        return message.substring(message.indexOf("\r\n\r\n") + 4);
    }

    private SipIndex index(String nameOrText) throws IOException {
        Path file = nameOrText.contains("\n") ? folder.resolve("written") : path(nameOrText);
        if (nameOrText.contains("\n")) {
            Files.writeString(file, nameOrText, StandardCharsets.ISO_8859_1);
        }
        return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    private static Path path(String name) {
        try {
            return Path.of(TextLogTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = TextLogTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
