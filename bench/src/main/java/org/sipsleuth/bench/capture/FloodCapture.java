package org.sipsleuth.bench.capture;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Floods that try to fill the memory of whoever reads them. The same kind gives the same bytes.
public enum FloodCapture {
    /// An INVITE over UDP from each of 1,000,000 addresses, each of its own user and Call-ID.
    CALL_IDS(1_000_000) {
        @Override
        byte[] packet(int number) {
            byte[] message = (startOfInvite(number) + "Content-Length: 0\r\n\r\n").getBytes(ASCII);
            byte[] datagram = Packets.udp(5060, 5060, message);
            return Packets.ipv4(source(number), PROXY, Packets.UDP, datagram);
        }
    },

    /// The beginning of an INVITE over TCP from each of 600,000 addresses, which is never
    /// completed.
    HALF_OPEN(600_000) {
        @Override
        byte[] packet(int number) {
            byte[] beginning = startOfInvite(number).getBytes(ASCII);
            byte[] segment = Packets.tcp(40_000, 5060, 1, beginning);
            return Packets.ipv4(source(number), PROXY, Packets.TCP, segment);
        }
    };

    private static final Charset ASCII = StandardCharsets.US_ASCII;
    private static final int PROXY = 0xc0000201;
    private static final int PRIVATE_NETWORK = 0x0a000000;
    private static final int HOST_BITS = 0xffffff;

    /// Odd, so that multiplying by it gives each host number once.
    private static final int SCATTER = 0x9e3779;

    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(1_700_000_000);
    private static final long NANOS_BETWEEN = TimeUnit.MICROSECONDS.toNanos(100);

    private final int packets;

    FloodCapture(int packets) {
        this.packets = packets;
    }

    abstract byte[] packet(int number);

    private static int source(int number) {
        return PRIVATE_NETWORK | (number * SCATTER & HOST_BITS);
    }

    private static String startOfInvite(int number) {
        int address = source(number);
        String host =
                "10.%d.%d.%d".formatted(address >> 16 & 0xff, address >> 8 & 0xff, address & 0xff);
        return """
        INVITE sip:%d@proxy.example SIP/2.0
        Via: SIP/2.0/UDP %s;branch=z9hG4bK%x
        Max-Forwards: 70
        From: <sip:user%d@%s>;tag=%x
        To: <sip:%d@proxy.example>
        Call-ID: a84b4c76e66710-%d@%s
        CSeq: 1 INVITE
        Contact: <sip:user%d@%s>
        """
                .formatted(
                        number % 1000,
                        host,
                        number,
                        number,
                        host,
                        number,
                        number % 1000,
                        number,
                        host,
                        number,
                        host)
                .replace("\n", "\r\n");
    }

    /// Writes it, unless it is there.
    ///
    /// @return the file
    public Path file(Path folder) throws IOException {
        Path file = folder.resolve("flood-" + name().toLowerCase(Locale.ROOT) + ".pcap");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path part = folder.resolve(file.getFileName() + ".part");
            try (PcapFile capture = new PcapFile(part)) {
                for (int i = 0; i < packets; i++) {
                    capture.take(
                            START_NANOS + i * NANOS_BETWEEN,
                            Packets.ethernet(Packets.IPV4, packet(i)));
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
