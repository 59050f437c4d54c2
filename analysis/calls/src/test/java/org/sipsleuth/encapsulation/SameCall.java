package org.sipsleuth.encapsulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// What must hold of the call, whatever carried it.
final class SameCall {

    /// The call as it is read from datagrams in Ethernet.
    private static final List<String> PLAIN =
            index(Carrier.of(Talk.UDP, Hosts.IPV4), Carrier.of(Talk.UDP, Hosts.IPV4).frames(Call.usual()), Form.PCAP,
                    index -> Reported.of(index, Hosts.IPV4, 0));

    private interface Look<T> {
        T at(SipIndex index) throws IOException;
    }

    private SameCall() {}

    /// The plain call's lines.
    static List<String> plain() {
        return PLAIN;
    }

    /// In the form that is enough for the carrier.
    static void assertCarriedBy(Carrier carrier) {
        boolean sealed = !carrier.talk().secrets().isEmpty();
        assertCarriedBy(carrier, sealed ? Form.PCAPNG : Form.PCAP);
    }

    static void assertCarriedBy(Carrier carrier, Form form) {
        String name = carrier + " in " + form;
        List<Sent> frames = carrier.frames(Call.usual());
        index(carrier, frames, form, index -> {
            assertEquals(1, index.dialogs().size(), name);
            assertEquals(PLAIN, Reported.of(index, carrier.hosts(), 0), name);
            assertEquals(completing(frames, 0), frameNumbers(index, 0), name);
            assertWhole(carrier, index, frames.size(), name);
            return index;
        });
    }

    /// All in one capture, each between hosts of its own and with a Call-ID of its own.
    ///
    /// @param carriers with the same link type and transport, and without secrets
    static void assertEachCarriedBy(List<Carrier> carriers) {
        List<Sent> frames = new ArrayList<>();
        List<List<Integer>> completing = new ArrayList<>();
        for (int i = 0; i < carriers.size(); i++) {
            List<Sent> own = carriers.get(i).numbered(i).frames(Call.of(callId(i)));
            completing.add(completing(own, frames.size()));
            frames.addAll(own);
        }
        Carrier first = carriers.getFirst();
        index(first, frames, Form.PCAP, index -> {
            assertEquals(carriers.size(), index.dialogs().size());
            for (int i = 0; i < carriers.size(); i++) {
                String name = carriers.get(i).name();
                int dialog = index.dialogs().find(callId(i));
                Hosts hosts = carriers.get(i).numbered(i).hosts();
                assertEquals(plain(callId(i)), Reported.of(index, hosts, dialog), name);
                assertEquals(completing.get(i), frameNumbers(index, dialog), name);
            }
            assertWhole(first, index, frames.size(), first.name());
            return index;
        });
    }

    private static String callId(int number) {
        return number + "@example.org";
    }

    private static List<String> plain(String callId) {
        return PLAIN.stream().map(line -> line.replace(Call.CALL_ID, callId)).toList();
    }

    private static void assertWhole(Carrier carrier, SipIndex index, int frames, String name) throws IOException {
        assertTransport(carrier, index);
        assertAccounted(index, frames, name);
        assertProvenance(index, name);
    }

    private static <T> T index(Carrier carrier, List<Sent> frames, Form form, Look<T> look) {
        String secrets = carrier.talk().secrets();
        byte[] bytes = form.writing().file(carrier.wire().linkType(), frames, secrets);
        try {
            Path file = Files.createTempFile("call", ".capture");
            try {
                Files.write(file, bytes);
                return look.at(CaptureIndexer.read(List.of(file), RunMonitor.NONE));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The number of the frame that completes each message.
    private static List<Integer> completing(List<Sent> frames, int before) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            for (int message = 0; message < frames.get(i).whole(); message++) {
                numbers.add(before + i + 1);
            }
        }
        return numbers;
    }

    private static List<Integer> frameNumbers(SipIndex index, int dialog) {
        return Arrays.stream(index.messagesOf(dialog)).map(index.messages()::frame).boxed().toList();
    }

    private static void assertTransport(Carrier carrier, SipIndex index) {
        for (int message = 0; message < index.messages().size(); message++) {
            assertEquals(carrier.talk().transport(), index.messages().transport(message));
        }
    }

    /// Every frame gave a message or was counted.
    private static void assertAccounted(SipIndex index, int frames, String name) {
        CaptureSummary summary = index.files().getFirst();
        long unread = summary.unread().stream().mapToLong(UnreadFrames::frames).sum();
        assertTrue(summary.damage().isEmpty(), name);
        assertEquals(frames, summary.frames(), name);
        BitSet gave = new BitSet();
        for (int message = 0; message < index.messages().size(); message++) {
            gave.set(index.messages().frame(message));
        }
        assertEquals(frames, gave.cardinality() + unread, () -> name + ": " + summary.unread());
    }

    /// What lies in the file as it is, lies where it is said to lie.
    private static void assertProvenance(SipIndex index, String name) throws IOException {
        byte[] file = Files.readAllBytes(index.files().getFirst().path());
        boolean packed = file[0] == 0x1f || file[0] == 0x28; // gzip, zstd
        for (int message = 0; message < index.messages().size(); message++) {
            Provenance provenance = index.provenance(message);
            assertTrue(!provenance.pieces().isEmpty(), name);
            if (provenance.verbatim() && !packed) {
                StringBuilder pieces = new StringBuilder();
                for (Provenance.Piece piece : provenance.pieces()) {
                    int at = (int) piece.offset();
                    pieces.append(new String(file, at, piece.bytes(), StandardCharsets.ISO_8859_1));
                }
                String text = new String(index.bytes(message), StandardCharsets.ISO_8859_1);
                assertEquals(text, pieces.toString(), name);
            }
        }
    }
}
