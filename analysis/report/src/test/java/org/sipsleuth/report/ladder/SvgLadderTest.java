package org.sipsleuth.report.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

class SvgLadderTest {

    private static final double TENTH = 0.11;

    @Test
    void everyRowHasItsLabelAndItsArrowFromHeadToHead() throws Exception {
        SampleLadder ladder = SampleLadder.of(5, 1_000);
        Document svg = svg(ladder);
        Map<String, Double> heads = new HashMap<>();
        for (Element head : groups(svg, "head")) {
            Element box = first(head, "rect");
            heads.put(title(head), number(box, "x") + number(box, "width") / 2);
        }
        List<Element> rows = groups(svg, "row");
        assertEquals(1_000, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            Element group = rows.get(row);
            assertEquals("frame " + (row + 1) + ": " + ladder.row(row).label().text(), title(group));
            assertTrue(texts(group).contains("M" + row + "X"));
            if (ladder.source(row) != ladder.destination(row)) {
                double from = heads.get("host" + ladder.source(row) + "x");
                double to = heads.get("host" + ladder.destination(row) + "x");
                String[] points = first(group, "polyline").getAttribute("points").split("[ ,]");
                assertEquals(from, Double.parseDouble(points[0]), TENTH);
                assertEquals(to, Double.parseDouble(points[2]), 10); // the tip is there
                assertEquals(to > from, Double.parseDouble(points[2]) > from);
            }
        }
    }

    @Test
    void theHeadsComeAgain() throws Exception {
        assertEquals(25, groups(svg(SampleLadder.of(3, 1_000)), "heads").size());
        assertEquals(1, groups(svg(SampleLadder.of(3, 0)), "heads").size());
    }

    @Test
    void textOfMessagesIsData() throws Exception {
        String hostile = "</text><script>alert(1)</script>&amp;\u202eabc\u0000\n\uffff\ud800 \"'";
        String visible = VisibleText.of(hostile, true);
        Document svg = svg(new SampleLadder(2, List.of("OK", visible)));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertTrue(texts(groups(svg, "row").get(1)).contains(visible), visible);
    }

    @Property(tries = 200)
    void anyTextGivesXml(@ForAll String label, @ForAll String host) throws Exception {
        LadderTitle title = new LadderTitle(VisibleText.of(host, true), List.of(), List.of());
        SampleLadder ladder = new SampleLadder(2, List.of(VisibleText.of(label, true)));
        Document svg = parsed(written(ladder, title, LadderFormat.SVG));
        assertTrue(title(groups(svg, "row").getFirst()).endsWith(ladder.row(0).label().text()));
        assertTrue(ladder.row(0).label().text().startsWith(VisibleText.of(label, true)));
    }

    @Test
    void writingStopsWhenItIsAskedTo() {
        RunMonitor stopped = new StoppedRun();
        LadderDocument ladder = new LadderDocument(SampleLadder.of(3, 100), SampleLadder.TITLE);
        for (LadderFormat format : LadderFormat.values()) {
            assertThrows(CancellationException.class,
                    () -> ladder.write(format, Paper.USUAL, new ByteArrayOutputStream(), stopped));
        }
    }

    static byte[] written(LadderContent ladder, LadderTitle title, LadderFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LadderDocument(ladder, title).write(format, Paper.USUAL, out, RunMonitor.NONE);
        return out.toByteArray();
    }

    private static Document svg(LadderContent ladder) throws Exception {
        return parsed(written(ladder, SampleLadder.TITLE, LadderFormat.SVG));
    }

    static Document parsed(byte[] xml) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static List<Element> groups(Document svg, String kind) {
        List<Element> found = new ArrayList<>();
        var all = svg.getElementsByTagName("g");
        for (int i = 0; i < all.getLength(); i++) {
            Element group = (Element) all.item(i);
            if (group.getAttribute("class").equals(kind)) {
                found.add(group);
            }
        }
        return found;
    }

    static Element first(Element group, String name) {
        return (Element) group.getElementsByTagName(name).item(0);
    }

    static String title(Element group) {
        return first(group, "title").getTextContent();
    }

    static List<String> texts(Element group) {
        List<String> texts = new ArrayList<>();
        for (Node node = group.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals("text")) {
                texts.add(node.getTextContent());
            }
        }
        return texts;
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void theDocumentIsUtf8AndRefersToNothingOutside() throws Exception {
        byte[] bytes = written(new SampleLadder(2, List.of("呼叫 звонок", "b")), SampleLadder.TITLE, LadderFormat.SVG);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("呼叫 звонок"));
        assertEquals(text.indexOf("http"), text.lastIndexOf("http"), "the name space only");
    }
}
