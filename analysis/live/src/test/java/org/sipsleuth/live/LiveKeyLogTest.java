package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.TlsPackets;
import org.sipsleuth.live.LiveIndex.Part;
import org.sipsleuth.run.RunMonitor;

/// Follows rings with TLS in them, whose key logs grow.
class LiveKeyLogTest {

    private static final Transcript TLS13 = Transcript.of("tls13-aes-256-gcm-sha384");
    private static final Transcript TLS12 = Transcript.of("tls12-ecdhe-ecdsa-aes256-gcm-sha384");
    private static final int MESSAGES_OF_A_SESSION = 4;

    @TempDir private Path folder;
    private Path keys = Path.of("");
    private RingFeed ring;

    @BeforeEach
    void openTheRing() throws IOException {
        keys = folder.resolve("keys");
        ring = new RingFeed(Ring.open(new RingSettings(folder.resolve("ring"), 2, 1 << 20), LinkTypes.ETHERNET));
    }

    @AfterEach
    void closeTheRing() throws IOException {
        ring.close();
    }

    private ReadOptions withKeys() {
        return new ReadOptions(List.of(keys));
    }

    private void log(Transcript session) throws IOException {
        Files.writeString(keys, session.keys(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String options(int call) {
        return """
        OPTIONS sip:b@example.org SIP/2.0
        Call-ID: call-%d
        CSeq: 1 OPTIONS

        """.formatted(call).replace("\n", "\r\n");
    }

    private void udp(int call) throws IOException {
        ring.add(List.of(Packets.sip("192.0.2.1", "192.0.2.9", options(call))));
    }

    private static Part next(LiveIndex index) throws IOException {
        index.follow(false);
        return index.part(true);
    }

    private static long overTls(Part part) {
        return IntStream.range(0, part.index().messages().size())
                .filter(i -> part.index().messages().transport(i) == Transport.TLS)
                .count();
    }

    @Test
    void aSecretThatComesAMomentAfterItsPacketsOpensThem() throws IOException {
        LiveIndex index = new LiveIndex(ring.ring(), withKeys());
        ring.add(TlsPackets.of(TLS13, 40_000));
        assertFalse(index.follow(false)); // seen only now, so read the next time
        log(TLS13);
        assertTrue(index.follow(false));
        Part part = index.part(true);
        assertEquals(MESSAGES_OF_A_SESSION, overTls(part));
        assertEquals(TLS13.keys().lines().filter(k -> !k.startsWith("EXPORTER")).count(), 4);
        assertEquals(4, part.secrets());
    }

    @Test
    void secretsThatComeLateOpenWhatWasPassedOver() throws IOException {
        LiveIndex index = new LiveIndex(ring.ring(), withKeys());
        udp(1);
        ring.add(TlsPackets.of(TLS13, 40_000));
        ring.add(TlsPackets.of(TLS12, 40_001));
        udp(2);
        next(index);
        Part closed = next(index);
        assertEquals(2, closed.index().messages().size());
        assertEquals(2, closed.freshCount());
        log(TLS12);
        Part one = next(index);
        assertEquals(MESSAGES_OF_A_SESSION, overTls(one));
        assertEquals(MESSAGES_OF_A_SESSION, one.freshCount());
        assertEquals(List.of(1, 2, 3, 4), one.fresh().boxed().toList());
        log(TLS13);
        ring.close();
        index.follow(true); // the last time it does not matter how long it takes
        Part both = index.part(false);
        assertEquals(2 * MESSAGES_OF_A_SESSION, overTls(both));
        assertEquals(MESSAGES_OF_A_SESSION, both.freshCount());
        assertEquals(asRead(both.index()), both.index().files().getFirst().unread());
    }

    private List<?> asRead(SipIndex live) throws IOException {
        List<Path> files = live.files().stream().map(CaptureSummary::path).toList();
        return CaptureIndexer.read(files, withKeys(), RunMonitor.NONE, _ -> {}).files().getFirst().unread();
    }

    @Test
    void keyLogsCanBeAddedAndDroppedWhileItGoesOn() throws IOException {
        log(TLS13);
        LiveIndex index = new LiveIndex(ring.ring(), ReadOptions.NONE);
        udp(1);
        ring.add(TlsPackets.of(TLS13, 40_000));
        assertEquals(1, next(index).index().messages().size());
        index.readWith(withKeys());
        Part opened = next(index);
        assertEquals(withKeys(), opened.options());
        assertEquals(MESSAGES_OF_A_SESSION, overTls(opened));
        assertEquals(MESSAGES_OF_A_SESSION, opened.freshCount());
        index.readWith(ReadOptions.NONE);
        Part dropped = next(index);
        assertEquals(1, dropped.index().messages().size());
        assertEquals(0, dropped.freshCount());
        assertEquals(0, dropped.secrets());
    }

    @Test
    void aClosedRingIsReadToItsEndAndCanBeReadOnceMore() throws IOException {
        LiveIndex index = new LiveIndex(ring.ring(), ReadOptions.NONE);
        ring.add(TlsPackets.of(TLS13, 40_000));
        ring.close();
        List<Part> parts = new ArrayList<>();
        index.run(parts::add);
        log(TLS13);
        index.readWith(withKeys());
        index.run(parts::add);
        assertEquals(List.of(0, MESSAGES_OF_A_SESSION),
                parts.stream().map(part -> part.index().messages().size()).toList());
    }

    @Test
    void secretsThatCameLateAreReadWithOnce() throws IOException {
        LiveIndex index = new LiveIndex(ring.ring(), withKeys());
        ring.add(TlsPackets.of(TLS13, 40_000));
        next(index);
        next(index);
        log(TLS13);
        ring.close();
        assertTrue(index.follow(true));
        assertEquals(MESSAGES_OF_A_SESSION, overTls(index.part(false)));
        assertFalse(index.follow(true), "there is nothing new");
    }
}
