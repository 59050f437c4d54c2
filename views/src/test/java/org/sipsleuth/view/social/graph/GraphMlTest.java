package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Graphs as GraphML.
class GraphMlTest {

    @Test
    void hostileNamesAreData() throws Exception {
        String name = "<data key=\"calls\">&amp;\u0000\u0007]]>\uD800";
        GraphData graph = new GraphData(
                List.of(new GraphNode(name, name, 3, CallRole.CALLER, 0, 0, true),
                        new GraphNode("b", "b", 3, CallRole.RECEIVER, -1, -1, false)),
                List.of(new GraphEdge(0, 1, 3)), 0, Relation.CALLS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GraphMl.write(graph, out);
        Document read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(2, read.getElementsByTagName("node").getLength());
        Element first = (Element) read.getElementsByTagName("node").item(0);
        assertEquals("<data key=\"calls\">&amp;\uFFFD\uFFFD]]>\uFFFD",
                first.getElementsByTagName("data").item(0).getTextContent());
        Element edge = (Element) read.getElementsByTagName("edge").item(0);
        assertEquals("n0", edge.getAttribute("source"));
        assertEquals("3", edge.getTextContent());
    }

    @Test
    void theWeightOfSharedContactsIsTheirSimilarity() throws Exception {
        GraphData graph = new GraphData(
                List.of(new GraphNode("a", "a", 3, CallRole.CALLER, 0, 0, false),
                        new GraphNode("b", "b", 3, CallRole.CALLER, 0, 0, false)),
                List.of(new GraphEdge(0, 1, 0.375)), 0, Relation.SHARED_CONTACTS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GraphMl.write(graph, out);
        String written = out.toString(StandardCharsets.UTF_8);
        assertTrue(written.contains("<graph id=\"shared-contacts\" edgedefault=\"undirected\">"));
        assertTrue(written.contains("attr.name=\"weight\" attr.type=\"double\""));
        assertTrue(written.contains("<data key=\"weight\">0.375</data>"));
    }
}
