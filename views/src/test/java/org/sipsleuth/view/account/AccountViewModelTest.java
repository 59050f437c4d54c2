package org.sipsleuth.view.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.capture.fault.NetworkFaults;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.coverage.FileSpan;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.view.account.AccountRow.Kind;

class AccountViewModelTest {

    private final AccountViewModel model = new AccountViewModel();

    private static CaptureSummary file(String name, Optional<Damage> damage) {
        return file(name, damage, 0, 1);
    }

    private static CaptureSummary file(String name, Optional<Damage> damage, long fromNanos, long toNanos) {
        return new CaptureSummary(Path.of("somewhere", name), CaptureFormat.PCAP, 1000, List.of("Ethernet"), 20, 5, 7,
                2, fromNanos,
                new FileSpan(new Span(fromNanos, toNanos), Span.NONE, 1_000_000, 0, List.of(), FileSpan.NONE), 6,
                List.of(new UnreadFrames("ARP", Loss.NONE, 12, List.of(new FrameNumber(0, 1), new FrameNumber(0, 4))),
                        new UnreadFrames("TLS, no \"keys\"", Loss.FOR_WANT_OF_KEYS, 1, List.of(new FrameNumber(0, 9)))),
                new StreamGaps(2, 498, List.of(new FrameNumber(0, 3))), NetworkFaults.NONE,
                Map.of("missing Call-ID", 1L, "malformed start line", 3L), damage, CaptureNotes.NONE.withLosses(3, 40),
                Optional.empty());
    }

    @Test
    void everyReasonOfEveryFileIsListed() {
        model.show(List.of(file("a.pcap", Optional.empty()), file("b.pcap", Optional.empty())));
        assertEquals(4, model.notRead().size());
        assertEquals(List.of(new AccountRow(Kind.NOT_READ, "a.pcap", "TLS, no \"keys\"", 1, "9"),
                new AccountRow(Kind.NO_MESSAGE, "a.pcap", "ARP", 12, "1, 4 …")), model.notRead().subList(0, 2));
        assertTrue(model.keysOpenProperty().get());
    }

    @Test
    void theMostFrequentDefectComesFirstAfterTheDamage() {
        model.show(List.of(file("a.pcap", Optional.of(new Damage(900, "The record is cut off.")))));
        assertEquals(List.of("The record is cut off.", "498 bytes not captured in TCP streams that carry SIP",
                "packets dropped or not stored during the capture",
                "packets from before this file discarded, as the ring was full", "malformed start line",
                "missing Call-ID"), model.defects().stream().map(AccountRow::reason).toList());
        assertEquals("3 …", model.defects().get(1).examples());
    }

    @Test
    void theSummaryAddsUpAllFiles() {
        model.show(List.of(file("a.pcap", Optional.empty()), file("b.pcap", Optional.empty())));
        String summary = model.summaryProperty().get();
        assertTrue(summary.startsWith("40 frames read, 14 SIP messages found."), summary);
        assertTrue(summary.contains("26 frames yielded no SIP message."), summary);
        assertTrue(summary.endsWith("2 of these may contain SIP that could not be decoded."), summary);
    }

    @Test
    void filesStandInTheOrderOfTimeAndHolesAreMarked() {
        model.show(List.of(file("c.pcap", Optional.empty(), 9_000_000_000L, 9_500_000_000L),
                file("a.pcap", Optional.empty(), 0, 2_000_000_000L),
                file("b.pcap", Optional.empty(), 1_500_000_000L, 2_500_000_000L)));
        assertEquals(
                List.of(new FileRow(1, "a.pcap", "1970-01-01 00:00:00.000", "first file", false, 1, 5),
                        new FileRow(2, "b.pcap", "1970-01-01 00:00:01.500", "overlaps a.pcap by 500 ms", false, 2, 5),
                        new FileRow(3, "c.pcap", "1970-01-01 00:00:09.000",
                                "gap: 6.50 s after the end of b.pcap (longest pause 1.00 ms)", true, 3, 5)),
                model.files());
        List<String> lines = AccountText.csv(model.all()).lines().toList();
        assertEquals("a.pcap,place,first file,1,", lines.get(1));
        assertEquals("a.pcap,repeated,\"duplicate frames, already in another of the files\",5,", lines.get(2));
    }

    @Test
    void oneFileFollowsNone() {
        model.show(List.of(file("a.pcap", Optional.empty())));
        assertEquals(List.of(), model.files());
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        model.show(List.of(file("a.pcap", Optional.empty())));
        List<String> lines = AccountText.csv(model.all()).lines().toList();
        assertEquals("file,what,reason,count,example_frames", lines.getFirst());
        assertEquals("a.pcap,not read,\"TLS, no \"\"keys\"\"\",1,9", lines.get(1));
        assertEquals("a.pcap,no message,ARP,12,\"1, 4 …\"", lines.get(2));
    }

    @Test
    void aFileNameIsNoFormula() {
        model.show(List.of(file("=HYPERLINK(0).pcap", Optional.empty())));
        assertTrue(AccountText.csv(model.all()).contains("\n'=HYPERLINK(0).pcap,"), AccountText.csv(model.all()));
    }

    @Test
    void textNamesEachFileOnce() {
        model.show(List.of(file("a.pcap", Optional.empty()), file("b.pcap", Optional.empty())));
        List<String> lines = AccountText.plain(model.all()).lines().toList();
        assertEquals("a.pcap", lines.getFirst());
        assertEquals(1, lines.stream().filter("b.pcap"::equals).count());
    }

    @Test
    void withoutTlsThatIsClosedNoKeyLogIsAskedFor() {
        CaptureSummary tls = file("a.pcap", Optional.empty());
        CaptureSummary plain = new CaptureSummary(tls.path(), tls.format(), tls.bytes(), tls.linkTypes(), tls.frames(),
                tls.repeatedFrames(), tls.messages(), tls.dialogs(), tls.beginNanos(), tls.span(), tls.timeDigits(),
                List.of(new UnreadFrames("ARP", Loss.NONE, 12, List.of()),
                        new UnreadFrames("ESP", Loss.POSSIBLE, 1, List.of())),
                tls.gaps(), tls.faults(), tls.defects(), tls.damage(), tls.notes(), tls.opened());
        model.show(List.of(tls, plain));
        assertTrue(model.keysOpenProperty().get());
        model.show(List.of(plain));
        assertFalse(model.keysOpenProperty().get());
    }
}
