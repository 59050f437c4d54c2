package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.run.RunMonitor;

final class ExportCommandTest {

    private static final Path SAMPLES = Path.of("..", "sample-captures");

    @TempDir private Path folder;

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    @Test
    void callIsExportedWithItsMedia() {
        Run run = Run.of("export", sample("call.pcap"), "-o", out("x.pcapng"), "--media");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("2 RTP streams (422 packets), 4 RTCP packets"), run.out());
        Run again = Run.of("ladder", out("x.pcapng"), "--media");
        assertTrue(again.out().contains("PCMU  211 packets in "), again.out());
        assertEquals(rows(sample("call.pcap")), rows(out("x.pcapng")));
    }

    /// The dialogs as they are listed, without the numbers of their frames.
    private static String rows(String file) {
        return Run.of("dialogs", "--format", "json", file)
                .out()
                .replaceAll("\"first_frame\": ?[0-9]+|\"files\":[^}]*", "");
    }

    @Test
    void onlyMessagesThatFitTheFilterAreExported() {
        Run run = Run.of("export", sample("call.pcap"), "-o", out("x.pcapng"), "--filter", "sip.Method == \"INVITE\"");
        assertEquals(0, run.code(), run.err());
        String all = Run.of("messages", "--format", "csv", sample("call.pcap")).out();
        long invites = all.lines().filter(line -> line.contains(",UDP,INVITE,")).count();
        String left = Run.of("messages", "--format", "csv", out("x.pcapng")).out();
        assertTrue(invites > 0);
        assertEquals(invites, left.lines().filter(l -> l.contains(",UDP,INVITE,")).count());
        assertEquals(invites + 1, left.lines().count(), left);
    }

    @Test
    void wrongFilterIsWrongUsage() {
        Run run = Run.of("export", sample("call.pcap"), "-o", out("x.pcapng"), "--filter", "sip.Metod == 1");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("sip.Method"), run.err());
    }

    @Test
    void recordHasTheColumnsOfTheContract() {
        Run run = Run.of("export", "--format", "csv", sample("call.pcap"), "-o", out("x.pcap"));
        assertEquals(0, run.code(), run.err());
        assertEquals("file,sha256,bytes,frames,messages,other_messages,rtp_streams,rtp_packets,"
                + "rtcp_packets,tls_secrets,lost", run.out().lines().findFirst().orElse(""));
    }

    @Test
    void wrongUsageIsSaidBeforeAnythingIsRead() {
        assertEquals(2, Run.of("export", sample("call.pcap"), "-o", out("x.txt")).code());
        assertEquals(2, Run.of("export", sample("call.pcap")).code());
        Run unknown = Run.of("export", sample("call.pcap"), "-o", out("x.pcapng"), "--call-id", "none");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("no dialog with Call-ID none"), unknown.err());
        assertFalse(Files.exists(folder.resolve("x.pcapng")));
    }

    private static String sha256(Path file) throws IOException {
        return OpenedFile.of(file).sha256(RunMonitor.NONE);
    }

    private String home = "";

    @BeforeEach
    void liveElsewhere() {
        home = System.getProperty("user.home");
        System.setProperty("user.home", folder.resolve("home").toString());
    }

    @AfterEach
    void goHome() {
        System.setProperty("user.home", home);
    }

    @Test
    void anonymisedCopyNamesNobodyAndShowsTheSame() throws IOException {
        Path copy = folder.resolve("x.pcap");
        Run run = Run.of("export", sample("call.pcap"), "-o", copy.toString(), "--anonymize");
        assertEquals(0, run.code(), run.err());
        Path keys = folder.resolve("home/.local/share/sipsleuth/keys");
        Path key = keys.resolve(sha256(Path.of(sample("call.pcap"))) + ".key");
        assertTrue(run.err().contains(" in " + key), run.err());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        try (var beside = Files.list(folder)) {
            assertEquals(List.of("home", "x.pcap", "x.provenance.json"),
                    beside.map(file -> file.getFileName().toString()).sorted().toList());
        }
        Run again = Run.of("export", sample("call.pcap"), "-o", out("y.pcap"), "--anonymize");
        assertEquals(0, again.code(), again.err());
        assertEquals(-1, Files.mismatch(copy, folder.resolve("y.pcap"))); // the same pseudonyms
        String callId = sequences(sample("call.pcap")).getFirst().split(",", 2)[0];
        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(callId));
        assertEquals(sequences(sample("call.pcap")).stream().map(row -> row.split(",", 2)[1]).toList(),
                sequences(copy.toString()).stream().map(row -> row.split(",", 2)[1]).toList());
    }

    @Test
    void anonymisedCopyHasItsMediaToo() {
        String[] order = {"export", sample("call.pcap"), "-o", out("x.pcap"), "--anonymize", "--media"};
        Run run = Run.of(order);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("2 RTP streams (422 packets), 4 RTCP packets"), run.out());
        assertEquals(sequences(sample("call.pcap")).size(), sequences(out("x.pcap")).size());
    }

    /// Call-ID and sequence of each dialog.
    private static List<String> sequences(String file) {
        List<String> rows = Run.of("dialogs", "--format", "csv", file).out().lines().skip(1).toList();
        return rows.stream()
                .map(row -> row.split(",", -1))
                .map(cells -> cells[0] + "," + cells[4] + "," + cells[5] + "," + cells[6])
                .toList();
    }

    @Test
    void oneKeyGivesOneCopyAndAnotherKeyAnother() throws IOException {
        Path first = folder.resolve("1.pcap");
        for (String name : List.of("1", "2", "3")) {
            String key = out(name.equals("3") ? "other.key" : "one.key");
            assertEquals(0,
                    Run.of("export", sample("call.pcap"), "-o", out(name + ".pcap"), "--anonymize", "--key", key)
                            .code());
        }
        assertEquals(-1, Files.mismatch(first, folder.resolve("2.pcap")));
        assertTrue(Files.mismatch(first, folder.resolve("3.pcap")) >= 0);
    }

    @Test
    void whatAnAnonymisedCopyCannotBeIsSaid() {
        String call = sample("call.pcap");
        assertEquals(2, Run.of("export", call, "-o", out("x.pcapng"), "--anonymize").code());
        assertEquals(2, Run.of("export", call, "-o", out("k"), "--anonymize", "--key", out("k")).code());
        assertEquals(2, Run.of("export", call, "-o", out("x.pcap"), "--key", out("k")).code());
        assertFalse(Files.exists(folder.resolve("k")));
    }

    @Test
    void keysOfTheEarlierVersionAreRefusedBeforeAnythingIsRead() throws IOException {
        Path old = folder.resolve("old.key");
        Files.writeString(old, "sipsleuth anonymization key 1\n" + "ab".repeat(32) + "\n");
        Run run = Run.of("export", sample("call.pcap"), "-o", out("copy.pcap"), "--anonymize", "--key", old.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("choose another key file"), run.err());
        assertFalse(Files.exists(folder.resolve("copy.pcap")));
    }

    @Test
    void inputIsNotOverwritten() throws IOException {
        Path copy = folder.resolve("call.pcap");
        Files.copy(SAMPLES.resolve("call.pcap"), copy);
        Run run = Run.of("export", copy.toString(), "-o", copy.toString());
        assertEquals(2, run.code());
        assertEquals(-1, Files.mismatch(SAMPLES.resolve("call.pcap"), copy));
    }

    /// Frames that TShark takes for SIP and for RTP, in a capture and in its export.
    @Test
    void tsharkFindsTheSameSipAndRtp() throws IOException, InterruptedException {
        assumeTrue(!tshark("--version").isEmpty(), "TShark is not installed");
        for (String name : List.of("call.pcap", "tcp.pcapng", "vlan.pcap", "ipv6.pcapng")) {
            assertEquals(0, Run.of("export", sample(name), "-o", out("x.pcapng"), "--media", "--force").code());
            for (String filter : List.of("sip", "rtp", "rtcp")) {
                assertEquals(count(SAMPLES.resolve(name), filter), count(folder.resolve("x.pcapng"), filter),
                        name + " " + filter);
            }
        }
    }

    private static long count(Path capture, String filter) throws IOException, InterruptedException {
        return tshark("-n", "-r", capture.toString(), "-o", "rtp.heuristic_rtp:TRUE", "-Y", filter, "-T", "fields",
                "-e", "frame.time_epoch").lines().count();
    }

    private static String tshark(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String reported = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return reported;
        } catch (IOException notThere) {
            return "";
        }
    }
}
