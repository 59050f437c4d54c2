package org.sipsleuth.capture.log;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Logs with random damage: none makes the reader fail, or yields a place outside of the log.
class MutatedLogTest {

    private static final List<String> LOGS = List.of("sipp-recorded.log", "kamailio-sipdump-recorded.log",
            "kamailio-xlog-recorded.log", "baresip-recorded.log", "linphone-recorded.log", "asterisk-pjsip-made.log",
            "asterisk-sip-debug-made.log", "freeswitch-siptrace-made.log", "drachtio-docker-made.log",
            "opensips-syslog-made.log", "opensips-trace-made.log", "honeypot-made.log", "pjsip-made.log");

    private static final List<String> PIECES = List.of("\n", "\r\n", "\n\n", "SIP/2.0",
            "INVITE sip:a@b SIP/2.0\nVia: x\n", "#015#012", "99999999999999999999", "Content-Length: 4294967295\n",
            "-> ", "[2026-02-30 25:61:61]", "Feb 29 10:00:00 ", "1.2.3.999:99999", "[::::]:1", "\u001b[36m",
            "----------", ":", "2026-02-30T10:00:00+99:99 ", "3000000000.999999999 ", "Source: \n", "tag: rcv\n",
            "srcport: 99999\n", "\u0000");

    @TempDir Path folder;

    @Test
    void damagedLogsAreRead() throws IOException {
        read(500, 1);
    }

    @Test
    @Tag("long")
    void tenThousandDamagedLogsAreRead() throws IOException {
        read(10_000, 2);
    }

    private void read(int logs, long seed) throws IOException {
        Random random = new Random(seed);
        int readable = 0;
        for (int i = 0; i < logs; i++) {
            byte[] log = mutated(TextLogTest.bytes(LOGS.get(random.nextInt(LOGS.size()))), random);
            Path file = folder.resolve("log");
            Files.write(file, log);
            try {
                check(CaptureIndexer.read(List.of(file), RunMonitor.NONE), log.length);
                readable++;
            } catch (CaptureFormatException noLog) {
                // nothing is left of it
            } catch (RuntimeException e) {
                throw new AssertionError("log " + i + " of seed " + seed, e);
            }
        }
        assertTrue(readable > logs / 2, readable + " of " + logs);
    }

    private static void check(SipIndex index, int length) {
        TextLog log = index.captures().getFirst().log().orElseThrow();
        for (int frame = 1; frame <= index.files().getFirst().frames(); frame++) {
            long offset = log.offset(frame);
            assertTrue(offset >= 0 && offset < length, offset + " of " + length);
        }
        for (int message = 0; message < index.messages().size(); message++) {
            index.message(message);
        }
    }

    private static byte[] mutated(byte[] log, Random random) {
        StringBuilder text = new StringBuilder(new String(log, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(1, 12); i > 0 && text.length() > 100; i--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(1, 60));
            switch (random.nextInt(6)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(1, 256));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 4 -> text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setLength(Math.max(at, 100));
            }
        }
        byte[] all = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        return all;
    }
}
