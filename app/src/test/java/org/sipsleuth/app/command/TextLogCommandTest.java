package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
