package org.sipsleuth.media;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever session descriptions say, streams are found or not, and nothing breaks.
final class HostileSdpPropertyTest {

    private static final List<String> LINES = List.of("v=0", "c=IN IP4 192.0.2.1", "c=IN IP4 192.0.2.1/127/3",
            "c=IN IP6 2001:db8::1", "c=IN IP4 host.example", "c=IN IP6 fe80::1%eth0", "c=IN IP4 0.0.0.0",
            "c=IN IP4 1.2.3.4.5.6", "c=IN IP4 ::::::::::::", "m=audio 4000 RTP/AVP 0 8 96 300 -1 x",
            "m=audio 65535 RTP/AVP 0", "m=audio 0 RTP/AVP 0", "m=video 4000/65535 RTP/AVP 96", "m=",
            "a=rtpmap:96 opus/48000/2", "a=rtpmap:96 /", "a=rtpmap:96 x/99999999999999999999", "a=rtpmap:0 x/0",
            "a=rtpmap", "a=rtcp:", "a=rtcp:99999 IN IP4 192.0.2.1", "a=rtcp:4001 IN IP4", "a=rtcp-mux",
            "a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host", "a=candidate:1 2 UDP 1 " + "9".repeat(300) + " 4000",
            "a=candidate", "a=inactive", "=", "\u0000");

    @Provide
    Arbitrary<String> descriptions() {
        return Arbitraries.of(LINES).list().ofMaxSize(40).map(lines -> "v=0\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    @Property(tries = 150)
    void anyDescriptionIsReadWithoutHarm(@ForAll("descriptions") String offer, @ForAll("descriptions") String answer)
            throws IOException {
        Path file = Files.createTempFile("media", ".pcap");
        try {
            MediaStreams found = MediaCapture.streams(new MediaCapture().invite("x", offer)
                    .answer("x", answer)
                    .talk("192.0.2.1", 4000, "192.0.2.2", 4000, 7, 3)
                    .talk("192.0.2.2", 4001, "192.0.2.1", 4001, 8, 1)
                    .write(file));
            assertTrue(found.streams().size() <= 2);
            for (MediaStream stream : found.streams()) {
                assertTrue(stream.extent().packets() > 0);
            }
        } finally {
            Files.delete(file);
        }
    }
}
