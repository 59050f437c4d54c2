package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.RingExport;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.live.LiveCaptureException.Kind;
import org.sipsleuth.run.RunMonitor;

/// Live capture with the real libpcap, on the loopback. Left out where libpcap, the right to
/// capture, or SIPp is missing. Nothing here depends on how fast the machine is; the time limits
/// only end what would hang.
@Timeout(180)
class LoopbackTest {

    private static final String ADDRESS = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLS = 20;

    /// What SIPp's own `uac` and `uas` say in a call.
    private static final String CALL = "INVITE 180 200 ACK BYE 200";

    @TempDir private Path directory;
    private final List<Process> processes = new ArrayList<>();
    private String loopback = "";

    @BeforeEach
    void mayCapture() throws IOException {
        Libpcap libpcap = new Libpcap();
        libpcap.obstacle().ifPresent(obstacle -> abort(obstacle.sentence()));
        List<LiveInterface> all = libpcap.interfaces();
        assumeTrue(all.stream().anyMatch(LiveInterface::loopback), "there is no loopback");
        loopback = all.stream().filter(LiveInterface::loopback).findFirst().orElseThrow().name();
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroy);
    }

    private LiveCapture open(String filter) throws LiveCaptureException {
        RingSettings ring = RingSettings.in(directory.resolve("ring"));
        try {
            return LiveCapture.open(new Libpcap(), new LiveRequest(loopback, filter, ring));
        } catch (LiveCaptureException refused) {
            String sentence = refused.sentence().toLowerCase(Locale.ROOT);
            assumeTrue( // a container may withhold what the capabilities promise
                    refused.kind() != Kind.BROKEN
                            || !(sentence.contains("permission") || sentence.contains("permitted")),
                    refused.sentence());
            throw refused;
        }
    }

    /// Captures until so many messages were seen, and gives all that was seen.
    private static SipIndex follow(LiveCapture capture, int messages) throws IOException {
        CompletableFuture<Void> capturing = CompletableFuture.runAsync(() -> {
            try {
                capture.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, run -> Thread.ofPlatform().daemon().start(run));
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS).execute(capture::stop);
        List<SipIndex> last = new ArrayList<>();
        new LiveIndex(capture.ring(), ReadOptions.NONE).run(part -> {
            last.add(part.index());
            if (part.index().messages().size() >= messages) {
                capture.stop();
            }
        });
        capturing.join();
        return last.getLast();
    }

    private static DatagramSocket socket() throws IOException {
        return new DatagramSocket(new InetSocketAddress(ADDRESS, 0));
    }

    private static byte[] options(int call) {
        return """
        OPTIONS sip:b@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK%d
        From: <sip:a@127.0.0.1>;tag=a
        To: <sip:b@127.0.0.1>
        Call-ID: loopback-%d
        CSeq: 1 OPTIONS
        Content-Length: 0

        """.formatted(call, call).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsSentIsSeenOnceAndTheFilterLeavesOutTheRest() throws IOException {
        try (DatagramSocket sender = socket(); DatagramSocket receiver = socket(); DatagramSocket other = socket()) {
            LiveCapture capture = open("udp dst port " + receiver.getLocalPort());
            InetAddress address = InetAddress.getByName(ADDRESS);
            for (int call = 0; call < 5; call++) {
                byte[] bytes = options(call);
                for (DatagramSocket to : List.of(other, receiver)) {
                    sender.send(new DatagramPacket(bytes, bytes.length, address, to.getLocalPort()));
                }
            }
            SipIndex seen = follow(capture, 5);
            assertEquals(5, seen.messages().size());
            assertEquals(5, capture.counts().packets());
            assertEquals(IntStream.range(0, 5).mapToObj(call -> "loopback-" + call).toList(),
                    IntStream.range(0, seen.dialogs().size()).mapToObj(seen.dialogs()::callId).toList());
            assertTrue(capture.ring().isClosed());
            Path saved = directory.resolve("saved.pcap");
            RingExport.at(saved, OutputRules.NEW_FILES).write(capture.ring());
            assertEquals(5, CaptureIndexer.read(List.of(saved), RunMonitor.NONE).files().getFirst().frames());
        }
    }

    @Test
    void aFilterThatLibpcapDoesNotUnderstandIsSaidInItsWords() {
        LiveCaptureException refused = assertThrows(LiveCaptureException.class, () -> open("udp prt 5060"));
        assertEquals(Kind.BAD_FILTER, refused.kind(), refused.sentence());
        assertTrue(refused.sentence().contains("\"udp prt 5060\""), refused.sentence());
        assertFalse(Files.exists(directory.resolve("ring")));
    }

    @Test
    void everyMessageOfSippIsSeen() throws IOException {
        Path sipp = program("sipp");
        int server;
        int client;
        try (DatagramSocket one = socket(); DatagramSocket two = socket()) {
            server = one.getLocalPort();
            client = two.getLocalPort();
        }
        LiveCapture capture = open("udp port " + server);
        start(sipp, "-sn", "uas", "-p", Integer.toString(server));
        awaitListener(server);
        start(sipp, "-sn", "uac", "-p", Integer.toString(client), ADDRESS + ":" + server);
        int messages = CALLS * CALL.split(" ", -1).length;
        SipIndex seen = follow(capture, messages);
        assertEquals(messages, seen.messages().size());
        assertEquals(messages, capture.counts().packets());
        assertEquals(Map.of(CALL, CALLS), sequences(seen));
    }

    private static Map<String, Integer> sequences(SipIndex index) {
        return IntStream.range(0, index.dialogs().size())
                .mapToObj(index.dialogs()::sequenceText)
                .collect(Collectors.toMap(text -> text, _ -> 1, Integer::sum));
    }

    private static Path program(String name) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("there is no " + name));
    }

    /// One side of the calls. It repeats nothing, and ends by itself.
    private void start(Path sipp, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(sipp.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-i", ADDRESS, "-m", Integer.toString(CALLS), "-nr"));
        command.addAll(List.of("-timeout", PATIENCE.toSeconds() + "s", "-nostdin"));
        processes.add(new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// Waits until a program listens on a port of the loopback: trying to take the port oneself
    /// could take it from the program.
    private static void awaitListener(int port) throws IOException {
        Path sockets = Path.of("/proc/net/udp");
        assumeTrue(Files.isReadable(sockets), "cannot tell who listens");
        String local = " 0100007F:%04X ".formatted(port);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(sockets).contains(local)) {
            assertTrue(System.nanoTime() - end < 0, "SIPp does not listen");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
