package org.sipsleuth.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// HEP3 reports of SIP messages between 192.0.2.1 and 192.0.2.9.
public final class HepTestReport {

    private static final int CHUNK_HEADER_BYTES = 6;

    private HepTestReport() {}

    /// @param at in ns since the epoch; reports have microseconds
    public static byte[] options(int call, long at) {
        String text = """
                OPTIONS sip:b@example.org SIP/2.0
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%d
                From: <sip:a@example.org>;tag=a
                To: <sip:b@example.org>
                Call-ID: call-%d
                CSeq: 1 OPTIONS
                Content-Length: 0

                """.formatted(call, call).replace("\n", "\r\n");
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer report = ByteBuffer.allocate(1_000);
        report.putInt(0x48455033).putShort((short) 0);
        chunk(report, 0x0001, new byte[]{2});
        chunk(report, 0x0002, new byte[]{17});
        chunk(report, 0x0003, new byte[]{(byte) 192, 0, 2, 1});
        chunk(report, 0x0004, new byte[]{(byte) 192, 0, 2, 9});
        chunk(report, 0x0007, ByteBuffer.allocate(2).putShort((short) 5060).array());
        chunk(report, 0x0008, ByteBuffer.allocate(2).putShort((short) 5070).array());
        chunk(report, 0x0009, ByteBuffer.allocate(4).putInt((int) (at / 1_000_000_000L)).array());
        chunk(report, 0x000a, ByteBuffer.allocate(4).putInt((int) (at % 1_000_000_000L / 1_000)).array());
        chunk(report, 0x000b, new byte[]{1});
        chunk(report, 0x000f, payload);
        report.putShort(4, (short) report.position());
        byte[] bytes = new byte[report.position()];
        report.flip().get(bytes);
        return bytes;
    }

    private static void chunk(ByteBuffer report, int type, byte[] body) {
        report.putShort((short) 0)
                .putShort((short) type)
                .putShort((short) (CHUNK_HEADER_BYTES + body.length))
                .put(body);
    }
}
