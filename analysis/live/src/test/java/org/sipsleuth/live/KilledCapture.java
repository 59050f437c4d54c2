package org.sipsleuth.live;

import java.io.IOException;
import java.nio.file.Path;
import org.sipsleuth.capture.LinkTypes;

/// Writes numbered packets into a ring until it is killed, or for a minute.
final class KilledCapture {

    private static final int LEAST = 2_000;
    private static final int MOST = 60_000;
    private static final int AT_ONCE = 50;

    private KilledCapture() {}

    /// Reports on standard output that there is enough to be killed.
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Ring ring = Ring.open(new RingSettings(Path.of(args[0]), 4, 4 << 20), LinkTypes.ETHERNET)) {
            for (int i = 0; i < MOST; i++) {
                byte[] packet = packet(i);
                ring.append(time(i), packet.length, packet);
                if (i % AT_ONCE == 0) {
                    ring.flush();
                    Thread.sleep(1);
                }
                if (i == LEAST) {
                    System.out.println("enough");
                }
            }
        }
    }

    /// When a packet was captured.
    static long time(int number) {
        return 1_700_000_000_000_000_000L + number;
    }

    /// Packets of different lengths, which can be told apart.
    static byte[] packet(int number) {
        byte[] packet = new byte[60 + number % 700];
        for (int i = 0; i < packet.length; i++) {
            packet[i] = (byte) (number + i | 1);
        }
        return packet;
    }
}
