package org.sipsleuth.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.HintRule;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.run.RunMonitor;

/// A call of which the capture cut one message off at any byte: nothing that touches the cut is a
/// key, a defect, a departure, a hint or a note.
class SnapLengthTest {

    private static final String CALLER = "198.51.100.1";
    private static final String CALLEE = "203.0.113.2";
    private static final String CALL_ID = "7f3c-a84b4c76e66710";
    private static final int ACK = 4;

    private enum Carrier {
        UDP, UDP_IN_PCAPNG, TCP, FRAGMENTS
    }

    /// A message with its direction.
    private record Sent(boolean isFromCaller, String text) {}

    @TempDir Path folder;

    private static String sdp(String host) {
        return "v=0\r\no=- 1 1 IN IP4 %s\r\ns=-\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0 8\r\n".formatted(host)
                + "c=IN IP4 %s\r\na=rtpmap:0 PCMU/8000\r\na=sendrecv\r\n".formatted(host);
    }

    /// The messages of a call. Via comes first in each, the order of the others depends on the
    // seed.
    private static List<Sent> call(long seed, boolean isOverTcp) {
        Random random = new Random(seed);
        List<Sent> call = new ArrayList<>();
        String transport = isOverTcp ? "TCP" : "UDP";
        String[] lines = {
            "INVITE sip:b@example.org SIP/2.0|1 INVITE|i|a|sdp",
            "SIP/2.0 100 Trying|1 INVITE|i||",
            "SIP/2.0 180 Ringing|1 INVITE|i|b|",
            "SIP/2.0 200 OK|1 INVITE|i|b|sdp",
            "ACK sip:b@203.0.113.2 SIP/2.0|1 ACK|k|b|",
            "BYE sip:b@203.0.113.2 SIP/2.0|2 BYE|y|b|",
            "SIP/2.0 200 OK|2 BYE|y|b|"};
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            boolean isRequest = !parts[0].startsWith("SIP/");
            String own = isRequest ? CALLER : CALLEE;
            List<String> fields = new ArrayList<>();
            boolean isTagged = !parts[3].isEmpty() && !parts[0].startsWith("INVITE");
            fields.add("From: \"A\" <sip:a@example.org>;tag=a77");
            fields.add("To: <sip:b@example.org>" + (isTagged ? ";tag=b88" : ""));
            fields.add(random.nextBoolean() ? "Call-ID: " + CALL_ID : "i: " + CALL_ID);
            fields.add("CSeq: " + parts[1]);
            fields.add("Contact: <sip:x@" + own + ">");
            fields.add("User-Agent: Phone/1.0");
            fields.add("Allow: INVITE, ACK, BYE, CANCEL, OPTIONS");
            if (isRequest) {
                fields.add("Max-Forwards: 70");
            }
            String body = parts[4].isEmpty() ? "" : sdp(own);
            if (!body.isEmpty()) {
                fields.add("Content-Type: application/sdp");
            }
            fields.add("Content-Length: " + body.length());
            if (seed > 0) {
                Collections.shuffle(fields, random);
            }
            String via = "Via: SIP/2.0/%s %s;branch=z9hG4bK-%s9\r\n";
            call.add(new Sent(isRequest, parts[0] + "\r\n" + via.formatted(transport, CALLER, parts[2])
                    + String.join("\r\n", fields) + "\r\n\r\n" + body));
        }
        return call;
    }

    /// A capture of a call of which one message is cut.
    private SipIndex read(Carrier carrier, List<Sent> call, int cut, int octets) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        boolean isNext = carrier == Carrier.UDP_IN_PCAPNG;
        if (isNext) {
            file.writeBytes(block(0x0a0d0d0a, buffer(16).putInt(0x1a2b3c4d).putInt(1).putLong(-1)));
            file.writeBytes(block(1, buffer(8).putShort((short) 1).putShort((short) 0).putInt(0)));
        } else {
            file.writeBytes(buffer(24).putInt(0xa1b2c3d4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(65_535)
                    .putInt(1)
                    .array());
        }
        int[] sequence = {1_000, 5_000};
        for (int i = 0; i < call.size(); i++) {
            byte[] payload = call.get(i).text().getBytes(StandardCharsets.ISO_8859_1);
            for (byte[] frame : frames(carrier, call.get(i), payload, sequence)) {
                int lost = i == cut ? payload.length - octets : 0;
                boolean isFirst = frame.length == FIRST_FRAGMENT && carrier == Carrier.FRAGMENTS;
                int behind = isFirst ? payload.length - (FIRST_FRAGMENT - 42) : 0;
                int kept = frame.length - Math.max(0, lost - behind);
                if (kept <= 14 + 20) {
                    continue; // the whole second fragment
                }
                file.writeBytes(isNext ? enhanced(i, kept, frame) : record(i, kept, frame));
            }
        }
        Path path = folder.resolve("cut");
        Files.write(path, file.toByteArray());
        return CaptureIndexer.read(List.of(path), RunMonitor.NONE);
    }

    private static final int FIRST_FRAGMENT = 14 + 20 + 8 + 192;

    private static List<byte[]> frames(Carrier carrier, Sent sent, byte[] payload, int[] sequence) {
        String from = sent.isFromCaller() ? CALLER : CALLEE;
        String to = sent.isFromCaller() ? CALLEE : CALLER;
        if (carrier == Carrier.TCP) {
            int side = sent.isFromCaller() ? 0 : 1;
            int ports = sent.isFromCaller() ? 40_000 : 5060;
            byte[] segment = Packets.tcp(ports, 45_060 - ports, sequence[side], sequence[1 - side], 0x18, payload);
            sequence[side] += payload.length;
            return List.of(Packets.ethernet(0x0800, Packets.ipv4(from, to, 6, segment)));
        }
        byte[] datagram = Packets.udp(5060, 5060, payload);
        if (carrier != Carrier.FRAGMENTS || payload.length < 250) {
            return List.of(Packets.ethernet(0x0800, Packets.ipv4(from, to, 17, datagram)));
        }
        byte[] first = Packets.ipv4(from, to, 17, Arrays.copyOf(datagram, 200));
        byte[] second = Packets.ipv4(from, to, 17, Arrays.copyOfRange(datagram, 200, datagram.length));
        first[5] = (byte) payload.length;
        second[5] = (byte) payload.length;
        first[6] = 0x20;
        second[7] = 25;
        return List.of(Packets.ethernet(0x0800, first), Packets.ethernet(0x0800, second));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] record(int second, int kept, byte[] frame) {
        return buffer(16 + kept).putInt(1_700_000_000 + second)
                .putInt(0)
                .putInt(kept)
                .putInt(frame.length)
                .put(frame, 0, kept)
                .array();
    }

    private static byte[] enhanced(int second, int kept, byte[] frame) {
        long micros = (1_700_000_000L + second) * 1_000_000;
        return block(6,
                buffer(20 + (kept + 3 & ~3)).putInt(0)
                        .putInt((int) (micros >>> 32))
                        .putInt((int) micros)
                        .putInt(kept)
                        .putInt(frame.length)
                        .put(frame, 0, kept));
    }

    private static byte[] block(int type, ByteBuffer body) {
        byte[] content = body.array();
        return buffer(12 + content.length).putInt(type)
                .putInt(12 + content.length)
                .put(content)
                .putInt(12 + content.length)
                .array();
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void callThatIsWholeHasNothing(Carrier carrier) throws IOException {
        for (long seed = 0; seed < 6; seed++) {
            List<Sent> call = call(seed, carrier == Carrier.TCP);
            SipIndex index = read(carrier, call, -1, 0);
            assertEquals(7, index.messages().size());
            check(index, call, -1, 0, carrier + " " + seed);
        }
    }

    @Test
    void messageIsCutAtEachByte() throws IOException {
        List<Sent> call = call(0, false);
        for (int cut = 0; cut < call.size(); cut++) {
            int length = call.get(cut).text().length();
            for (int octets = 1 + cut % 3; octets < length; octets += cut == 0 ? 1 : 3) {
                check(read(Carrier.UDP, call, cut, octets), call, cut, octets, "UDP");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void anyOrderIsCutAnywhere(Carrier carrier) throws IOException {
        Random random = new Random(48);
        for (int i = 0; i < 150; i++) {
            List<Sent> call = call(1 + i % 5, carrier == Carrier.TCP);
            int cut = random.nextInt(call.size());
            int octets = 1 + random.nextInt(call.get(cut).text().length() - 1);
            if (carrier == Carrier.TCP && i % 7 == 0) {
                octets = call.get(cut).text().length() - 1; // a single byte is missing
            }
            if (carrier == Carrier.FRAGMENTS && octets == FIRST_FRAGMENT - 42) {
                octets--; // else nothing of the second one was captured
            }
            SipIndex index = read(carrier, call, cut, octets);
            check(index, call, cut, octets, carrier + " seed " + (1 + i % 5));
        }
    }

    private static void check(SipIndex index, List<Sent> call, int cut, int octets, String what) {
        String text = cut < 0 ? "" : call.get(cut).text();
        String where = what + ", message " + cut + " cut to " + text.substring(0, octets);
        for (int message = 0; message < index.messages().size(); message++) {
            assertFalse(index.messages().isDefective(message), where);
            assertEquals(List.of(), Conformance.check(index.bytes(message), index.messages().transport(message),
                    index.messages().isCut(message)), where);
        }
        int whole = index.dialogs().find(CALL_ID);
        FieldReader fields = new FieldReader(index);
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            boolean isApart = index.dialogs().isApart(dialog);
            assertEquals(dialog != whole, isApart, where);
            assertEquals(List.of(), fields.hints(dialog), where);
            if (isApart) {
                assertEquals(Outcome.PARTIAL, fields.outcome(dialog).outcome(), where);
                assertEquals(Cause.CALL_ID_CUT, fields.outcome(dialog).cause(), where);
            }
        }
        boolean isRead = index.messages().size() == call.size();
        boolean isJoined = cut < 0 || isJoined(text, cut, octets);
        assertTrue(isRead || !isJoined, where);
        assertEquals(isJoined || !isRead ? 1 : 2, index.dialogs().size(), where);
        if (isJoined) {
            assertEquals(7, index.dialogs().sequenceLength(whole), where);
            assertEquals("completed", fields.outcome(whole).outcome().text(), where);
            assertEquals("ended by the caller", fields.outcome(whole).cause().text(), where);
            boolean isOnlyCut = DialogNotes.of(index, List.of(whole), RunMonitor.NONE)
                    .stream()
                    .allMatch(note -> note.rule() == HintRule.CUT);
            assertTrue(isOnlyCut, where + DialogNotes.of(index, List.of(whole), RunMonitor.NONE));
        }
    }

    /// Whether what there is shows the dialog: the beginning of its Call-ID, or the branch of its
    /// transaction, which an ACK to a 2xx shares with no other message.
    private static boolean isJoined(String text, int cut, int octets) {
        int callId = text.indexOf(CALL_ID);
        int branchTo = text.indexOf("9\r\n", text.indexOf("branch=")) + 1;
        return octets > callId || (cut != ACK && octets > branchTo);
    }

    /// A beginning that two Call-IDs have belongs to neither.
    @Test
    void beginningOfTwoCallIdsIsNoKey() throws IOException {
        List<Sent> call = new ArrayList<>(call(0, false));
        Sent ack = call.remove(ACK);
        List<Sent> other = call.stream()
                .map(each -> new Sent(each.isFromCaller(),
                        each.text().replace(CALL_ID, CALL_ID + "-2").replace("9\r\n", "92\r\n")))
                .toList();
        List<Sent> both = new ArrayList<>(call);
        both.addAll(other);
        both.add(ack);
        int end = ack.text().indexOf(CALL_ID) + CALL_ID.length();
        SipIndex index = read(Carrier.UDP, both, both.size() - 1, end - 2);
        assertEquals(3, index.dialogs().size());
        assertTrue(index.dialogs().isApart(2));
        assertTrue(index.dialogs().callId(2).startsWith(CALL_ID.substring(0, 15)));
        SipIndex complete = read(Carrier.UDP, both, both.size() - 1, end + 2);
        assertEquals(2, complete.dialogs().size());
    }

    /// Faults before the cut stay faults.
    @Test
    void faultBeforeTheCutDeparts() throws IOException {
        List<Sent> call = new ArrayList<>(call(0, false));
        String wrong = call.get(0).text().replace("<sip:a@example.org>", "<sip:a b@example.org>");
        call.set(0, new Sent(true, wrong));
        int end = wrong.indexOf("CSeq");
        SipIndex index = read(Carrier.UDP, call, 0, end);
        List<Departure> found =
                Conformance.check(index.bytes(0), index.messages().transport(0), index.messages().isCut(0));
        assertEquals(List.of("syntax"), found.stream().map(Departure::rule).toList());
        assertTrue(index.messages().isDefective(0));
    }
}
