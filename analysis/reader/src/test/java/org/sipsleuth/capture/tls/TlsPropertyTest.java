package org.sipsleuth.capture.tls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sipsleuth.capture.Arrival;

class TlsPropertyTest {

    @Provide
    Arbitrary<String> sessions() {
        return Arbitraries.of(Transcript.OPEN);
    }

    /// Changes some bytes, loses some parts, and gives parts of any size.
    @Property(tries = 500)
    void damageNeverThrowsAndInventsNothing(@ForAll("sessions") String name, @ForAll long seed) {
        Transcript transcript = Transcript.of(name);
        Random random = new Random(seed);
        Listener listener = new Listener(transcript.keyLog());
        for (Transcript.Flight flight : transcript.flights()) {
            byte[] bytes = flight.bytes();
            for (int i = 0; i < bytes.length && random.nextInt(4) == 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            for (int at = 0; at < bytes.length;) {
                int to = Math.min(bytes.length, at + 1 + random.nextInt(300));
                if (random.nextInt(20) == 0) {
                    long reported = random.nextBoolean() ? to - at : 0;
                    listener.stream(flight.fromClient()).gap(new Arrival(), reported);
                } else {
                    listener.hear(flight.fromClient(), bytes, at, to);
                }
                at = to;
            }
        }
        listener.end();
        assertPartsOf(transcript.clientSaid(), listener.client().text());
        assertPartsOf(transcript.serverSaid(), listener.server().text());
    }

    /// Whether what was heard is what was said, with parts left out.
    private static void assertPartsOf(String said, String heard) {
        int at = 0;
        for (int i = 0; i < heard.length(); i++) {
            at = said.indexOf(heard.charAt(i), at) + 1;
            assertTrue(at > 0, heard);
        }
    }

    @Property(tries = 1_000)
    void anyBytesNeverThrow(@ForAll byte[] client, @ForAll byte[] server, @ForAll long seed) {
        Random random = new Random(seed);
        Listener listener = new Listener(Transcript.of(Transcript.OPEN.getFirst()).keyLog());
        for (byte[] bytes : new byte[][]{client, server, client}) {
            byte[] record = new byte[5 + bytes.length];
            record[0] = (byte) (20 + random.nextInt(5));
            record[1] = 3;
            record[2] = (byte) random.nextInt(5);
            record[3] = (byte) (bytes.length >> 8);
            record[4] = (byte) bytes.length;
            System.arraycopy(bytes, 0, record, 5, bytes.length);
            listener.hear(random.nextBoolean(), record, 0, record.length);
        }
        listener.end();
    }
}
