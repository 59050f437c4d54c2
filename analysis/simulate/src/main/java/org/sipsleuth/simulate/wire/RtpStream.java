package org.sipsleuth.simulate.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.network.Socket;

/// The packets of one direction of a call (RFC 3550): a packet every 20 ms, and RTCP reports.
final class RtpStream {

    static final long PACKET_NANOS = 20_000_000L;
    static final int MOST_BYTES = 1024;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int VERSION_2 = 0x80;
    private static final int MARKER = 0x80;
    private static final int HEADER_BYTES = 12;
    private static final int PACKETS_PER_SECOND = 50;
    private static final int USUAL_CLOCK = 8000;
    private static final int USUAL_PAYLOAD = 160;

    /// The first byte of Opus (RFC 6716 §3.1): one frame of 20 ms, full band, mono.
    private static final byte OPUS_FRAME = (byte) 0xf8;
    private static final int SENDER_REPORT = 0x80c8;
    private static final int SENDER_REPORT_BYTES = 28;
    private static final int DESCRIPTION = 0x81ca;
    private static final int NAME_ITEM = 1;
    private static final long SECONDS_FROM_1900_TO_1970 = 2_208_988_800L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MEAN_JITTER_NANOS = 300_000L;

    /// The payload, which is arbitrary.
    private static final byte[] NOISE = new byte[4 * MOST_BYTES];

    static {
        new SplittableRandom(1).nextBytes(NOISE);
    }

    final Socket from;
    final Socket to;
    private final SeededRandom draws;
    private final long beginNanos;
    private final int payloadType;
    private final int clock;
    private final int payloadBytes;
    private final boolean opus;
    private final int source;
    private final int firstSequence;
    private final int firstTimestamp;
    private long lastNanos;

    /// @param codec RTP payload type and codec, as in `0 PCMU/8000`
    RtpStream(Socket from, Socket to, String codec, long beginNanos, SeededRandom draws) {
        this.from = from;
        this.to = to;
        this.draws = draws;
        this.beginNanos = beginNanos;
        int space = codec.indexOf(' ');
        int slash = codec.indexOf('/');
        this.payloadType = number(codec, 0, space, 0);
        String name = codec.substring(space + 1, slash < 0 ? codec.length() : slash);
        // G.722 has a clock of 8000 by mistake (RFC 3551 §4.5.2); channels may follow the clock.
        int end = slash < 0 ? -1 : codec.indexOf('/', slash + 1);
        this.clock = number(codec, slash + 1, end < 0 ? codec.length() : end, USUAL_CLOCK);
        this.payloadBytes = payloadBytes(name);
        this.opus = name.startsWith("opus");
        this.source = (int) draws.between(Integer.MIN_VALUE, Integer.MAX_VALUE);
        this.firstSequence = draws.below(1 << Short.SIZE);
        this.firstTimestamp = (int) draws.between(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static int number(String text, int from, int to, int otherwise) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || number > USUAL_CLOCK * 100) {
                return otherwise;
            }
            number = number * 10 + digit - '0';
        }
        return from < to ? number : otherwise;
    }

    private static int payloadBytes(String name) {
        return switch (name) {
            case "G729" -> 20;
            case "GSM" -> 33;
            case "iLBC" -> 38;
            case "G723" -> 24;
            case "opus", "OPUS", "speex" -> 80;
            default -> USUAL_PAYLOAD;
        };
    }

    /// The number of packets up to a time.
    long packetsUntil(long nanos) {
        return (nanos - beginNanos) / PACKET_NANOS;
    }

    /// The capture time of a packet: with jitter, and after the packet before.
    long timeOf(long packet) {
        long jitter = (long) draws.exponential((double) MEAN_JITTER_NANOS);
        lastNanos = Math.max(beginNanos + packet * PACKET_NANOS + Math.min(jitter, PACKET_NANOS), lastNanos + 1);
        return lastNanos;
    }

    /// Writes a packet.
    ///
    /// @return its length
    int write(long packet, byte[] into) {
        into[0] = (byte) VERSION_2;
        into[1] = (byte) (payloadType | (packet == 0 ? MARKER : 0));
        SHORT.set(into, 2, (short) (firstSequence + packet));
        INT.set(into, 4, timestamp(packet));
        INT.set(into, 8, source);
        int noise = (int) (packet * 61 & (MOST_BYTES - 1));
        System.arraycopy(NOISE, noise, into, HEADER_BYTES, payloadBytes);
        if (opus) {
            into[HEADER_BYTES] = OPUS_FRAME;
        }
        return HEADER_BYTES + payloadBytes;
    }

    private int timestamp(long packet) {
        return (int) (firstTimestamp + packet * (clock / PACKETS_PER_SECOND));
    }

    /// Writes a sender report with the CNAME (RFC 3550 §6.4.1).
    ///
    /// @return its length
    int writeReport(long packets, long nanos, byte[] into) {
        SHORT.set(into, 0, (short) SENDER_REPORT);
        SHORT.set(into, 2, (short) (SENDER_REPORT_BYTES / Integer.BYTES - 1));
        INT.set(into, 4, source);
        INT.set(into, 8, (int) (nanos / NANOS_PER_SECOND + SECONDS_FROM_1900_TO_1970));
        INT.set(into, 12, (int) ((nanos % NANOS_PER_SECOND << Integer.SIZE) / NANOS_PER_SECOND));
        INT.set(into, 16, timestamp(packets));
        INT.set(into, 20, (int) packets);
        INT.set(into, 24, (int) (packets * payloadBytes));
        byte[] name = ("media@" + from.host()).getBytes(StandardCharsets.US_ASCII);
        int items = 2 + name.length;
        int padded = (items / Integer.BYTES + 1) * Integer.BYTES; // at least one zero ends them
        int at = SENDER_REPORT_BYTES;
        Arrays.fill(into, at, at + 8 + padded, (byte) 0);
        SHORT.set(into, at, (short) DESCRIPTION);
        SHORT.set(into, at + 2, (short) (1 + padded / Integer.BYTES));
        INT.set(into, at + 4, source);
        into[at + 8] = NAME_ITEM;
        into[at + 9] = (byte) name.length;
        System.arraycopy(name, 0, into, at + 10, name.length);
        return at + 8 + padded;
    }
}
