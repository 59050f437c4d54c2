package org.sipsleuth.report.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;
import static org.sipsleuth.report.ladder.SvgLadderTest.groups;
import static org.sipsleuth.report.ladder.SvgLadderTest.number;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Note;
import org.sipsleuth.report.ladder.content.Wanted;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.run.RunMonitor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Notes and hints are whole in every format, whatever their number and length.
class NotesPictureTest {

    private static final double TENTH = 0.11;

    private static final String LONG =
            "Contact is 10.20.0.7, reachable only from its own network: requests from outside"
                    + " (BYE, re-INVITE, calls to it) will not arrive. (RFC 1918 §3)";

    /// A call that drops, with more than four hints about its INVITE, and no meanings.
    private static CaptureLadder hinted() throws IOException {
        String contact = "Contact: <sip:a@10.20.0.7>\r\nRoute: <sip:192.0.2.5>\r\n";
        String body = Talk.sdp("0").replace("192.0.2.1", "10.20.0.7");
        String many = contact
                + "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
        SipIndex index = new Talk().request(CALLER, PROXY, "INVITE", 1, "i", many)
                .request(CALLER, PROXY, "INVITE", 1, "i", many)
                .response(PROXY, CALLER, 200, "INVITE", 1, "i", ";tag=b", contact)
                .after(40)
                .response(PROXY, CALLER, 200, "INVITE", 1, "i", ";tag=b", contact)
                .request(PROXY, CALLER, "BYE", 1, "b")
                .after(40)
                .request(PROXY, CALLER, "BYE", 1, "b")
                .read();
        Ladder ladder = Ladder.of(index, index.messagesOf(0));
        var hints = LadderNotes.hints(ladder, RunMonitor.NONE);
        return new CaptureLadder(new LadderLayers(ladder, LadderStyle.PLAIN), new Wanted(-1, hints, false));
    }

    private static SampleLadder noted(int rows, int notes, String text) {
        List<Note> each = Collections.nCopies(notes, new Note(true, text));
        return new SampleLadder(3, IntStream.range(0, rows).mapToObj(row -> "M" + row + "X").toList(),
                Collections.nCopies(rows, each));
    }

    private static List<String> hintsOf(LadderContent content) {
        return IntStream.range(0, content.size())
                .mapToObj(content::row)
                .flatMap(row -> row.about().notes().stream())
                .map(Note::text)
                .toList();
    }

    @Test
    void hintsWithoutMeaningsStandInTheSvgBesideTheirRows() throws Exception {
        for (LadderContent ladder : List.of(hinted(), noted(50, 7, LONG))) {
            Document svg = svg(ladder);
            assertTrue(hintsOf(ladder).size() >= 5, "the sample has hints");
            for (String hint : hintsOf(ladder)) {
                assertTrue(words(svg).contains(squeezed(hint)), hint);
            }
            assertInside(svg);
            assertNoRowsOverlap(svg);
        }
    }

    @Test
    void everyHintOfAMessageIsWritten() throws Exception {
        CaptureLadder ladder = hinted();
        long most = IntStream.range(0, ladder.size())
                .mapToLong(row -> ladder.row(row).about().notes().size())
                .max()
                .orElse(0);
        assertTrue(most > 4, "notes: " + most);
    }

    @Test
    void aWordWiderThanTheColumnIsBroken() throws Exception {
        String uri = "sip:" + "a1b2c3d4e5".repeat(20) + "@example.org";
        SampleLadder ladder = noted(2, 1, "The route " + uri + " has no lr parameter.");
        assertTrue(words(svg(ladder)).contains(uri));
        assertInside(svg(ladder));
    }

    @Test
    void hintsStandInThePdfInsideOfThePages() throws Exception {
        for (LadderContent ladder : List.of(hinted(), noted(50, 7, LONG), noted(3, 12, LONG.repeat(2)))) {
            String text = insidePages(ladder, SampleLadder.TITLE);
            for (String hint : hintsOf(ladder)) {
                assertTrue(text.contains(squeezed(hint)), hint + "\n" + text);
            }
        }
    }

    @Test
    void aRowThatDoesNotFitBelowTheTitleOfAPdfBeginsTheNextPage() throws Exception {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 28).forEach(line -> lines.add("[" + line + "] a dialog"));
        LadderTitle title = new LadderTitle("28 dialogs", List.of("a.pcap"), lines);
        SampleLadder ladder = noted(4, 8, LONG);
        String text = insidePages(ladder, title);
        for (String hint : hintsOf(ladder)) {
            assertTrue(text.contains(squeezed(hint)), hint);
        }
    }

    @Test
    void hintsStandInThePngAndAreNotCutOffAtItsEdge() throws Exception {
        CaptureLadder ladder = hinted();
        byte[] png = SvgLadderTest.written(ladder, SampleLadder.TITLE, LadderFormat.PNG);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        double lastHead = groups(svg(ladder), "head").stream()
                .mapToDouble(head -> number(SvgLadderTest.first(head, "rect"), "x"))
                .max()
                .orElseThrow();
        int hinted = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = (int) (2 * lastHead) + 200; x < image.getWidth(); x++) {
                hinted += (image.getRGB(x, y) & 0xffffff) == Ink.HINT.rgb() ? 1 : 0;
            }
            assertEquals(0xffffff, image.getRGB(image.getWidth() - 1, y) & 0xffffff);
        }
        assertTrue(hinted > 500, "pixels of hints: " + hinted);
    }

    /// A viewer without our letters draws others, which are often wider.
    @Test
    void textOfAnSvgIsAsWideAsPlannedInAnyTypeface() throws Exception {
        Typeface typeface = Typeface.load();
        for (Element text : texts(svg(hinted()))) {
            double planned = typeface.width(text.getTextContent(), number(text, "font-size"));
            assertEquals(planned, number(text, "textLength"), TENTH, text.getTextContent());
            assertEquals("spacingAndGlyphs", text.getAttribute("lengthAdjust"));
        }
    }

    private static Document svg(LadderContent ladder) throws Exception {
        return SvgLadderTest.parsed(SvgLadderTest.written(ladder, SampleLadder.TITLE, LadderFormat.SVG));
    }

    private static List<Element> texts(Document svg) {
        var all = svg.getElementsByTagName("text");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    /// All that is written, without blanks: lines are broken between words, and within long ones.
    private static String words(Document svg) {
        return texts(svg).stream().map(text -> squeezed(text.getTextContent())).collect(Collectors.joining());
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static void assertInside(Document svg) throws IOException {
        Typeface typeface = Typeface.load();
        double width = number(svg.getDocumentElement(), "width");
        double height = number(svg.getDocumentElement(), "height");
        for (Element text : texts(svg)) {
            double wide = typeface.width(text.getTextContent(), number(text, "font-size"));
            boolean isLeft = !text.getAttribute("class").contains(" ");
            double right = number(text, "x") + (isLeft ? wide : 0);
            assertTrue(right <= width, text.getTextContent() + " ends at " + right);
            assertTrue(number(text, "y") < height, text.getTextContent());
        }
    }

    private static void assertNoRowsOverlap(Document svg) {
        double lowest = 0;
        for (Element text : texts(svg)) {
            if (text.getTextContent().matches("[0-9]+") && number(text, "x") < 80) { // a frame
                assertTrue(number(text, "y") > lowest, "frame " + text.getTextContent());
            }
            lowest = Math.max(lowest, number(text, "y"));
        }
    }

    /// The text of a PDF, none of which may lie outside of its page's margins.
    private static String insidePages(LadderContent ladder, LadderTitle title) throws IOException {
        byte[] pdf = SvgLadderTest.written(ladder, title, LadderFormat.PDF);
        StringBuilder all = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    boolean isFoot = text.startsWith("page ") || text.startsWith(title.evidence().getFirst());
                    for (TextPosition place : places) {
                        double right = place.getX() + place.getWidth();
                        assertTrue(right <= place.getPageWidth() - 27, text);
                        double lowest = place.getPageHeight() - (isFoot ? 27 : 40);
                        assertTrue(place.getY() <= lowest, text + " at " + place.getY());
                    }
                    all.append(text);
                }
            };
            stripper.setSortByPosition(false);
            stripper.getText(document);
        }
        return squeezed(all.toString());
    }
}
