package org.sipsleuth.view.social.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a graph as GraphML 1.0 (graphml.graphdrawing.org), for Gephi, yEd, igraph or
/// NetworkX. Each pair of users is one undirected edge with its weight: the calls in
/// both directions, or the similarity.
public final class GraphMl {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final int FIRST_PRINTABLE = 0x20;
    private static final char REPLACEMENT = '\uFFFD';

    /// A datum of nodes or edges.
    private record Key(String id, String of, String name, String type) {}

    private static final List<Key> KEYS = List.of(new Key("name", "node", "name", "string"),
            new Key("calls", "node", "calls", "long"), new Key("role", "node", "role", "string"),
            new Key("cluster", "node", "cluster", "string"), new Key("community", "node", "community", "int"),
            new Key("flagged", "node", "flagged", "boolean"), new Key("incident", "node", "incident", "string"));

    private final XMLStreamWriter xml;

    private GraphMl(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// Writes a graph.
    ///
    /// @param out is not closed
    public static void write(GraphData graph, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new GraphMl(xml).document(graph);
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void document(GraphData graph) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        line();
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        for (Key key : KEYS) {
            key(key);
        }
        boolean isWhole = graph.relation() == Relation.CALLS;
        key(new Key("weight", "edge", "weight", isWhole ? "long" : "double"));
        line();
        xml.writeStartElement("graph");
        xml.writeAttribute("id", id(graph.relation()));
        xml.writeAttribute("edgedefault", "undirected");
        for (int i = 0; i < graph.nodes().size(); i++) {
            node(i, graph.nodes().get(i));
        }
        for (GraphEdge edge : graph.edges()) {
            line();
            xml.writeStartElement("edge");
            xml.writeAttribute("source", "n" + edge.from());
            xml.writeAttribute("target", "n" + edge.to());
            datum("weight", weight(graph.relation(), edge.weight()));
            xml.writeEndElement();
        }
        line();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        line();
    }

    private void key(Key key) throws XMLStreamException {
        line();
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", key.id());
        xml.writeAttribute("for", key.of());
        xml.writeAttribute("attr.name", key.name());
        xml.writeAttribute("attr.type", key.type());
    }

    private static String id(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String weight(Relation relation, double weight) {
        return relation == Relation.CALLS ? Long.toString((long) weight) : Double.toString(weight);
    }

    private void node(int number, GraphNode node) throws XMLStreamException {
        line();
        xml.writeStartElement("node");
        xml.writeAttribute("id", "n" + number);
        datum("name", node.label());
        datum("calls", Long.toString(node.calls()));
        datum("role", node.role().name().toLowerCase(Locale.ROOT));
        if (node.cluster() >= 0) {
            datum("cluster", Character.toString('A' + node.cluster()));
        }
        if (node.community() >= 0) {
            datum("community", Integer.toString(node.community() + 1));
        }
        datum("flagged", Boolean.toString(node.isFlagged()));
        if (node.isOfIncident()) {
            datum("incident", node.incident());
        }
        xml.writeEndElement();
    }

    private void datum(String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /// What XML 1.0 cannot hold becomes U+FFFD.
    private static String legal(String words) {
        StringBuilder legal = new StringBuilder();
        words.codePoints().map(point -> isLegal(point) ? point : REPLACEMENT).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        boolean isSurrogate = Character.getType(point) == Character.SURROGATE;
        boolean isControl = point < FIRST_PRINTABLE && "\t\n\r".indexOf(point) < 0;
        return !isSurrogate && !isControl && point != 0xFFFE && point != 0xFFFF;
    }
}
