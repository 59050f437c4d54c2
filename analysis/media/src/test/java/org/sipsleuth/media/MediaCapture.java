package org.sipsleuth.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A capture of calls with media, made packet by packet, for tests.
public final class MediaCapture {

    public static final String CALLER = "192.0.2.1";
    public static final String CALLEE = "192.0.2.2";

    private final PcapWriter file = new PcapWriter(1);
    private long millis;
    private int cseq = 1;
    private byte[] message = {};

    /// Time passes.
    public MediaCapture after(long itsMillis) {
        millis += itsMillis;
        return this;
    }

    /// The last message again.
    MediaCapture repeated() {
        return frame(message);
    }

    MediaCapture frame(byte[] ethernet) {
        file.frame(1_700_000_000L + millis / 1000, (int) (millis % 1000) * 1000, ethernet);
        return this;
    }

    private MediaCapture message(boolean isFromCaller, String startLine, String more, String body) {
        String text = startLine + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + cseq + "\r\n" + more
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        message = isFromCaller ? Packets.sip(CALLER, CALLEE, text) : Packets.sip(CALLEE, CALLER, text);
        return frame(message);
    }

    private String fields(String callId, String method, String toTag) {
        return "From: <sip:a@h>;tag=1\r\nTo: <sip:b@h>" + toTag + "\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq + " "
                + method + "\r\nContent-Type: application/sdp\r\n";
    }

    public MediaCapture invite(String callId, String sdp) {
        return message(true, "INVITE sip:b@h SIP/2.0", fields(callId, "INVITE", ""), sdp);
    }

    MediaCapture reInvite(String callId, String sdp) {
        cseq++;
        return message(true, "INVITE sip:b@h SIP/2.0", fields(callId, "INVITE", ";tag=2"), sdp);
    }

    public MediaCapture answer(String callId, String sdp) {
        return message(false, "SIP/2.0 200 OK", fields(callId, "INVITE", ";tag=2"), sdp);
    }

    public MediaCapture bye(String callId) {
        cseq++;
        return message(true, "BYE sip:b@h SIP/2.0", fields(callId, "BYE", ";tag=2"), "");
    }

    /// A session description of one audio stream.
    public static String audio(String address, int port, String more) {
        return "v=0\r\no=- 1 1 IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address + "\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP 0 96\r\na=rtpmap:96 opus/48000/2\r\n" + more;
    }

    public static byte[] rtp(int payloadType, int sequence, int timestamp, int ssrc) {
        return ByteBuffer.allocate(12 + 160)
                .put((byte) 0x80)
                .put((byte) payloadType)
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(ssrc)
                .array();
    }

    public static byte[] rtcp(int ssrc) {
        return ByteBuffer.allocate(28).put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(ssrc).array();
    }

    static byte[] datagram(String from, int fromPort, String to, int toPort, byte[] payload) {
        return Packets.ethernet(0x0800, Packets.ipv4(from, to, 17, Packets.udp(fromPort, toPort, payload)));
    }

    public MediaCapture udp(String from, int fromPort, String to, int toPort, byte[] payload) {
        return frame(datagram(from, fromPort, to, toPort, payload));
    }

    /// So many packets of PCMU from one end to another, 20 ms apart.
    public MediaCapture talk(String from, int fromPort, String to, int toPort, int ssrc, int packets) {
        for (int i = 0; i < packets; i++) {
            udp(from, fromPort, to, toPort, rtp(0, i, 160 * i, ssrc)).after(20);
        }
        return this;
    }

    public Path write(Path path) {
        return file.write(path);
    }

    /// The streams of all dialogs of captures.
    static MediaStreams streams(Path... captures) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(captures), RunMonitor.NONE);
        int[] all = new int[index.dialogs().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return MediaStreams.of(index, all, RunMonitor.NONE);
    }
}
