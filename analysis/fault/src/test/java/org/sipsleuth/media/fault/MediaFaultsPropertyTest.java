package org.sipsleuth.media.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.sipsleuth.media.fault.CallCapture.A;
import static org.sipsleuth.media.fault.CallCapture.B;
import static org.sipsleuth.media.fault.CallCapture.media;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class MediaFaultsPropertyTest {

    private static final List<String> LINES =
            List.of("m=audio 4000 RTP/AVP 0 8 101", "m=audio 4000 RTP/AVP 0", "m=audio 4000 RTP/AVP 18 101",
                    "m=audio 4000 RTP/SAVP 0 101", "m=audio 0 RTP/AVP 0", "m=audio 4000/2 RTP/AVP 8",
                    "m=audio 4000 RTP/AVP 96 0", "m=image 4002 udptl t38", "m=video 4004 RTP/AVP 34");

    private static final List<String> MORE = List.of("", "", "", "a=sendrecv", "a=sendonly", "a=recvonly", "a=inactive",
            "a=rtpmap:101 telephone-event/8000", "a=rtpmap:101 telephone-event/8000", "a=rtpmap:96 opus/48000/2",
            "c=IN IP4 0.0.0.0", "a=ptime:20", "a=candidate:1 1 UDP 1 10.0.0.1 9 typ host");

    private static String description(String host, Random random) {
        StringBuilder media = new StringBuilder(LINES.get(random.nextInt(random.nextInt(3) == 0 ? LINES.size() : 2)));
        for (int i = 0; i < 3; i++) {
            String line = MORE.get(random.nextInt(MORE.size()));
            media.append(line.isEmpty() ? "" : "\r\n" + line);
        }
        if (random.nextInt(4) == 0) {
            media.append("\r\n").append(LINES.get(random.nextInt(LINES.size())));
        }
        return media(host, media.append("\r\n").toString());
    }

    private static List<String> faults(String offer, String answer, boolean hasRtp) throws IOException {
        CallCapture capture = new CallCapture().setUp(offer, answer).after(4_000).bye();
        if (hasRtp) {
            capture.rtp(capture.fromCaller(2).towards("198.51.100.9", 9_000).source("198.51.100.8", 9_000));
        }
        return capture.read().faults().stream().map(fault -> fault.kind() + " " + fault.text()).toList();
    }

    /// Where the capture has RTP all descriptions are parsed, without it most are judged by their bytes.
    @Property(tries = 150)
    void bytesShowTheSameAsParsing(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String offer = description(A, random);
        String answer = description(B, random);
        assertEquals(faults(offer, answer, true), faults(offer, answer, false), () -> offer + "\n" + answer);
    }

    @Property(tries = 100)
    void noDescriptionThrows(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        char[] offer = description(A, random).toCharArray();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            offer[random.nextInt(offer.length)] = (char) (random.nextInt(95) + 32);
        }
        CallCapture capture = new CallCapture().setUp(new String(offer), description(B, random));
        capture.rtp(capture.fromCaller(300).type(random.nextInt(128)));
        if (random.nextBoolean()) {
            capture.rtp(capture.fromCallee(200), packet -> packet % 7 != 0);
        }
        assertNotNull(capture.after(8_000).bye().read());
    }
}
