package org.sipsleuth.report.ladder.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.TextMeasure;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.LadderContent.Head;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.ladder.part.LabelPainter.Badge;
import org.sipsleuth.report.ladder.part.LabelPainter.Label;
import org.sipsleuth.report.ladder.part.LabelPainter.Placed;

final class LadderPartsTest {

    /// Letters half as wide as they are high.
    private static final TextMeasure HALF_AS_WIDE = new TextMeasure() {
        @Override
        public double width(String text, Letters letters) {
            return text.length() * letters.size() / 2;
        }

        @Override
        public String fit(String text, Letters letters, double room) {
            return text.substring(0, kept(text, letters, room));
        }

        @Override
        public String fitEnd(String text, Letters letters, double room) {
            return text.substring(text.length() - kept(text, letters, room));
        }

        private static int kept(String text, Letters letters, double room) {
            return Math.clamp((int) (room / letters.size() * 2), 0, text.length());
        }

        @Override
        public double smallest() {
            return 10;
        }
    };

    private final RecordingPen pen = new RecordingPen();
    private final LabelPainter labels = new LabelPainter(HALF_AS_WIDE);
    private final HeadPainter heads = new HeadPainter(HALF_AS_WIDE);

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {
                "REQUEST|false|SOLID line [10.0, 21.0, 92.0, 21.0]|area [100.0, 21.0, 91.0, 16.5, 91.0, 25.5]",
                "SUCCESS|false|DASHED line [10.0, 21.0, 99.0, 21.0]"
                        + "|SOLID line [91.0, 16.5, 100.0, 21.0, 91.0, 25.5]",
                "REQUEST|true|DOTTED line [10.0, 21.0, 92.0, 21.0]|area [100.0, 21.0, 91.0, 16.5, 91.0, 25.5]",})
    void linesAndTipsDistinguishRequestsResponsesAndRetransmissions(ArrowKind kind, boolean isRetransmission,
            String line, String tip) {
        Place place = new Place(10, 100, 0, 110, 0);
        ArrowPainter.message(pen, Look.of(kind), isRetransmission, false, place);
        assertEquals(List.of(line, tip), pen.drawn);
    }

    @ParameterizedTest
    @CsvSource({"MEDIA, SOLID", "CONTROL, FINE"})
    void onlyTheLinesOfRtcpAreBroken(ArrowKind kind, Dashes dashes) {
        ArrowPainter.stream(pen, Look.of(kind), new Place(100, 10, 0, 110, 0));
        assertEquals(dashes + " line [100.0, 16.5, 18.0, 16.5]", pen.drawn.get(0));
        assertEquals(dashes + " line [100.0, 19.5, 18.0, 19.5]", pen.drawn.get(1));
        assertEquals(3, pen.drawn.size());
    }

    private Placed placed(Place place) {
        Label label = new Label(List.of(), "200 OK (INVITE)", "200 OK", LabelPainter.letters(Ink.TEXT, false),
                List.of(new Badge("SDP", Ink.FAINT)));
        return labels.place(label, place);
    }

    @Test
    void aLabelIsBriefWhereItsArrowIsShortAndCutOffWhereLifelinesEnd() {
        assertEquals("200 OK (INVITE)", placed(new Place(0, 400, 0, 400, 0)).text());
        assertEquals("200 OK", placed(new Place(100, 200, 0, 400, 0)).text());
        assertEquals("20", placed(new Place(0, 51, 0, 53, 0)).text());
    }

    @Test
    void aBadgeIsBriefWhereItsArrowIsShort() {
        Label label = new Label(List.of(), "INVITE", "INVITE", LabelPainter.letters(Ink.TEXT, false),
                List.of(Badge.of(new SdpLabel(true, "sendonly", true), Ink.TEXT)));
        Placed roomy = labels.place(label, new Place(0, 400, 0, 400, 0));
        assertEquals("SDP hold, sendonly", roomy.label().after().getFirst().text());
        assertEquals("hold", labels.place(label, new Place(0, 90, 0, 400, 0)).label().after().getFirst().text());
        assertEquals("INVITE", roomy.text());
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void aBadgeHasRoomForItsWordAndOnlyThatOfProblemsStandsOut(Mark mark) {
        Badge badge = Badge.of(mark);
        assertTrue(
                labels.width(badge) - 1
                        >= HALF_AS_WIDE.width(badge.text(), new Letters(Ink.TEXT, 9, Anchor.CENTRE)) + 6,
                "three pixels at each side of " + badge.text());
        assertTrue(badge.text().length() > 1, "a word");
        assertEquals(mark == Mark.PROBLEM, badge.isFilled());
        assertEquals(mark == Mark.PROBLEM, badge.ink() == Ink.HINT);
    }

    @Test
    void aLabelStaysBetweenTheEdges() {
        Placed atTheLeft = placed(new Place(0, 20, 0, 400, 0));
        assertEquals(LabelPainter.MARGIN / 2, atTheLeft.left());
        Placed atTheRight = placed(new Place(380, 400, 0, 400, 0));
        double end = atTheRight.left() + atTheRight.width();
        assertEquals(400 - LabelPainter.MARGIN / 2, end, 1e-9);
    }

    @Test
    void theLabelOfALoopIsOnTheSideWithMoreRoom() {
        assertEquals(100 + 34 + 7, placed(new Place(100, 100, 0, 400, 0)).left());
        Placed before = placed(new Place(390, 390, 0, 400, 0));
        assertEquals(390 - 7, before.left() + before.width(), 1e-9);
    }

    @Test
    void anAddressBecomesSmallerAndThenLosesItsBeginning() {
        Head head = new Head("2001:db8::17", ":5060", false);
        Rectangle wide = heads.box(pen, head, 100, 200, 0);
        heads.draw(pen, head, wide, 100, 0);
        heads.draw(pen, head, heads.box(pen, head, 100, 80, 0), 100, 0);
        heads.draw(pen, head, heads.box(pen, head, 100, 64, 0), 100, 0);
        assertEquals(170, wide.width());
        assertEquals(
                List.of("text 2001:db8::17 12.0 CENTRE 100.0", "text 2001:db8::17 11.0 CENTRE 100.0",
                        "text 01:db8::17 10.0 CENTRE 100.0"),
                pen.drawn.stream().filter(line -> line.contains("17 ")).toList());
    }

    @Test
    void aBracketIsOpenWhereItGoesOn() {
        SpanPainter.bracket(pen, 20, 0, 50, false, true);
        assertEquals(List.of("SOLID line [15.0, 0.0, 15.0, 50.0]", "SOLID line [15.0, 50.0, 20.0, 50.0]"), pen.drawn);
    }

    @Test
    void aLegendCountsTheGroupsThatDoNotFit() {
        GroupLegend.Words words = new GroupLegend.Words(group -> "g" + group, n -> n + " more");
        GroupLegend legend = new GroupLegend(HALF_AS_WIDE);
        legend.draw(pen, List.of(0, 1, 2), words, new GroupLegend.Area(0, 0, 140, 24, 1));
        assertEquals(3, pen.drawn.size());
        assertEquals("text 2 more 11.0 LEFT 71.5", pen.drawn.getLast());
    }
}
