package org.sipsleuth.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.capture.websocket.Frames;

/// Sound connections, written as [SegmentScript] reads them.
final class StreamSeeds {

    private static final byte[] NOTHING = {};

    private StreamSeeds() {}

    static List<byte[]> sip() {
        String both = Seeds.request() + "\r\n\r\n" + Seeds.response();
        int late = SegmentScript.LATE;
        int other = SegmentScript.FROM_OTHER;
        byte[] request = Seeds.request().getBytes(StandardCharsets.ISO_8859_1);
        return List.of(
                new SegmentScript().add(SegmentScript.SYN, 0, NOTHING)
                        .add(SegmentScript.SYN | other, 0, NOTHING)
                        .text(0, both, 300)
                        .text(other, Seeds.response(), 100)
                        .add(SegmentScript.FIN, 0, NOTHING)
                        .add(SegmentScript.FIN | other, 0, NOTHING)
                        .toBytes(),
                new SegmentScript().text(late, both, 250)
                        .text(SegmentScript.TWICE, Seeds.response(), 60)
                        .text(SegmentScript.LOST, Seeds.response(), 5_000)
                        .text(0, both, 900)
                        .toBytes(),
                new SegmentScript().text(SegmentScript.SHIFTED, both, 300)
                        .add(SegmentScript.SHIFTED, -40, request)
                        .add(SegmentScript.RST, 0, NOTHING)
                        .text(other | late, both, 7)
                        .toBytes());
    }

    static List<byte[]> webSocket() {
        Frames plain = new Frames(true).message(Seeds.request());
        Frames cut = new Frames(true).fragments(Seeds.request(), 90).message(Seeds.response());
        Frames packed = new Frames(true).compressed(Seeds.request()).compressed(Seeds.response());
        return List.of(webSocket(plain, "", 200), webSocket(cut, "", 40), webSocket(packed, DEFLATE, 500),
                refusedAtFirst());
    }

    private static byte[] refusedAtFirst() {
        int other = SegmentScript.FROM_OTHER;
        String length = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 5\r\n\r\nnope\n";
        String chunks = "HTTP/1.1 407 Proxy Authentication Required\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1a;x\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nA: b\r\n\r\n";
        return new SegmentScript().bytes(0, Frames.request(), 1_400)
                .text(other, length, 30)
                .bytes(0, Frames.request(), 1_400)
                .text(other, chunks, 70)
                .bytes(0, Frames.request(), 1_400)
                .bytes(other, Frames.response(""), 1_400)
                .bytes(0, new Frames(true).message(Seeds.request()).bytes(), 300)
                .bytes(other, new Frames(false).message(Seeds.response()).bytes(), 300)
                .toBytes();
    }

    private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

    private static byte[] webSocket(Frames frames, String extension, int length) {
        int other = SegmentScript.FROM_OTHER;
        return new SegmentScript().bytes(0, Frames.request(), 1_400)
                .bytes(other, Frames.response(extension), 1_400)
                .bytes(0, frames.bytes(), length)
                .bytes(other, new Frames(false).message(Seeds.response()).bytes(), length)
                .toBytes();
    }

    static List<byte[]> tls() {
        List<byte[]> scripts = new ArrayList<>();
        for (String name : Transcript.OPEN) {
            SegmentScript script = new SegmentScript();
            for (Transcript.Flight flight : Transcript.of(name).flights()) {
                int side = flight.fromClient() ? 0 : SegmentScript.FROM_OTHER;
                script.bytes(side, flight.bytes(), 1_400);
            }
            scripts.add(script.toBytes());
        }
        return scripts;
    }

    static String tlsKeys() {
        StringBuilder keys = new StringBuilder();
        Transcript.OPEN.forEach(name -> keys.append(Transcript.of(name).keys()));
        return keys.toString();
    }
}
