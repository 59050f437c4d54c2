package org.sipsleuth.report.ladder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.RunMonitor;

class PdfLadderTest {

    @Test
    void everyPageHasHeadsLegendAndNumber() throws IOException {
        List<String> pages = pages(SampleLadder.of(4, 400), Paper.USUAL);
        assertTrue(pages.size() > 5, "pages: " + pages.size());
        for (int page = 0; page < pages.size(); page++) {
            String text = pages.get(page);
            for (int host = 0; host < 4; host++) {
                assertTrue(text.contains("host" + host + "x"), text);
            }
            assertTrue(text.contains("5xx, 6xx failure"), text);
            assertTrue(text.contains("page " + (page + 1) + " of " + pages.size()), text);
            assertTrue(text.contains("SHA-256 00ff"), text);
        }
    }

    @Test
    void everyRowStandsOnOnePage() throws IOException {
        List<String> pages = pages(SampleLadder.of(4, 400), Paper.USUAL);
        for (int row = 0; row < 400; row++) {
            String label = "M" + row + "X";
            assertEquals(1, pages.stream().filter(page -> page.contains(label)).count(), label);
        }
    }

    @Test
    void aPageHasTheHostsThatTakePartWhereAllDoNotFit() throws IOException {
        SampleLadder ladder = SampleLadder.of(200, 500);
        List<String> pages = pages(ladder, Paper.USUAL);
        int row = 0;
        for (String page : pages) {
            assertTrue(page.contains("of 200 hosts that take part on this page"), page);
            while (row < 500 && page.contains("M" + row + "X")) {
                assertTrue(page.contains("host" + ladder.source(row) + "x"), page);
                assertTrue(page.contains("host" + ladder.destination(row) + "x"), page);
                row++;
            }
        }
        assertEquals(500, row);
    }

    @Test
    void thePaperIsTurnedAsTheUserWants() throws IOException {
        for (Paper.Size size : Paper.Size.values()) {
            float[] upright = page(new Paper(size, Paper.Turning.PORTRAIT));
            float[] lying = page(new Paper(size, Paper.Turning.LANDSCAPE));
            assertTrue(upright[0] < upright[1]);
            assertArrayEquals(new float[]{upright[1], upright[0]}, lying);
        }
    }

    @Test
    void theSameLadderGivesTheSameBytes() throws IOException {
        SampleLadder ladder = SampleLadder.of(3, 50);
        assertArrayEquals(SvgLadderTest.written(ladder, SampleLadder.TITLE, LadderFormat.PDF),
                SvgLadderTest.written(ladder, SampleLadder.TITLE, LadderFormat.PDF));
    }

    @Test
    void lettersThatTheFontHasNotAreSeenAsEscapes() throws IOException {
        String text = pages(new SampleLadder(2, List.of("звонок é 呼 ไ ع")), Paper.USUAL).getFirst();
        assertTrue(text.contains("звонок é \\u547c \\u0e44 \\u0639"), text);
    }

    @Property(tries = 60)
    void anyTextCanBeWritten(@ForAll String label) throws IOException {
        String visible = VisibleText.of(label, true);
        assertFalse(pages(new SampleLadder(2, List.of(visible)), Paper.USUAL).isEmpty());
    }

    @Test
    void aLadderWithoutRowsHasAPage() throws IOException {
        assertEquals(1, pages(SampleLadder.of(2, 0), Paper.USUAL).size());
    }

    private static byte[] pdf(LadderContent ladder, Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LadderDocument(ladder, SampleLadder.TITLE).write(LadderFormat.PDF, paper, out, RunMonitor.NONE);
        return out.toByteArray();
    }

    private static float[] page(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SampleLadder.of(2, 5), paper))) {
            var box = document.getPage(0).getMediaBox();
            return new float[]{box.getWidth(), box.getHeight()};
        }
    }

    private static List<String> pages(LadderContent ladder, Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(ladder, paper))) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }
}
