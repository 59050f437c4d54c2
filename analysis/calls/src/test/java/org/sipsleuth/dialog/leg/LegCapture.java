package org.sipsleuth.dialog.leg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A capture of legs, for tests.
final class LegCapture {

    static final String PHONE = "192.0.2.1";
    static final String PBX = "192.0.2.5";
    static final String GATE = "192.0.2.9";
    static final String FAR = "192.0.2.200";

    private static final long EPOCH = 1_700_000_000L;

    private LegCapture() {}

    /// Reads legs, their messages in the order of time.
    static SipIndex of(TestLeg... legs) throws IOException {
        List<TestLeg.Sent> all = new ArrayList<>();
        for (TestLeg leg : legs) {
            all.addAll(leg.messages());
        }
        return ofMessages(all);
    }

    /// Reads messages, in the order of time.
    static SipIndex ofMessages(List<TestLeg.Sent> messages) throws IOException {
        List<TestLeg.Sent> sorted = new ArrayList<>(messages);
        sorted.sort(Comparator.comparingDouble(TestLeg.Sent::at));
        return inThisOrder(sorted);
    }

    /// Reads messages in order.
    static SipIndex inThisOrder(List<TestLeg.Sent> messages) throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        for (TestLeg.Sent sent : messages) {
            long micros = Math.round(sent.at() * 1e6);
            pcap.frame(EPOCH + micros / 1_000_000, (int) (micros % 1_000_000),
                    Packets.sip(sent.from(), sent.to(), sent.text()));
        }
        Path file = Files.createTempFile("legs", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, pcap.bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }

    /// The legs of a capture.
    static Legs legs(SipIndex index) {
        return Legs.of(index, LegSettings.USUAL, RunMonitor.NONE);
    }

    /// All groups as the Call-IDs of their dialogs.
    static Set<Set<String>> groups(Legs legs) {
        return legs.groups()
                .stream()
                .map(group -> group.dialogs()
                        .stream()
                        .map(dialog -> callId(legs, dialog))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    /// All links as text: `a b 0.970`.
    static Set<String> links(Legs legs) {
        return legs.links()
                .stream()
                .map(link -> callId(legs, link.first()) + " " + callId(legs, link.second())
                        + " %.9f".formatted(link.confidence()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String callId(Legs legs, int dialog) {
        return legs.index().dialogs().callId(dialog);
    }
}
