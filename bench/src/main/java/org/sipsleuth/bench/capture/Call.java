package org.sipsleuth.bench.capture;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// One dialog on its way through its flow, with the media of its call. Gives frame after frame.
final class Call {

    private static final long RTP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double MEAN_ANSWER_NANOS = 50e6;
    private static final double MEAN_TALK_NANOS = 50e9;
    private static final int SIP_PORT = 5060;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L; // spreads numbers over all seeds

    private final long number;
    private final SplittableRandom random;
    private final Flow flow;
    private final MessageText text;
    private final int callerAddress;
    private final int calleeAddress;
    private final int mediaPort;
    private final int rtpPerCall;

    private int step;
    private int rtpSent;
    private long nextNanos;

    /// @param number tells it from all others
    /// @param beginNanos when its first message is sent
    Call(long number, CaptureSettings settings, long beginNanos) {
        this.number = number;
        this.random = new SplittableRandom(settings.seed() + number * GOLDEN);
        this.flow = Flow.choose(random);
        this.callerAddress = random.nextInt(0x0a010001, 0x0a140000);
        this.calleeAddress = random.nextInt(0x0a000001, 0x0a000009);
        this.mediaPort = 2 * random.nextInt(5_000, 30_000);
        this.rtpPerCall = settings.rtpPerCall();
        this.text = new MessageText(number, callerAddress, calleeAddress, mediaPort, random);
        this.nextNanos = beginNanos;
    }

    long number() {
        return number;
    }

    /// When its next frame is sent.
    long nextNanos() {
        return nextNanos;
    }

    int messages() {
        return flow.steps().size();
    }

    boolean isOver() {
        return step == messages();
    }

    /// Its next frame. Goes on to the one after that.
    byte[] next() {
        if (flow.talksBefore(step) && rtpSent < rtpPerCall) {
            return media();
        }
        Flow.Step now = flow.steps().get(step++);
        byte[] message = text.next(now).getBytes(StandardCharsets.ISO_8859_1);
        boolean byCaller = text.isFromCaller();
        nextNanos += Math.round(exponential(MEAN_ANSWER_NANOS));
        if (!isOver() && flow.talksBefore(step)) {
            nextNanos += rtpPerCall > 0 ? RTP_NANOS : Math.round(exponential(MEAN_TALK_NANOS));
        }
        return frame(byCaller, SIP_PORT, SIP_PORT, message);
    }

    /// Both sides send in turn.
    private byte[] media() {
        boolean byCaller = rtpSent % 2 == 0;
        byte[] packet = Packets.rtp(rtpSent / 2, 2 * (int) number + rtpSent % 2);
        rtpSent++;
        nextNanos += RTP_NANOS / 2;
        return byCaller
                ? frame(true, mediaPort, mediaPort + 2, packet)
                : frame(false, mediaPort + 2, mediaPort, packet);
    }

    private byte[] frame(boolean byCaller, int sourcePort, int destinationPort, byte[] payload) {
        int source = byCaller ? callerAddress : calleeAddress;
        int destination = byCaller ? calleeAddress : callerAddress;
        byte[] datagram = Packets.udp(sourcePort, destinationPort, payload);
        byte[] packet = Packets.ipv4(source, destination, Packets.UDP, datagram);
        return Packets.ethernet(Packets.IPV4, packet);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
