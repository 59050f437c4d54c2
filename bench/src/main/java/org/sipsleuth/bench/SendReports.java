package org.sipsleuth.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/// Sends HEP3 reports of calls to a port of this machine, at a rate for some seconds: `PORT RATE
/// SECONDS`. Each call has six messages of about 700 bytes.
public final class SendReports {

    private static final int REPORT_BYTES = 2_000;
    private static final int CHUNK_HEADER_BYTES = 6;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String[] STEPS = {"INVITE", "100 Trying", "180 Ringing", "200 OK", "ACK", "BYE"};

    private SendReports() {}

    public static void main(String[] args) throws IOException {
        int rate = Integer.parseInt(args[1]);
        long count = (long) rate * Integer.parseInt(args[2]);
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        ByteBuffer report = ByteBuffer.allocateDirect(REPORT_BYTES);
        long begin = System.nanoTime();
        try (DatagramChannel channel = DatagramChannel.open()) {
            for (long sent = 0; sent < count; sent++) {
                long wait = begin + sent * NANOS_PER_SECOND / rate - System.nanoTime();
                if (wait > NANOS_PER_SECOND / 2_000) {
                    LockSupport.parkNanos(wait);
                }
                fill(report, sent / STEPS.length, (int) (sent % STEPS.length));
                channel.send(report.flip(), to);
            }
        }
        System.out.printf("%d reports sent in %.2f s%n", count, (System.nanoTime() - begin) / (double) NANOS_PER_SECOND);
    }

    private static void fill(ByteBuffer report, long call, int step) {
        boolean isRequest = !Character.isDigit(STEPS[step].charAt(0));
        boolean isBack = !isRequest;
        long now = System.currentTimeMillis() * 1_000;
        report.clear();
        report.putInt(0x48455033).putShort((short) 0);
        chunk(report, 0x0001, new byte[]{2});
        chunk(report, 0x0002, new byte[]{17});
        chunk(report, isBack ? 0x0004 : 0x0003, new byte[]{10, 0, 0, (byte) (1 + call % 200)});
        chunk(report, isBack ? 0x0003 : 0x0004, new byte[]{10, 0, 1, 1});
        chunk(report, 0x0007, new byte[]{0x13, (byte) 0xc4});
        chunk(report, 0x0008, new byte[]{0x13, (byte) 0xc4});
        chunk(report, 0x0009, ByteBuffer.allocate(Integer.BYTES).putInt((int) (now / 1_000_000)).array());
        chunk(report, 0x000a, ByteBuffer.allocate(Integer.BYTES).putInt((int) (now % 1_000_000)).array());
        chunk(report, 0x000b, new byte[]{1});
        chunk(report, 0x000f, message(call, step, isRequest).getBytes(StandardCharsets.ISO_8859_1));
        report.putShort(Integer.BYTES, (short) report.position());
    }

    private static String message(long call, int step, boolean isRequest) {
        String method = step < 4 ? "INVITE" : STEPS[step];
        String start = isRequest ? method + " sip:2%03d@example.org SIP/2.0".formatted(call % 1_000)
                : "SIP/2.0 " + STEPS[step];
        return """
                %s
                Via: SIP/2.0/UDP 10.0.0.%d:5060;branch=z9hG4bK%d-%s;rport
                Max-Forwards: 70
                From: "User %d" <sip:1%03d@example.org>;tag=f%d
                To: <sip:2%03d@example.org>%s
                Call-ID: call-%d@example.org
                CSeq: %d %s
                Contact: <sip:1%03d@10.0.0.%d:5060>
                User-Agent: %s
                Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK, REFER, NOTIFY
                Supported: replaces, timer, path, 100rel
                Content-Length: 0

                """.formatted(start, 1 + call % 200, call, method, call % 1_000, call % 1_000, call, call % 1_000,
                step > 1 ? ";tag=t" + call : "", call, step == 5 ? 2 : 1, method, call % 1_000, 1 + call % 200,
                "Phone " + "x".repeat(120)).replace("\n", "\r\n");
    }

    private static void chunk(ByteBuffer report, int type, byte[] body) {
        report.putShort((short) 0).putShort((short) type).putShort((short) (CHUNK_HEADER_BYTES + body.length)).put(body);
    }
}
