package org.sipsleuth.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Scene;

/// A call of 10 s in which only the caller sends RTP, for tests: frames 1 to 3 set it up, 4 to 503 are
/// RTP.
public final class OneWayCall {

    private OneWayCall() {}

    /// Reads it, from a file that it writes.
    public static SipIndex read(Path file) throws IOException {
        Scene scene = new Scene().more(description(Scene.ALICE, 4_000)).request(Scene.ALICE, Scene.BOB, "INVITE", 1);
        scene.more(description(Scene.BOB, 5_000)).response(Scene.BOB, Scene.ALICE, 200, "INVITE", 1).more("");
        scene.withinDialog().branch("ack").request(Scene.ALICE, Scene.BOB, "ACK", 1).every(20);
        for (int packet = 0; packet < 500; packet++) {
            scene.frame(rtp(packet));
        }
        scene.branch("bye").request(Scene.ALICE, Scene.BOB, "BYE", 2).response(Scene.BOB, Scene.ALICE, 200, "BYE", 2);
        return CaptureIndexer.read(List.of(scene.write(file)), RunMonitor.NONE);
    }

    private static String description(String host, int port) {
        String sdp = "v=0\r\no=- 1 1 IN IP4 %s\r\ns=-\r\nc=IN IP4 %s\r\nt=0 0\r\nm=audio %d RTP/AVP 0\r\n"
                .formatted(host, host, port);
        return "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s".formatted(sdp.length(), sdp);
    }

    private static byte[] rtp(int packet) {
        byte[] bytes = ByteBuffer.allocate(172)
                .putShort((short) 0x8000)
                .putShort((short) packet)
                .putInt(packet * 160)
                .putInt(7)
                .array();
        byte[] udp = Packets.udp(4_000, 5_000, bytes);
        return Packets.ethernet(0x0800, Packets.ipv4(Scene.ALICE, Scene.BOB, 17, udp));
    }
}
