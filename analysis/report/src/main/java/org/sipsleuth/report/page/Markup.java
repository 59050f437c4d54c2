package org.sipsleuth.report.page;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sipsleuth.report.draw.Picture;
import org.sipsleuth.run.FaultSink;

/// Writes the elements of a page. Every text and every attribute goes through [PageText] and the
/// JDK's XML writer, so that none can become markup, a script or a control character.
public final class Markup {

    private static final String SEPARATORS = " \t\n.,;:()[]<>\"'„“/=";

    /// A line ends after these.
    private static final Set<String> BLOCKS = Set.of("html", "head", "title", "meta", "style", "body", "header", "nav",
            "main", "section", "div", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "table", "thead", "tbody", "tr",
            "figure", "figcaption", "dl", "dt", "dd", "img", "bookmarks", "bookmark");

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private Writer out;
    private XMLStreamWriter xml;
    private final Figures figures;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> words = new HashSet<>();

    Markup(Writer out, Figures figures) throws IOException {
        this.figures = figures;
        this.out = out;
        try {
            xml = factory.createXMLStreamWriter(out);
            xml.writeDTD("<!DOCTYPE html>");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// Begins an element.
    ///
    /// @param attributes name, value, name, value …
    public Markup begin(String element, String... attributes) throws IOException {
        try {
            xml.writeStartElement(element);
            open.push(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// Ends the element that began last.
    public Markup end() throws IOException {
        try {
            xml.writeEndElement();
            lineAfter(open.pop());
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// An element without content.
    public Markup empty(String element, String... attributes) throws IOException {
        try {
            xml.writeEmptyElement(element);
            attributes(attributes);
            lineAfter(element);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// An element that holds a text.
    public Markup element(String element, String text, String... attributes) throws IOException {
        return begin(element, attributes).text(text).end();
    }

    private void lineAfter(String element) throws XMLStreamException {
        if (BLOCKS.contains(element)) {
            xml.writeCharacters("\n");
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], figures.letters(PageText.of(attributes[i + 1])));
        }
    }

    /// A text, whatever it holds. Letters that are written from right to left stand by themselves,
    /// so that what is beside them keeps its order.
    public Markup text(String text) throws IOException {
        return text(text, PageText.LONGEST);
    }

    /// The same for sentences, which may be longer than values.
    public Markup prose(String text) throws IOException {
        return text(text, PageText.LONGEST_PROSE);
    }

    private Markup text(String text, int longest) throws IOException {
        String visible = figures.letters(PageText.of(text, longest));
        remember(visible);
        try {
            int from = 0;
            while (from < visible.length()) {
                int right = firstFromRight(visible, from);
                xml.writeCharacters(visible.substring(from, right));
                int end = endFromRight(visible, right);
                if (end > right) {
                    xml.writeStartElement("bdi");
                    xml.writeCharacters(visible.substring(right, end));
                    xml.writeEndElement();
                }
                from = end;
            }
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static int firstFromRight(String text, int from) {
        int at = from;
        while (at < text.length() && !PageText.isFromRight(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /// The end of letters from right to left, with what combines with them and spaces between.
    private static int endFromRight(String text, int from) {
        int end = from;
        for (int at = from; at < text.length();) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            boolean isMark = Character.getType(letter) == Character.NON_SPACING_MARK;
            if (PageText.isFromRight(letter) || (isMark && end == at)) {
                end = next;
            } else if (letter != ' ') {
                break;
            }
            at = next;
        }
        return end;
    }

    /// A style sheet of the program.
    Markup style(String css) throws IOException {
        try {
            xml.writeStartElement("style");
            xml.writeCharacters(css); // has no < and no &, so that HTML and XML read the same
            xml.writeEndElement();
            lineAfter("style");
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// A picture whose bytes stand in the page.
    ///
    /// @param base64 its bytes
    public Markup embedded(String mediaType, String base64, String words) throws IOException {
        try {
            xml.writeEmptyElement("img");
            xml.writeAttribute("src", "data:" + mediaType + ";base64," + base64);
            attributes("alt", words);
            lineAfter("img");
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// A picture.
    public Markup picture(Picture picture) throws IOException {
        try {
            figures.write(xml, picture);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// Writes one of many parts of the page.
    ///
    /// @param instead writes what stands in its place if it fails
    public void part(String name, FaultSink faults, FaultSink.Writing content, FaultSink.Writing instead)
            throws IOException {
        Writer around = out;
        XMLStreamWriter xmlAround = xml;
        int depth = open.size();
        try {
            xml.writeCharacters(""); // ends the tag of the element that began last
            xml.flush();
            beginPart();
            if (!faults.isWritten(name, content)) {
                while (open.size() > depth) {
                    open.pop();
                }
                beginPart();
                instead.write();
            }
            xml.flush();
            around.write(out.toString());
        } catch (XMLStreamException e) {
            throw unwritable(e);
        } finally {
            out = around;
            xml = xmlAround;
        }
    }

    private void beginPart() throws XMLStreamException {
        out = new StringWriter();
        xml = factory.createXMLStreamWriter(out);
    }

    private void remember(String text) {
        StringTokenizer tokens = new StringTokenizer(text, SEPARATORS);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken().toLowerCase(Locale.ROOT));
        }
    }

    /// Whether a word was written so far, in small letters.
    public boolean has(String word) {
        return words.contains(word);
    }

    void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static IOException unwritable(XMLStreamException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
}
