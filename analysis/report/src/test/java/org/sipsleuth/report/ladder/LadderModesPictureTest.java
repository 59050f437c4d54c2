package org.sipsleuth.report.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;
import static org.sipsleuth.report.ladder.SvgLadderTest.first;
import static org.sipsleuth.report.ladder.SvgLadderTest.groups;
import static org.sipsleuth.report.ladder.SvgLadderTest.number;
import static org.sipsleuth.report.ladder.SvgLadderTest.title;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.ladder.Arrangement;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.LadderPlan;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.content.Wanted;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.report.ladder.text.LadderText;
import org.sipsleuth.run.RunMonitor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Each mode of a ladder is seen in its pictures and in its text.
class LadderModesPictureTest {

    private static final String SDP = " (SDP sendrecv)";

    private static final LadderStyle PLAIN = LadderStyle.PLAIN;

    /// A call that is withdrawn after a minute, its INVITE sent twice.
    private static SipIndex cancelled() throws IOException {
        return new Talk().request(CALLER, PROXY, "INVITE", 1, "i", Talk.sdp("0"))
                .request(CALLER, PROXY, "INVITE", 1, "i", Talk.sdp("0"))
                .response(PROXY, CALLER, 180, "INVITE", 1, "i")
                .after(60)
                .request(CALLER, PROXY, "CANCEL", 1, "i")
                .response(PROXY, CALLER, 200, "CANCEL", 1, "i")
                .response(PROXY, CALLER, 487, "INVITE", 1, "i")
                .request(CALLER, PROXY, "ACK", 1, "i")
                .read();
    }

    private static Ladder ladder(SipIndex index, LadderPlan plan) {
        return Ladder.of(index, index.messagesOf(0), plan);
    }

    private static CaptureLadder drawn(LadderStyle look) throws IOException {
        return new CaptureLadder(new LadderLayers(ladder(cancelled(), LadderPlan.PLAIN), look), Wanted.NOTHING);
    }

    private static Document svg(CaptureLadder content) throws Exception {
        return SvgLadderTest.parsed(SvgLadderTest.written(content, SampleLadder.TITLE, LadderFormat.SVG));
    }

    private static List<String> text(CaptureLadder content) throws IOException {
        StringBuilder text = new StringBuilder();
        new LadderText(content, true, 120).writeTo(text, RunMonitor.NONE);
        return text.toString().lines().toList();
    }

    private static double rowY(Document svg, int row) {
        Element arrow = first(groups(svg, "row").get(row), "polyline");
        return Double.parseDouble(arrow.getAttribute("points").split("[ ,]")[1]);
    }

    private static double[] points(Element line) {
        return Arrays.stream(line.getAttribute("points").split("[ ,]")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void nothingIsDrawnThatWasNotAskedFor() throws Exception {
        Document svg = svg(drawn(PLAIN));
        for (String kind : List.of("bracket", "band", "pause", "groups")) {
            assertEquals(0, groups(svg, kind).size(), kind);
        }
        assertEquals(7 + 2, text(drawn(PLAIN)).size());
    }

    @Test
    void aBracketReachesFromTheFirstToTheLastArrowOfItsTransaction() throws Exception {
        CaptureLadder content = drawn(PLAIN.with(Overlay.TRANSACTIONS, true));
        Document svg = svg(content);
        List<Element> brackets = groups(svg, "bracket");
        assertEquals(2, brackets.size());
        double[] invite = points(first(brackets.getFirst(), "polyline"));
        assertEquals(rowY(svg, 0), invite[1], 0.2);
        assertEquals(rowY(svg, 6), invite[5], 0.2);
        double[] cancel = points(first(brackets.getLast(), "polyline"));
        assertEquals(rowY(svg, 3), cancel[1], 0.2);
        assertEquals(rowY(svg, 4), cancel[5], 0.2);
        assertTrue(cancel[2] < invite[2], "side by side");
        List<String> lines = text(content);
        assertEquals(1, lines.get(2).chars().filter(c -> c == '┌').count(), lines.get(2));
        assertEquals(1, lines.get(8).chars().filter(c -> c == '└').count(), lines.get(8));
        assertEquals(1, lines.get(5).chars().filter(c -> c == '┌').count(), lines.get(5));
    }

    @Test
    void aTransactionIsOpenWhereItGoesOnElsewhere() throws Exception {
        Talk talk = new Talk().request(CALLER, PROXY, "INVITE", 1, "i");
        for (int i = 0; i < LongLadder.ROWS_BELOW_HEADS; i++) {
            talk.response(PROXY, CALLER, 180, "INVITE", 1, "i");
        }
        SipIndex index = talk.response(PROXY, CALLER, 200, "INVITE", 1, "i").read();
        LadderStyle look = PLAIN.with(Overlay.TRANSACTIONS, true).with(Overlay.STATES, true);
        Document svg = svg(new CaptureLadder(new LadderLayers(ladder(index, LadderPlan.PLAIN), look), Wanted.NOTHING));
        List<Element> brackets = groups(svg, "bracket");
        assertEquals(2, brackets.size());
        assertEquals(6, points(first(brackets.getFirst(), "polyline")).length, "no lower end");
        assertEquals(4, points(first(brackets.getLast(), "polyline")).length, "no upper end");
        assertEquals(List.of("setting up", "ringing", "ringing", "established"),
                groups(svg, "band").stream().map(SvgLadderTest::title).toList());
    }

    @Test
    void bandsDescribeTheStatesInWords() throws Exception {
        CaptureLadder content = drawn(PLAIN.with(Overlay.STATES, true));
        List<Element> bands = groups(svg(content), "band");
        assertEquals(List.of("setting up", "ringing", "cancelled"), bands.stream().map(SvgLadderTest::title).toList());
        assertEquals("f-band", first(bands.getFirst(), "rect").getAttribute("class"));
        assertEquals("f-band-other", first(bands.getLast(), "rect").getAttribute("class"));
        assertTrue(first(bands.getLast(), "text").hasAttribute("transform"), "upright");
        List<String> lines = text(content);
        assertTrue(lines.get(2).contains("setting up"), lines.get(2));
        assertTrue(lines.get(4).contains("ringing"), lines.get(4));
        assertTrue(lines.get(5).contains("cancelled"), lines.get(5));
    }

    @Test
    void roomIsInProportionToTimeAndLongPausesAreBreaks() throws Exception {
        CaptureLadder content = drawn(PLAIN.with(Overlay.TIME, true));
        Document svg = svg(content);
        Document plain = svg(drawn(PLAIN));
        assertEquals(LadderSizes.ROW, rowY(plain, 1) - rowY(plain, 0), 0.2);
        assertEquals(5 * LadderSizes.ROW, rowY(svg, 1) - rowY(svg, 0), 0.2);
        assertEquals(2.2 * LadderSizes.ROW, rowY(svg, 3) - rowY(svg, 2), 0.2);
        assertEquals(List.of("1 min 1 s"), groups(svg, "pause").stream().map(SvgLadderTest::title).toList());
        double height = number(svg.getDocumentElement(), "height");
        assertTrue(height > rowY(svg, 6), "all of it is on the sheet");
        List<String> lines = text(content);
        assertEquals(1, lines.stream().filter(line -> line.contains("⋮ 1 min 1 s")).count());
        assertTrue(lines.indexOf(lineWith(lines, "180")) > 2 + 2 * 4, String.join("\n", lines));
    }

    private static String lineWith(List<String> lines, String words) {
        return lines.stream().filter(line -> line.contains(words)).findFirst().orElseThrow();
    }

    @Test
    void coloursAndLettersFollowTheTransactionAndSoDoesTheLegend() throws Exception {
        CaptureLadder content = drawn(PLAIN.withColour(ColourBy.TRANSACTION));
        Document svg = svg(content);
        List<Element> rows = groups(svg, "row");
        Set<String> ofInvite = new HashSet<>();
        for (int row : new int[]{0, 2, 5, 6}) {
            ofInvite.add(first(rows.get(row), "polyline").getAttribute("class").split(" ")[0]);
        }
        assertEquals(Set.of("s-group-0"), ofInvite);
        assertEquals("s-group-1", first(rows.get(3), "polyline").getAttribute("class"));
        assertTrue(SvgLadderTest.texts(rows.get(3)).contains("B"));
        List<String> legend = SvgLadderTest.texts(groups(svg, "groups").getFirst());
        assertEquals(List.of("A  1 INVITE z9hG4bKi", "B  1 CANCEL z9hG4bKi"), legend);
        assertFalse(SvgLadderTest.texts(groups(svg, "legend").getFirst()).contains("2xx success"),
                "the legend explains no colours that are not there");
        List<String> lines = text(content);
        assertTrue(lines.get(2).contains("[A] INVITE (SDP sendrecv)"), lines.get(2));
        assertEquals("B  1 CANCEL z9hG4bKi", lines.getLast());
    }

    @Test
    void aLegendThatDoesNotFitSaysHowManyMoreThereAre() throws Exception {
        Talk talk = new Talk();
        for (int i = 1; i <= 30; i++) {
            talk.request(CALLER, PROXY, "INFO", i, "i" + i);
        }
        SipIndex index = talk.read();
        LadderStyle look = PLAIN.withColour(ColourBy.CSEQ);
        Document svg = svg(new CaptureLadder(new LadderLayers(ladder(index, LadderPlan.PLAIN), look), Wanted.NOTHING));
        List<String> legend = SvgLadderTest.texts(groups(svg, "groups").getFirst());
        assertEquals("and " + (30 - legend.size() + 1) + " more", legend.getLast());
    }

    @Test
    void rowsAreThoseThatTheSettingsLeave() throws Exception {
        SipIndex index = cancelled();
        LadderSettings settings = LadderSettings.PLAIN;
        Map<LadderSettings, List<String>> wanted =
                Map.of(settings.withOnlySdp(true), List.of("frame 1: INVITE" + SDP, "frame 2: INVITE" + SDP),
                        settings.withOnlySdp(true).withoutRetransmissions(true), List.of("frame 1: INVITE" + SDP),
                        settings.withOnlySdp(true).withCompressed(true), List.of("frame 1: INVITE ×2" + SDP));
        for (var one : wanted.entrySet()) {
            Ladder ladder = ladder(index, LadderPlan.PLAIN.with(one.getKey()));
            List<Element> rows = groups(svg(new CaptureLadder(ladder)), "row");
            assertEquals(one.getValue(), rows.stream().map(SvgLadderTest::title).toList());
        }
    }

    @Test
    void streamsAreArrowsAmongTheMessages() throws Exception {
        SipIndex index = cancelled();
        long start = index.messages().capturedAtNanos(2);
        Endpoint caller = new Endpoint(InetAddress.ofLiteral("192.0.2.1"), 4_000);
        Endpoint relay = new Endpoint(InetAddress.ofLiteral("192.0.2.77"), 5_000);
        String words = "RTP PCMU 812 packets, 0.5 % lost, jitter 1.3 ms";
        LadderPlan plan = LadderPlan.PLAIN.with(
                List.of(new MediaArrow(caller, relay, start + 1, start + 9, false, words, 1, new FrameNumber(0, 1)),
                        new MediaArrow(relay, caller, start + 2, start + 9, true, "RTCP", 1, new FrameNumber(0, 2))));
        LadderLayers layers = new LadderLayers(ladder(index, plan), PLAIN.with(Overlay.MEDIA, true));
        CaptureLadder content = new CaptureLadder(layers, Wanted.NOTHING);
        Document svg = svg(content);
        List<Element> rows = groups(svg, "row");
        assertEquals(9, rows.size());
        assertEquals(words, title(rows.get(3)));
        assertEquals(2, rows.get(3).getElementsByTagName("polyline").getLength(), "double");
        assertEquals("s-media", first(rows.get(3), "polyline").getAttribute("class"));
        assertEquals("s-media fine", first(rows.get(4), "polyline").getAttribute("class"));
        List<String> lines = text(content);
        assertTrue(lines.get(5).contains("═ RTP ═"), lines.get(5));
        assertTrue(lines.get(5).endsWith("  " + words), lines.get(5));
        CaptureLadder without = new CaptureLadder(new LadderLayers(ladder(index, plan), PLAIN), Wanted.NOTHING);
        assertEquals(7, groups(svg(without), "row").size());
    }

    @Test
    void hintsAreMarkedAndNotesStandBeside() throws Exception {
        Ladder ladder = ladder(cancelled(), LadderPlan.PLAIN);
        var hints = LadderNotes.hints(ladder, RunMonitor.NONE);
        LadderLayers layers = new LadderLayers(ladder, PLAIN);
        Document hinted = svg(new CaptureLadder(layers, new Wanted(-1, hints, false)));
        Element repeated = groups(hinted, "row").get(1);
        assertTrue(SvgLadderTest.texts(repeated).contains("hint"));
        assertTrue(title(repeated).contains("\n! Retransmitted"), title(repeated));
        CaptureLadder noted = new CaptureLadder(layers, new Wanted(-1, hints, true));
        List<Element> rows = groups(svg(noted), "row");
        assertTrue(title(rows.getFirst()).contains("Asks for a call."));
        byte[] pdf = SvgLadderTest.written(noted, SampleLadder.TITLE, LadderFormat.PDF);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Asks for a call. (RFC 3261 §13)"), text);
        }
        byte[] written = SvgLadderTest.written(noted, SampleLadder.TITLE, LadderFormat.TEXT);
        String text = new String(written, StandardCharsets.UTF_8);
        assertTrue(text.contains("    Asks for a call. (RFC 3261 §13)"), text);
        assertTrue(text.contains("INVITE (SDP sendrecv) [hint]"), text);
    }

    @Test
    void problemsAreMarkedAndExplainedAtTheirMessages() throws Exception {
        SipIndex index = new Talk().request(CALLER, PROXY, "INVITE", 1, "i")
                .response(PROXY, CALLER, 503, "INVITE", 1, "i")
                .request(CALLER, PROXY, "ACK", 1, "i")
                .read();
        ProblemMethod method = new ProblemMethod();
        ProblemDetection found =
                ProblemDetection.among(List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)))
                        .orElseThrow();
        Ladder ladder = ladder(index, LadderPlan.PLAIN);
        CaptureLadder content = new CaptureLadder(new LadderLayers(ladder, PLAIN),
                new Wanted(-1, LadderNotes.hints(ladder, RunMonitor.NONE), false, found.marks(index, List.of(0))));
        Problem problem = found.list().problems().getFirst();
        List<Element> rows = groups(svg(content), "row");
        assertTrue(SvgLadderTest.texts(rows.get(1)).contains("problem"), title(rows.get(1)));
        assertTrue(title(rows.get(1)).contains("! Problem: " + problem.title().text()), title(rows.get(1)));
        assertTrue(title(rows.get(1)).contains(problem.advice().text()), title(rows.get(1)));
        assertFalse(SvgLadderTest.texts(rows.getFirst()).contains("problem"));
        assertTrue(text(content).stream().anyMatch(line -> line.contains("503 Reason (INVITE) [problem]")),
                text(content).toString());
    }

    @Test
    void timeDeltasStartAtTheChosenReference() throws Exception {
        Ladder ladder = ladder(cancelled(), LadderPlan.PLAIN);
        for (var one : Map
                .of(DeltaTo.PREVIOUS, List.of("+ s", "+1.000000", "+61.000000"), DeltaTo.START,
                        List.of("s since first", "+2.000000", "+63.000000"), DeltaTo.MARK,
                        List.of("s since frame 2", "+1.000000", "+62.000000"))
                .entrySet()) {
            LadderLayers layers = new LadderLayers(ladder, PLAIN.withDelta(one.getKey()));
            Document svg = svg(new CaptureLadder(layers, new Wanted(1, Map.of(), false)));
            List<Element> rows = groups(svg, "row");
            List<String> reported = new ArrayList<>();
            reported.add(SvgLadderTest.texts(groups(svg, "heads").getFirst()).get(2));
            reported.add(SvgLadderTest.texts(rows.get(2)).get(2));
            reported.add(SvgLadderTest.texts(rows.get(3)).get(2));
            assertEquals(one.getValue(), reported);
        }
    }

    @Test
    void lifelinesStandAsTheyWereArranged() throws Exception {
        SipIndex index = new Talk().request(CALLER, PROXY, "INVITE", 1, "i")
                .request(PROXY, Talk.CALLEE, "INVITE", 1, "j")
                .read();
        Ladder plain = ladder(index, LadderPlan.PLAIN);
        LadderPlan named = LadderPlan.PLAIN.with(Arrangement.NONE.move(plain.lifelines(), Talk.CALLEE, 0))
                .with(HostNames.NONE.withTyped(Map.of(PROXY, "Registrar")));
        List<String> heads = groups(svg(new CaptureLadder(ladder(index, named))), "head").stream()
                .map(SvgLadderTest::title)
                .toList();
        assertEquals(List.of(Talk.CALLEE, CALLER, "Registrar"), heads);
        Ladder hidden = ladder(index, LadderPlan.PLAIN.with(Arrangement.NONE.hide(CALLER)));
        assertEquals(1, groups(svg(new CaptureLadder(hidden)), "row").size());
        Arrangement merged = Arrangement.NONE.merge(plain.lifelines().subList(0, 2));
        assertEquals(2, groups(svg(new CaptureLadder(ladder(index, LadderPlan.PLAIN.with(merged)))), "head").size());
    }
}
