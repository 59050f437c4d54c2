package org.sipsleuth.media.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.run.RunMonitor;

/// A capture of calls with media between two hosts, packet by packet, for tests. Times in ms.
final class CallCapture {

    static final String A = "192.0.2.1";
    static final String B = "192.0.2.2";
    static final int A_PORT = 4000;
    static final int B_PORT = 5000;

    private static final long BEGIN_MICROS = 1_700_000_000_000_000L;
    private static final int HOPS_AT = 8;
    private static final int ENHANCED_PACKET = 6;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int DROPPED_BY_INTERFACE = 5;

    private record Timed(long micros, byte[] frame) {}

    private final List<Timed> frames = new ArrayList<>();
    private long micros;
    private String callId = "one";
    private String caller = A;
    private String callee = B;
    private long dropped;
    private int hops = 57;
    private int snapBytes = Integer.MAX_VALUE;

    CallCapture after(long millis) {
        micros += millis * 1000;
        return this;
    }

    /// Messages from now on are of another call.
    CallCapture call(String id, String from, String to) {
        callId = id;
        caller = from;
        callee = to;
        return this;
    }

    /// The file states that packets were dropped.
    CallCapture dropped(long packets) {
        dropped = packets;
        return this;
    }

    /// Media from now on has so many hops left (TTL).
    CallCapture hops(int left) {
        hops = left;
        return this;
    }

    /// Of each frame the file keeps so many bytes.
    CallCapture snapLength(int bytes) {
        snapBytes = bytes;
        return this;
    }

    static String sdp(String host, int port, String payloadTypes, String more) {
        return media(host, "m=audio " + port + " RTP/AVP " + payloadTypes + "\r\n" + more);
    }

    static String media(String host, String media) {
        return "v=0\r\no=- 1 1 IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host + "\r\nt=0 0\r\n" + media;
    }

    CallCapture request(boolean isOfCaller, String method, int cseq, boolean isWithin, String body) {
        return request(isOfCaller, method, cseq, isWithin, "application/sdp", body);
    }

    CallCapture request(boolean isOfCaller, String method, int cseq, boolean isWithin, String type, String body) {
        return send(isOfCaller, method + " sip:b@h SIP/2.0", isOfCaller, isWithin, cseq + " " + method, type, body);
    }

    /// A response to a request that the other side sent.
    CallCapture response(boolean isOfCaller, int status, String method, int cseq, String body) {
        return send(isOfCaller, "SIP/2.0 " + status + " Reason", !isOfCaller, true, cseq + " " + method,
                "application/sdp", body);
    }

    /// The callee refuses the call.
    ///
    /// @param header a header line, or empty
    CallCapture refuse(int status, String header) {
        return send(false, "SIP/2.0 " + status + " Reason" + (header.isEmpty() ? "" : "\r\n" + header), true, true,
                "1 INVITE", "", "");
    }

    private CallCapture send(boolean isOfCaller, String start, boolean isAskedByCaller, boolean hasToTag, String cseq,
            String type, String body) {
        String callerAt = "<sip:a@h>;tag=a" + callId;
        String calleeAt = "<sip:b@h>" + (hasToTag ? ";tag=b" : "");
        String branch = cseq.replace(" ACK", " INVITEack").replace(' ', '-') + (isAskedByCaller ? "r" : "e");
        String text = start + "\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK" + callId + branch + "\r\nFrom: "
                + (isAskedByCaller ? callerAt : calleeAt) + "\r\nTo: " + (isAskedByCaller ? calleeAt : callerAt)
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq + "\r\n"
                + (body.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
        return frame(isOfCaller ? Packets.sip(caller, callee, text) : Packets.sip(callee, caller, text));
    }

    /// INVITE, 200 and ACK, 100 ms apart.
    CallCapture setUp(String offer, String answer) {
        return request(true, "INVITE", 1, false, offer).after(100)
                .response(false, 200, "INVITE", 1, answer)
                .after(100)
                .request(true, "ACK", 1, true, "");
    }

    /// A call of PCMU, with events.
    CallCapture setUp() {
        return setUp(sdp(caller, A_PORT, "0 8 101", "a=rtpmap:101 telephone-event/8000\r\n"),
                sdp(callee, B_PORT, "0 101", "a=rtpmap:101 telephone-event/8000\r\n"));
    }

    /// A re-INVITE of a side that the other accepts.
    CallCapture reInvite(boolean isOfCaller, int cseq, String offer, String answer) {
        return request(isOfCaller, "INVITE", cseq, true, offer).after(20)
                .response(!isOfCaller, 200, "INVITE", cseq, answer)
                .after(20)
                .request(isOfCaller, "ACK", cseq, true, "");
    }

    CallCapture bye() {
        return request(true, "BYE", 99, true, "").after(10).response(false, 200, "BYE", 99, "");
    }

    CallCapture frame(byte[] ethernet) {
        frames.add(new Timed(BEGIN_MICROS + micros, ethernet));
        return this;
    }

    /// Packets of RTP, from now on; time does not pass.
    ///
    /// @param isKept whether one by its number was captured
    CallCapture rtp(Rtp rtp, IntPredicate isKept) {
        return rtp(rtp, isKept, rtp::delay, packet -> packet * rtp.millis());
    }

    /// Packets of RTP that come late.
    ///
    /// @param delayMillis of a packet by its number
    CallCapture rtpDelayed(Rtp rtp, IntUnaryOperator delayMillis) {
        return rtpDelayed(rtp, _ -> true, delayMillis);
    }

    /// Those of them that were captured.
    CallCapture rtpDelayed(Rtp rtp, IntPredicate isKept, IntUnaryOperator delayMillis) {
        return rtp(rtp, isKept, delayMillis, packet -> packet * rtp.millis());
    }

    /// Packets of RTP of a source that pauses.
    ///
    /// @param pauseMillis how long it has paused before a packet by its number
    /// @param isCounting whether its timestamps go on meanwhile
    CallCapture rtpPausing(Rtp rtp, IntUnaryOperator pauseMillis, boolean isCounting) {
        return rtp(rtp, _ -> true, pauseMillis,
                packet -> packet * rtp.millis() + (isCounting ? pauseMillis.applyAsInt(packet) : 0));
    }

    private CallCapture rtp(Rtp rtp, IntPredicate isKept, IntUnaryOperator delayMillis, IntUnaryOperator soundMillis) {
        for (int i = 0; i < rtp.packets(); i++) {
            if (isKept.test(i)) {
                long due = micros + i * 1000L * rtp.millis() + delayMillis.applyAsInt(i) * 1000L;
                byte[] packet = ByteBuffer.allocate(172)
                        .put((byte) 0x80)
                        .put((byte) rtp.payloadType())
                        .putShort((short) (rtp.firstSequence() + i))
                        .putInt(8 * soundMillis.applyAsInt(i))
                        .putInt(rtp.ssrc())
                        .array();
                byte[] ip = Packets.ipv4(rtp.from(), rtp.to(), 17, Packets.udp(rtp.fromPort(), rtp.toPort(), packet));
                ip[HOPS_AT] = (byte) hops;
                frames.add(new Timed(BEGIN_MICROS + due, Packets.ethernet(0x0800, ip)));
            }
        }
        return this;
    }

    CallCapture rtp(Rtp rtp) {
        return rtp(rtp, _ -> true);
    }

    /// A sender report about a stream, on its way (RFC 5761).
    CallCapture rtcp(Rtp rtp, int stated) {
        byte[] report = ByteBuffer.allocate(28)
                .put((byte) 0x80)
                .put((byte) 200)
                .putShort((short) 6)
                .putInt(rtp.ssrc())
                .putInt(20, stated)
                .array();
        byte[] udp = Packets.udp(rtp.fromPort(), rtp.toPort(), report);
        return frame(Packets.ethernet(0x0800, Packets.ipv4(rtp.from(), rtp.to(), 17, udp)));
    }

    /// A stream of PCMU, every 20 ms.
    Rtp fromCaller(int packets) {
        return new Rtp(caller, A_PORT, callee, B_PORT, 7 + callId.hashCode(), 0, packets, 20, 1, 0);
    }

    Rtp fromCallee(int packets) {
        return new Rtp(callee, B_PORT, caller, A_PORT, 8 + callId.hashCode(), 0, packets, 20, 1, 0);
    }

    /// A stream.
    ///
    /// @param jitterMillis by how much every third packet is late
    record Rtp(String from, int fromPort, String to, int toPort, int ssrc, int payloadType, int packets, int millis,
            int firstSequence, int jitterMillis) {

        Rtp type(int other) {
            return new Rtp(from, fromPort, to, toPort, ssrc, other, packets, millis, firstSequence, jitterMillis);
        }

        Rtp every(int other) {
            return new Rtp(from, fromPort, to, toPort, ssrc, payloadType, packets, other, firstSequence, jitterMillis);
        }

        Rtp late(int other) {
            return new Rtp(from, fromPort, to, toPort, ssrc, payloadType, packets, millis, firstSequence, other);
        }

        Rtp sequence(int other) {
            return new Rtp(from, fromPort, to, toPort, ssrc, payloadType, packets, millis, other, jitterMillis);
        }

        Rtp towards(String host, int port) {
            return new Rtp(from, fromPort, host, port, ssrc, payloadType, packets, millis, firstSequence, jitterMillis);
        }

        Rtp ssrc(int other) {
            return new Rtp(from, fromPort, to, toPort, other, payloadType, packets, millis, firstSequence,
                    jitterMillis);
        }

        Rtp source(String host, int port) {
            return new Rtp(host, port, to, toPort, ssrc, payloadType, packets, millis, firstSequence, jitterMillis);
        }

        private int delay(int packet) {
            return packet % 3 == 2 ? jitterMillis : 0;
        }
    }

    private void write(Timed timed, PcapngWriter writer) {
        int wire = timed.frame().length;
        int kept = Math.min(wire, snapBytes);
        writer.block(ENHANCED_PACKET,
                writer.buffer(20 + (kept + 3) / 4 * 4)
                        .putInt(0)
                        .putInt((int) (timed.micros() >>> 32))
                        .putInt((int) timed.micros())
                        .putInt(kept)
                        .putInt(wire)
                        .put(timed.frame(), 0, kept));
    }

    /// Reads the capture, and finds its faults.
    MediaFaults read() throws IOException {
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(LinkTypes.ETHERNET);
        frames.stream()
                .sorted((one, other) -> Long.compare(one.micros(), other.micros()))
                .forEach(frame -> write(frame, writer));
        if (dropped > 0) {
            writer.block(INTERFACE_STATISTICS,
                    writer.buffer(28)
                            .putInt(0)
                            .putLong(0)
                            .putShort((short) DROPPED_BY_INTERFACE)
                            .putShort((short) 8)
                            .putLong(dropped)
                            .putInt(0)
                            .flip());
        }
        Path file = Files.createTempFile("call", ".pcapng");
        try {
            Files.write(file, writer.bytes());
            return MediaFaults.of(CaptureIndexer.read(List.of(file), RunMonitor.NONE), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }
}
