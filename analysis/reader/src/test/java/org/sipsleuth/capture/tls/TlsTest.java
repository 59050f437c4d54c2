package org.sipsleuth.capture.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteStream.Verdict;
import org.sipsleuth.capture.tls.keylog.KeyLog;

class TlsTest {

    private static final String PLAIN = "tls13-aes-128-gcm-sha256";

    static List<String> sessions() {
        return Transcript.OPEN;
    }

    private static void assertAllHeard(Transcript transcript, Listener listener) {
        assertEquals(transcript.clientSaid(), listener.client().text());
        assertEquals(transcript.serverSaid(), listener.server().text());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void keyLogOpensTheSession(String name) {
        Transcript transcript = Transcript.of(name);
        Listener listener = new Listener(transcript.keyLog()).hearAll(transcript);
        assertAllHeard(transcript, listener);
        assertFalse(listener.verdicts().contains(Verdict.FOREIGN));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void cutsBetweenPacketsChangeNothing(String name) {
        Transcript transcript = Transcript.of(name);
        Random random = new Random(7);
        for (int most : new int[]{1, 3, 40, 700}) {
            Listener listener = new Listener(transcript.keyLog());
            for (Transcript.Flight flight : transcript.flights()) {
                byte[] bytes = flight.bytes();
                for (int at = 0; at < bytes.length;) {
                    int to = Math.min(bytes.length, at + 1 + random.nextInt(most));
                    listener.hear(flight.fromClient(), bytes, at, to);
                    at = to;
                }
            }
            assertAllHeard(transcript, listener);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void oneSideMayComeBeforeTheOther(String name) {
        Transcript transcript = Transcript.of(name);
        for (boolean clientComesFirst : new boolean[]{true, false}) {
            Listener listener = new Listener(transcript.keyLog());
            for (boolean client : new boolean[]{clientComesFirst, !clientComesFirst}) {
                byte[] sent = transcript.sent(client);
                listener.hear(client, sent, 0, sent.length);
            }
            listener.end();
            assertAllHeard(transcript, listener);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void withoutItsKeysNothingIsDecryptedAndTheReasonIsReported(String name) {
        Transcript transcript = Transcript.of(name);
        Listener listener = new Listener(new KeyLog()).hearAll(transcript);
        assertEquals("", listener.client().text() + listener.server().text());
        assertEquals(Verdict.FOREIGN, listener.verdicts().getLast());
        assertEquals(UnreadReason.TLS_NO_KEYS, listener.reason(true));
        assertEquals(UnreadReason.TLS_NO_KEYS, listener.reason(false));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void flippedBitEndsTheReadingBeforeItsRecord(String name) {
        Transcript transcript = Transcript.of(name);
        Listener listener = new Listener(transcript.keyLog());
        List<Transcript.Flight> flights = transcript.flights();
        int last = flights.size() - 1;
        while (listenedTo(transcript, last).client().text().equals(transcript.clientSaid())) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            byte[] bytes = flights.get(i).bytes();
            if (i == last) {
                bytes[bytes.length - 3] ^= 4;
            }
            listener.hear(flights.get(i).fromClient(), bytes, 0, bytes.length);
        }
        assertEquals(UnreadReason.TLS_BAD_RECORD, listener.reason(true));
        String heard = listener.client().text();
        assertTrue(transcript.clientSaid().startsWith(heard));
        assertTrue(heard.length() < transcript.clientSaid().length());
    }

    /// All before this flight.
    private static Listener listenedTo(Transcript transcript, int flight) {
        Listener listener = new Listener(transcript.keyLog());
        transcript.flights().subList(0, flight).forEach(listener::hear);
        return listener;
    }

    @Test
    void suiteThatTheJdkLacksIsNamed() {
        Listener twelve = new Listener(Transcript.of("tls12-ccm").keyLog());
        twelve.hearAll(Transcript.of("tls12-ccm"));
        assertEquals(UnreadReason.TLS_SUITE, twelve.reason(true));
        assertEquals(0xc0ac, twelve.stream(true).unreadDetail());
        Transcript ccm = Transcript.of("tls13-aes-128-ccm-sha256");
        Listener thirteen = new Listener(ccm.keyLog()).hearAll(ccm);
        assertEquals(UnreadReason.TLS_SUITE, thirteen.reason(false));
        assertEquals(0x1304, thirteen.stream(false).unreadDetail());
    }

    @Test
    void connectionJoinedInItsMiddleHasNoHandshake() {
        Transcript transcript = Transcript.of(PLAIN);
        Listener listener = new Listener(transcript.keyLog());
        listener.hear(transcript.flights().getLast());
        assertEquals(List.of(Verdict.FOREIGN), listener.verdicts());
        assertEquals(UnreadReason.TLS_NO_HANDSHAKE, listener.reason(false));
    }

    @Test
    void handshakeIsCountedAsSuch() {
        Transcript transcript = Transcript.of(PLAIN);
        Listener listener = new Listener(transcript.keyLog());
        assertEquals(Verdict.NOTHING, listener.hear(transcript.flights().get(0)));
        assertEquals(UnreadReason.TLS_HANDSHAKE, listener.reason(true));
        assertEquals(Verdict.NOTHING, listener.hear(transcript.flights().get(1)));
        assertEquals(UnreadReason.TLS_HANDSHAKE, listener.reason(false));
    }

    @Test
    void whatIsInsideDecidesTheVerdict() {
        Transcript transcript = Transcript.of(PLAIN);
        Listener listener = new Listener(transcript.keyLog());
        listener.client().answer(Verdict.FOREIGN);
        listener.server().answer(Verdict.WAITING);
        listener.hearAll(transcript);
        assertEquals(UnreadReason.TLS_NOT_SIP, listener.reason(true));
        assertEquals(Verdict.WAITING, listener.verdicts().getLast());
    }

    @Test
    void openedBytesAreNotVerbatimAndNameTheirPieces() {
        Transcript transcript = Transcript.of(PLAIN);
        Listener listener = new Listener(transcript.keyLog()).hearAll(transcript);
        Provenance origin = listener.client().origins().getFirst();
        assertFalse(origin.verbatim());
        assertEquals(1, origin.pieces().size());
        Transcript.Flight flight = transcript.flights().get(origin.pieces().getFirst().frame() - 1);
        assertTrue(flight.fromClient());
        assertEquals(flight.bytes().length, origin.pieces().getFirst().bytes());
    }

    @Test
    void withoutTheHandshakeSecretsTheApplicationSecretsStillOpen() {
        for (String name : List.of(PLAIN, "tls13-retry", "tls13-key-update")) {
            Transcript transcript = Transcript.of(name);
            KeyLog keys = Transcript.log(without(transcript.keys(), "HANDSHAKE"));
            assertAllHeard(transcript, new Listener(keys).hearAll(transcript));
        }
    }

    @Test
    void withoutTheEarlySecretTheRestStillOpens() {
        Transcript transcript = Transcript.of("tls13-early");
        KeyLog keys = Transcript.log(without(transcript.keys(), "EARLY"));
        Listener listener = new Listener(keys).hearAll(transcript);
        assertEquals(transcript.serverSaid(), listener.server().text());
        assertTrue(listener.client().text().startsWith("OPTIONS"));
        assertTrue(transcript.clientSaid().endsWith(listener.client().text()));
    }

    private static String without(String keys, String word) {
        return keys.lines().filter(line -> !line.contains(word)).collect(Collectors.joining("\n"));
    }

    /// Loses the client's bytes in a range of what it sent.
    private static Listener listenWithLoss(Transcript transcript, int from, int to, long reported) {
        Listener listener = new Listener(transcript.keyLog());
        int at = 0;
        for (Transcript.Flight flight : transcript.flights()) {
            byte[] bytes = flight.bytes();
            if (!flight.fromClient()) {
                listener.hear(flight);
                continue;
            }
            int first = Math.clamp(from - at, 0, bytes.length);
            int last = Math.clamp(to - at, 0, bytes.length);
            if (first > 0) {
                listener.hear(true, bytes, 0, first);
            }
            if (at <= from && from < at + bytes.length) {
                listener.stream(true).gap(new org.sipsleuth.capture.Arrival(), reported);
            }
            if (last < bytes.length) {
                listener.hear(true, bytes, last, bytes.length);
            }
            at += bytes.length;
        }
        return listener;
    }

    /// Where the records of the client begin, and where the last ends.
    private static int[] recordsOfClient(Transcript transcript) {
        byte[] sent = transcript.sent(true);
        int[] starts = new int[64];
        int count = 0;
        for (int at = 0; at < sent.length; count++) {
            starts[count] = at;
            at += 5 + ((sent[at + 3] & 0xff) << 8 | (sent[at + 4] & 0xff));
        }
        starts[count] = sent.length;
        return Arrays.copyOf(starts, count + 1);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void readingGoesOnAfterALostRecord(String name) {
        Transcript transcript = Transcript.of(name);
        String second = transcript.clientSaid().substring(transcript.clientSaid().lastIndexOf("OPT"));
        int[] records = recordsOfClient(transcript);
        int lost = firstDataOfClient(transcript, records);
        int from = records[lost];
        int to = records[lost + 1];
        for (long reported : new long[]{to - from, 0}) {
            Listener whole = listenWithLoss(transcript, from, to, reported);
            assertTrue(whole.client().text().endsWith(second), name + " told " + reported);
            assertEquals(transcript.serverSaid(), whole.server().text());
        }
        Listener within = listenWithLoss(transcript, from + 20, to - 4, to - from - 24);
        assertTrue(within.client().text().endsWith(second), name);
        Listener over = listenWithLoss(transcript, from + 20, to + 3, to - from - 17);
        assertTrue(transcript.clientSaid().endsWith(over.client().text()), name);
    }

    /// The record that holds the first of what the client says.
    private static int firstDataOfClient(Transcript transcript, int[] records) {
        byte[] sent = transcript.sent(true);
        for (int i = 0; i + 1 < records.length; i++) {
            Listener listener = new Listener(transcript.keyLog());
            byte[] server = transcript.sent(false);
            listener.hear(true, sent, 0, records[1]);
            listener.hear(false, server, 0, server.length);
            listener.hear(true, sent, records[1], records[i + 1]);
            if (!listener.client().text().isEmpty()) {
                return i;
            }
        }
        throw new IllegalStateException("nothing said");
    }

    @Test
    void withoutTheClientHelloNothingIsDecryptedAndTheReasonIsReported() {
        Transcript transcript = Transcript.of(PLAIN);
        Listener listener = listenWithLoss(transcript, 0, recordsOfClient(transcript)[1], 0);
        listener.end();
        assertEquals("", listener.client().text() + listener.server().text());
        assertEquals(UnreadReason.TLS_NO_HANDSHAKE, listener.reason(true));
        assertEquals(UnreadReason.TLS_NO_HANDSHAKE, listener.reason(false));
    }

    @Test
    void whatIsHeldOverAllConnectionsIsBounded() {
        BufferBudget memory = new BufferBudget();
        memory.add(1L << 30);
        Transcript transcript = Transcript.of(PLAIN);
        Listener listener = new Listener(transcript.keyLog(), memory);
        byte[] hello = transcript.flights().getFirst().bytes();
        assertEquals(Verdict.FOREIGN, listener.hear(true, hello, 0, 30));
        assertEquals(UnreadReason.STREAM_TOO_MUCH, listener.reason(true));
    }
}
