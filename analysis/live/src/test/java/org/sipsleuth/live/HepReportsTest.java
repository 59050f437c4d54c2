package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;

/// Reports that come over the loopback.
@Timeout(60)
final class HepReportsTest {

    private static final long SECOND = 1_000_000_000L;

    /// Now: reports come soon after what they report.
    private static final long BEGIN = Instant.now().getEpochSecond() * SECOND;

    @TempDir private Path directory;

    private static Path pem(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(HepReportsTest.class.getResource(name)).toURI());
    }

    private LiveCapture open(String address, Optional<Path> certificate) throws IOException {
        LiveOrigin origin = new LiveOrigin.HepReports(HepAddress.of(address), certificate);
        return LiveCapture.open(new FakeSource(), new LiveRequest(origin, RingSettings.in(directory.resolve("ring"))));
    }

    private static Thread run(LiveCapture capture) {
        return Thread.ofPlatform().start(() -> {
            try {
                capture.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static void await(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "it did not come to pass");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static SipIndex index(LiveCapture capture) throws IOException {
        LiveIndex index = new LiveIndex(capture.ring(), ReadOptions.NONE);
        index.follow(true);
        return index.part(false).index();
    }

    private static int port(LiveCapture capture) {
        String name = capture.sourceName();
        return Integer.parseInt(name.substring(name.lastIndexOf(':') + 1));
    }

    @Test
    void reportsOfDatagramsAreMessagesInTheOrderOfTheirTimes() throws Exception {
        LiveCapture capture = open("udp:127.0.0.1:0", Optional.empty());
        Thread running = run(capture);
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port(capture));
            for (byte[] sent : List.of(HepTestReport.options(1, BEGIN), HepTestReport.options(3, BEGIN + 2 * SECOND),
                    HepTestReport.options(2, BEGIN + SECOND), "hello".getBytes(StandardCharsets.ISO_8859_1))) {
                socket.send(new DatagramPacket(sent, sent.length, to));
            }
        }
        await(() -> capture.counts().packets() == 4);
        capture.stop();
        running.join();
        SipIndex index = index(capture);
        assertEquals(List.of("call-1", "call-2", "call-3"),
                IntStream.range(0, index.messages().size())
                        .mapToObj(i -> index.dialogs().callId(index.messages().dialog(i)))
                        .toList());
        assertEquals(BEGIN + SECOND, index.messages().capturedAtNanos(1));
        assertEquals("192.0.2.1:5060", index.messages().endpoint(index.messages().source(1)).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "tls"})
    void reportsOfConnectionsArrive(String transport) throws Exception {
        boolean isSealed = transport.equals("tls");
        LiveCapture capture =
                open(transport + ":127.0.0.1:0", isSealed ? Optional.of(pem("hep.pem")) : Optional.empty());
        Thread running = run(capture);
        try (Socket socket = isSealed ? sealed() : new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(capture)));
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 3_000; i++) {
                out.write(HepTestReport.options(i, BEGIN + i * SECOND));
            }
            out.flush();
            await(() -> capture.counts().packets() == 3_000);
        }
        capture.stop();
        running.join();
        assertEquals(3_000, index(capture).messages().size());
    }

    private static Socket sealed() throws IOException, GeneralSecurityException, URISyntaxException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, new char[0]);
        String text = Files.readString(pem("hep.pem"));
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(
                        text.substring(0, text.indexOf("-----BEGIN PRIV")).getBytes(StandardCharsets.ISO_8859_1)));
        known.setCertificateEntry("hep", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory().createSocket();
    }

    @Test
    void whoSendsSomethingElseIsDisconnectedAndOthersGoOn() throws Exception {
        LiveCapture capture = open("tcp:127.0.0.1:0", Optional.empty());
        Thread running = run(capture);
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port(capture));
        try (Socket other = new Socket(); Socket agent = new Socket()) {
            other.connect(to);
            agent.connect(to);
            other.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(-1, read(other));
            agent.getOutputStream().write(HepTestReport.options(1, BEGIN));
            await(() -> capture.counts().packets() == 1);
        }
        capture.stop();
        running.join();
        assertEquals(1, index(capture).messages().size());
    }

    @Test
    void connectionsThatSendNothingKeepNoAgentOut() throws Exception {
        LiveCapture capture = open("tcp:127.0.0.1:0", Optional.empty());
        Thread running = run(capture);
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port(capture));
        List<Socket> silent = new ArrayList<>();
        try (Socket first = new Socket(); Socket late = new Socket()) {
            first.connect(to);
            first.getOutputStream().write(HepTestReport.options(1, BEGIN));
            await(() -> capture.counts().packets() == 1);
            for (int i = 0; i < HepStreams.MOST_CONNECTIONS + 10; i++) {
                silent.add(new Socket(to.getAddress(), to.getPort()));
            }
            late.connect(to);
            late.getOutputStream().write(HepTestReport.options(2, BEGIN));
            first.getOutputStream().write(HepTestReport.options(3, BEGIN));
            await(() -> capture.counts().packets() == 3);
            assertEquals(-1, read(silent.getFirst()));
        } finally {
            close(silent);
        }
        capture.stop();
        running.join();
        assertEquals(3, index(capture).messages().size());
    }

    /// From many addresses: each has fewer than one address may have.
    @Test
    void connectionsWithAnEmptyReportKeepNoAgentOut() throws Exception {
        LiveCapture capture = open("tcp:127.0.0.1:0", Optional.empty());
        Thread running = run(capture);
        List<Socket> silent = new ArrayList<>();
        byte[] empty = {'H', 'E', 'P', '3', 0, 6};
        try (Socket late = new Socket()) {
            for (int i = 0; i < HepStreams.MOST_CONNECTIONS + 10; i++) {
                silent.add(connect("127.0.1." + (1 + i % 20), port(capture)));
                silent.getLast().getOutputStream().write(empty);
            }
            late.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(capture)));
            late.getOutputStream().write(HepTestReport.options(1, BEGIN));
            await(() -> capture.counts().packets() > HepStreams.MOST_CONNECTIONS);
            assertEquals(-1, read(silent.getFirst()), "it was silent longest");
        } finally {
            close(silent);
        }
        capture.stop();
        running.join();
        assertEquals(1, index(capture).messages().size());
    }

    @Test
    void oneAddressGetsNoMoreThanItsShareAndOneThatSendsIsNeverClosed() throws Exception {
        LiveCapture capture = open("tcp:127.0.0.1:0", Optional.empty());
        Thread running = run(capture);
        List<Socket> agents = new ArrayList<>();
        try {
            for (int i = 0; i < HepStreams.MOST_OF_ONE; i++) {
                agents.add(connect("127.0.1.1", port(capture)));
                agents.getLast().getOutputStream().write(HepTestReport.options(i, BEGIN));
            }
            await(() -> capture.counts().packets() == HepStreams.MOST_OF_ONE);
            agents.add(connect("127.0.1.1", port(capture)));
            assertEquals(-1, read(agents.getLast()), "all others send");
            agents.add(connect("127.0.1.2", port(capture)));
            for (Socket agent : agents) {
                if (!agent.equals(agents.get(HepStreams.MOST_OF_ONE))) {
                    agent.getOutputStream().write(HepTestReport.options(99, BEGIN));
                }
            }
            await(() -> capture.counts().packets() == 2 * HepStreams.MOST_OF_ONE + 1);
        } finally {
            close(agents);
        }
        capture.stop();
        running.join();
    }

    /// The agent that reconnects from the address that has most gets the place of the one that has
    /// sent nothing for longest, and nobody else's.
    @Test
    void oneThatHasStoppedSendingGivesItsPlaceToANewOneOfItsAddress() throws Exception {
        HepAddress address = HepAddress.of("tcp:127.0.0.1:0");
        ServerSocket server = new ServerSocket();
        server.bind(address.socketAddress());
        HepStreams source = new HepStreams(address, server, 1);
        List<Socket> agents = new ArrayList<>();
        try (Socket other = connect("127.0.1.2", server.getLocalPort())) {
            for (int i = 0; i <= HepStreams.MOST_OF_ONE; i++) {
                agents.add(connect("127.0.1.1", server.getLocalPort()));
                agents.getLast().getOutputStream().write(HepTestReport.options(i, BEGIN));
                await(() -> receives(source));
            }
            assertEquals(-1, read(agents.getFirst()));
            other.getOutputStream().write(HepTestReport.options(99, BEGIN));
            await(() -> receives(source));
        } finally {
            close(agents);
            source.close();
        }
    }

    private static boolean receives(HepStreams source) {
        try {
            return source.receive((_, _, _) -> {}) > 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Socket connect(String from, int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void halfAReportIsNotWaitedForWithoutEnd() throws Exception {
        HepAddress address = HepAddress.of("tcp:127.0.0.1:0");
        ServerSocket server = new ServerSocket();
        server.bind(address.socketAddress());
        HepStreams source = new HepStreams(address, server, 100);
        try (Socket half = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            half.getOutputStream().write(HepTestReport.options(1, BEGIN), 0, 20);
            assertEquals(-1, read(half));
        } finally {
            source.close();
        }
    }

    /// A connection that is closed with unread bytes is reset.
    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException reset) {
            return -1;
        }
    }

    @Test
    void whatCannotBeListenedAtIsSaid() throws Exception {
        LiveCapture first = open("udp:127.0.0.1:0", Optional.empty());
        LiveCaptureException used =
                assertThrows(LiveCaptureException.class, () -> open("udp:127.0.0.1:" + port(first), Optional.empty()));
        assertTrue(used.sentence().contains("another program listens there"), used.sentence());
        first.stop();
        first.run();
        LiveCaptureException none =
                assertThrows(LiveCaptureException.class, () -> open("tls:127.0.0.1:0", Optional.empty()));
        assertTrue(none.sentence().contains("--hep-certificate"), none.sentence());
        Path old = pem("hep-old-key.pem");
        LiveCaptureException wrong =
                assertThrows(LiveCaptureException.class, () -> open("tls:127.0.0.1:0", Optional.of(old)));
        assertTrue(wrong.sentence().contains("openssl pkcs8"), wrong.sentence());
        assertEquals(LiveCaptureException.Kind.NO_LISTENER, wrong.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp:9060", "tcp:192.0.2.1:9060", "tls:[2001:db8::1]:9061", "udp:collector.example.org:0"})
    void addressesAreReadAndWritten(String text) {
        assertEquals(text, HepAddress.of(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9060", "udp", "udp:", "udp:65536", "sctp:9060", "udp:a b:9060", "udp:[::1:9060"})
    void otherAddressesAreRefused(String text) {
        String why =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> HepAddress.of(text)).getMessage());
        assertTrue(why.contains("write udp:9060"), why);
    }

    @Test
    void dropsAreThoseOfTheSocket() throws Exception {
        String head =
                "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode"
                        + " ref pointer drops\n";
        String row = "  %d: 00000000:%04X 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 1 2"
                + " 0000000000000000 %d\n";
        Files.writeString(directory.resolve("udp"), head + row.formatted(1, 9060, 17) + row.formatted(2, 9061, 4));
        assertEquals(17, new DatagramDrops(directory, 9060).count());
        assertEquals(0, new DatagramDrops(directory.resolve("none"), 9060).count());
    }

    @Test
    void packetsOfReportsAreValid() throws Exception {
        InetSocketAddress six = new InetSocketAddress(InetAddress.getByName("2001:db8::1"), 40_000);
        byte[] packet = ReportPacket.of(six, new InetSocketAddress(9060), new byte[]{1, 2, 3});
        assertEquals(40 + 8 + 3, packet.length);
        assertEquals(0x60, packet[0]);
        byte[] four = ReportPacket.of(new InetSocketAddress("192.0.2.7", 40_000), new InetSocketAddress(9060),
                new byte[ReportPacket.LARGEST_REPORT_BYTES]);
        assertEquals(65_535, four.length);
    }
}
