package org.sipsleuth.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Picture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// No text becomes markup, whatever it holds.
class PageTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private static Page page(List<String> texts) {
        return new Page("Report " + texts.getFirst(), "en", "Foot " + texts.getFirst(), "Page",
                List.of(new Page.Entry("a", texts.getFirst())), markup -> {
                    markup.element("h1", "Heading", "id", "a");
                    for (String text : texts) {
                        markup.element("p", text, "title", text);
                    }
                    markup.picture(picture(texts.getFirst()));
                });
    }

    private static Picture picture(String label) {
        return new Picture(label, 200, 50, pen -> {
            pen.text(new Pen.Letters(Ink.TEXT, 12, Pen.Anchor.LEFT), "Lifeline", 5, 20);
            pen.box(Ink.SHADE, Ink.LINE, new Pen.Rectangle(5, 25, 50, 10));
        });
    }

    private static String html(Page page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.writeHtml(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(Page page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.writePdf(AT, out);
        return out.toByteArray();
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setExpandEntityReferences(false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        Document document = parsed(html(page(HostileTexts.ALL)));
        NodeList paragraphs = document.getElementsByTagName("p");
        assertEquals(HostileTexts.ALL.size(), paragraphs.getLength());
        for (int i = 0; i < paragraphs.getLength(); i++) {
            String expected = PageText.of(HostileTexts.ALL.get(i));
            Element paragraph = (Element) paragraphs.item(i);
            assertEquals(expected, paragraph.getTextContent());
            assertEquals(expected, paragraph.getAttribute("title"));
        }
    }

    @Test
    void noElementIsThereButThoseOfThePage() throws Exception {
        Document document = parsed(html(page(HostileTexts.ALL)));
        Set<String> found = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            found.add(all.item(i).getNodeName());
            for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
                attributes.add(all.item(i).getAttributes().item(j).getNodeName());
            }
        }
        assertEquals(Set.of("html", "head", "meta", "title", "style", "body", "h1", "p", "bdi", "svg", "rect", "text"),
                found);
        assertTrue(attributes.stream().noneMatch(name -> name.startsWith("on")), "" + attributes);
        assertFalse(attributes.contains("href") || attributes.contains("src"), "" + attributes);
    }

    @Test
    void nothingActsOnTheReader() throws IOException {
        String html = html(page(HostileTexts.ALL));
        assertTrue(html.contains("default-src 'none'"), "policy");
        html.codePoints().filter(letter -> letter != '\n').forEach(letter -> {
            int type = Character.getType(letter);
            assertFalse(type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE,
                    () -> "U+%04X".formatted(letter));
        });
        int end = html.indexOf("</style>");
        assertFalse(html.substring(end).contains("<style"), "the only style sheet is the page's");
    }

    @Test
    void whatIsWrittenFromRightToLeftStandsByItself() throws IOException {
        String html = html(page(List.of("A", "user אבג גד, 1001", "\u0661\u0662 + 3")));
        assertTrue(html.contains("user <bdi>אבג גד</bdi>, 1001"), html);
        assertTrue(html.contains("<bdi>\u0661\u0662</bdi> + 3"), html);
    }

    @Test
    void pilesOfMarksStayOnTheirLine() {
        assertEquals("a\u0300\u0301\\u0302\\u0303b", PageText.of("a\u0300\u0301\u0302\u0303b"));
    }

    @Test
    void theSamePageGivesTheSameBytes() throws IOException {
        Page page = page(HostileTexts.ALL.subList(0, 8));
        assertEquals(html(page), html(page));
        assertArrayEquals(pdf(page), pdf(page));
    }

    @Test
    void pdfIsTaggedAndItsTextIsText() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(page(HostileTexts.ALL)))) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("en", document.getDocumentCatalog().getLanguage());
            assertEquals(PageText.of("Report " + HostileTexts.ALL.getFirst()),
                    document.getDocumentInformation().getTitle());
            assertTrue(document.getDocumentCatalog().getStructureTreeRoot() != null, "tags");
            assertTrue(document.getDocumentCatalog().getDocumentOutline() != null, "outline");
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("<script>alert(1)</script>"), text);
            assertTrue(text.contains("a\\u202etxt.exe\\u202c b"), text);
            assertTrue(text.contains("Lifeline"), "text of pictures is text");
            assertTrue(text.contains("Page 1 / "), text);
        }
    }
}
