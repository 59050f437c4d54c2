package org.sipsleuth.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Provenance.Piece;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.inspector.Subject.Nothing;
import org.sipsleuth.view.inspector.Subject.OneDialog;
import org.sipsleuth.view.inspector.Subject.OneMessage;
import org.sipsleuth.view.inspector.Subject.Side;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Facts.Fact;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.PcapFile;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.UtcTime;

class FactsTest {

    private static final InetSocketAddress A = new InetSocketAddress("10.0.0.1", 5060);
    private static final InetSocketAddress B = new InetSocketAddress("10.0.0.2", 5062);
    private static final String REQUEST = "OPTIONS sip:b@example.org SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
            + "Max-Forwards: 70\r\nFrom: <sip:a@example.org>;tag=1\r\n"
            + "To: <sip:b@example.org>\r\nCall-ID: pieces\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";

    @TempDir Path directory;

    private SipIndex read(String file) throws IOException {
        return CaptureIndexer.read(List.of(SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(file)).findFirst().orElseThrow(),
                directory)), RunMonitor.NONE);
    }

    private static Optional<String> value(Facts facts, String name) {
        return facts.sections()
                .stream()
                .flatMap(section -> section.facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    private static List<String> section(Facts facts, String title) {
        return facts.sections()
                .stream()
                .filter(section -> section.title().equals(title))
                .flatMap(section -> section.facts().stream())
                .map(Fact::value)
                .toList();
    }

    @Test
    void anInviteShowsWhatAnsweredItAndWhatItOffers() throws IOException {
        SipIndex index = read("call.pcap");
        Facts facts = MessageFacts.of(index, 0, InspectorData.nothing(Methods.standard()));
        assertTrue(facts.title().startsWith("INVITE sip:1002@example.org"), facts.title());
        assertTrue(value(facts, "Responses").orElseThrow().startsWith("100 in frame "));
        assertTrue(value(facts, "Codecs").orElseThrow().contains("PCMA"));
        assertEquals("1 of call.pcap", value(facts, "Frame").orElseThrow());
    }

    @Test
    void aMessageShowsItsLayersAndItsPlaceInTheFile() throws IOException {
        SipIndex index = read("call.pcap");
        Facts facts = MessageFacts.of(index, 0, InspectorData.nothing(Methods.standard()));
        assertEquals("Ethernet › IPv4 › UDP", value(facts, "Layers").orElseThrow());
        String place = "frame 1, offset 82, length " + index.messages().lengthBytes(0); // 24 + 16 + 42
        assertEquals(List.of(place), section(facts, "Position in the file"));
    }

    @Test
    void aMessageInPiecesShowsEachOfThem() throws IOException {
        SipIndex index = new PcapFile().addInPieces(SampleCalls.START, A, B, REQUEST, 64)
                .index(directory.resolve("pieces.pcap"));
        Facts facts = MessageFacts.of(index, 0, InspectorData.nothing(Methods.standard()));
        int pieces = index.provenance(0).pieces().size();
        List<String> reported = section(facts, "Reassembled from " + pieces + " segments");
        assertEquals("Segments joined without change.", reported.getFirst());
        assertTrue(reported.get(1).startsWith("1, 2, 3"), reported.get(1));
        String at = UtcTime.preciseClock(SampleCalls.START);
        assertEquals("frame 1 at " + at + ", offset 82, length 56", reported.get(2));
        assertEquals("frame 2 at " + at + ", offset 188, length 64", reported.get(3));
        assertEquals(pieces + 2, reported.size());
    }

    @Test
    void piecesInSeveralFilesNameTheirFiles() throws IOException {
        List<Path> files = new PcapFile().addInPieces(SampleCalls.START, A, B, REQUEST, 64)
                .write(directory.resolve("ring.pcap"), 3, directory.resolve("ring.pcap1"));
        SipIndex index = CaptureIndexer.read(files, RunMonitor.NONE);
        Facts facts = MessageFacts.of(index, 0, InspectorData.nothing(Methods.standard()));
        int pieces = index.provenance(0).pieces().size();
        List<String> reported = section(facts, "Reassembled from " + pieces + " segments");
        assertEquals("1, 2, 3", value(facts, "Frames in ring.pcap").orElseThrow());
        assertEquals("1", value(facts, "Frames in ring.pcap1").orElseThrow());
        assertTrue(reported.get(3).startsWith("frame 1 of ring.pcap at "), reported.get(3));
        assertTrue(reported.get(3).endsWith(", offset 82, length 56"), reported.get(3));
        assertTrue(reported.getLast().startsWith("frame 1 of ring.pcap1 at "), reported.getLast());
        assertEquals("1 of ring.pcap1", value(facts, "Frame").orElseThrow());
    }

    @Test
    void thousandsOfPiecesAreReportedInASectionOfTheirOwn() {
        List<Piece> pieces = IntStream.range(0, 5_000)
                .mapToObj(i -> new Piece(0, i * 90L, 8, i < 4_000 ? i + 1 : 2 * i, 0))
                .toList();
        Facts.Collector facts = new Facts.Collector();
        new PieceFacts(new Provenance(pieces, false), _ -> "").addTo(facts);
        Facts all = facts.facts("");
        List<String> reported = section(all, "Reassembled from 5,000 segments");
        assertEquals(2, reported.size());
        assertTrue(reported.getFirst().startsWith("Decrypted, unmasked or decompressed from these segments"));
        assertTrue(reported.get(1).startsWith("1..4000, 8000, 8002, "), reported.get(1));
        assertTrue(reported.get(1).endsWith(", 9996, 9998"), reported.get(1));
        List<String> each = section(all, "All 5,000 segments");
        assertEquals(5_000, each.size());
        assertTrue(each.getLast().startsWith("frame 9998 at "), each.getLast());
    }

    @Test
    void contradictingPiecesAreADefect() throws IOException {
        SipIndex index = new PcapFile().addOverlapping(SampleCalls.START, A, B, REQUEST)
                .index(directory.resolve("overlap.pcap"));
        assertEquals(List.of("conflicting data in overlapping segments or fragments; the first copy was used"),
                section(MessageFacts.of(index, 0, InspectorData.nothing(Methods.standard())), "1 defect"));
    }

    @Test
    void aRetransmissionShowsWhatItRepeats() throws IOException {
        SipIndex index = read("lossy.pcap");
        int repeated = IntStream.range(0, index.messages().size())
                .filter(index.messages()::isRetransmission)
                .findFirst()
                .orElseThrow();
        Facts facts = MessageFacts.of(index, repeated, InspectorData.nothing(Methods.standard()));
        String words = value(facts, "Retransmission of").orElseThrow();
        assertTrue(words.startsWith("INVITE in frame 1, "), words);
    }

    @Test
    void aDialogShowsHowItEnded() throws IOException {
        Facts facts = DialogFacts.of(read("busy.pcap"), 0, InspectorData.nothing(Methods.standard()));
        assertEquals("refused: busy (486)", facts.title());
        assertEquals("refused", value(facts, "Outcome").orElseThrow());
        assertTrue(value(facts, "Cause").orElseThrow().startsWith("busy (RFC 3261"));
        assertEquals("7", value(facts, "Messages").orElseThrow());
    }

    @Test
    void severalDialogsAreAddedUp() throws IOException {
        SipIndex index = read("register.pcap");
        Facts facts =
                TotalFacts.of(index, List.of(0, 1, 2), InspectorData.nothing(Methods.standard()), RunMonitor.NONE);
        assertEquals("3 dialogs", facts.title());
        assertEquals("3", value(facts, "Callers").orElseThrow());
    }

    @Test
    @Tag("long")
    void everyMessageOfEverySampleHasFacts() throws IOException {
        for (var sample : SampleCaptures.list()) {
            SipIndex index = read(sample.file());
            for (int message = 0; message < index.messages().size(); message++) {
                assertFalse(MessageFacts.of(index, message, InspectorData.nothing(Methods.standard()))
                        .sections()
                        .isEmpty());
            }
        }
    }

    @Test
    void invisibleCharactersAreSeen() {
        String seen = FactText.visible("Zo\u00eb\u001b\u202eb");
        assertTrue(seen.startsWith("Zo\u00eb") && seen.endsWith("b"), seen);
        assertTrue(seen.chars().noneMatch(c -> c == 0x1b || c == 0x202e), seen);
    }

    @Test
    void theSelectionDecidesWhatIsSpokenOf() throws IOException {
        SipIndex index = read("busy.pcap");
        Selection message = Selection.NONE.withMessages(List.of(3));
        SelectionModel selection = new SelectionModel();
        InspectorViewModel model = new InspectorViewModel(selection, Methods.standard());
        model.show(index);
        assertEquals(new Nothing(), model.subjectProperty().get());
        selection.set(message);
        assertEquals(new OneMessage(3), model.subjectProperty().get());
        model.sideProperty().set(Side.DIALOG);
        assertEquals(new OneDialog(0), model.subjectProperty().get());
    }

    @Test
    void theMessageOfTheLadderCanBeInspectedWithoutBeingChosen() throws IOException {
        SipIndex index = read("incident.pcap");
        SelectionModel selection = new SelectionModel();
        InspectorViewModel model = new InspectorViewModel(selection, Methods.standard());
        model.show(index);
        assertFalse(model.messageShownProperty().get());
        int first = index.dialogs().firstMessage(2);
        selection.set(Selection.NONE.withDialogs(List.of(2)));
        model.showCurrent(OptionalInt.of(first));
        assertTrue(model.messageShownProperty().get());
        assertEquals(new OneDialog(2), model.subjectProperty().get(), "until it is asked for");
        model.sideProperty().set(Side.MESSAGE);
        assertEquals(new OneMessage(first), model.subjectProperty().get());
        selection.set(Selection.NONE.withDialogs(List.of(5)));
        assertFalse(model.messageShownProperty().get(), "the ladder has not followed yet");
        assertEquals(new OneDialog(5), model.subjectProperty().get());
        model.showCurrent(OptionalInt.empty());
        selection.set(Selection.NONE);
        assertEquals(new Nothing(), model.subjectProperty().get());
    }

    @Test
    void whatIsSaidOfAnEarlierSubjectIsDropped() throws IOException {
        SelectionModel selection = new SelectionModel();
        InspectorViewModel model = new InspectorViewModel(selection, Methods.standard());
        model.show(read("busy.pcap"));
        selection.set(Selection.NONE.withMessages(List.of(1)));
        selection.set(Selection.NONE.withMessages(List.of(2)));
        model.say(new OneMessage(1), new Facts("late", List.of()));
        assertEquals("", model.factsProperty().get().title());
        model.say(new OneMessage(2), new Facts("right", List.of()));
        assertEquals("right", model.factsProperty().get().title());
        assertInstanceOf(OneMessage.class, model.subjectProperty().get());
    }

    @Test
    void copiedFactsNameTheirSections() {
        Facts facts = new Facts.Collector().section("Parties").plain("From", "a").plain("", "b").facts("T");
        assertEquals("T\n\nParties\n  From: a\n  b\n", facts.text());
    }
}
