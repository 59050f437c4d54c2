package org.sipsleuth.report.draw;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Draws into an SVG document, which is written as it is drawn: it may be longer than memory. Holds
/// no scripts and refers to nothing outside of itself. Close it to end the document.
public final class SvgPen implements Pen<IOException>, Closeable {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double TENTHS = 10;

    private final XMLStreamWriter xml;
    private final Typeface typeface;
    private final boolean isWhole;

    /// @param out is not closed
    /// @param title what the document is
    /// @param typeface measures texts: a viewer that draws them in another typeface keeps their
    ///     width
    public SvgPen(OutputStream out, double width, double height, String title, Typeface typeface) throws IOException {
        this.typeface = typeface;
        isWhole = true;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            begin(width, height, title);
            element("style", style());
            paper();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /// A picture within a page, whose head has the [#style].
    ///
    /// @param xml writes the page, and goes on when the pen is closed
    public SvgPen(XMLStreamWriter xml, Picture picture, Typeface typeface) throws IOException {
        this.xml = xml;
        this.typeface = typeface;
        isWhole = false;
        try {
            begin(picture.width(), picture.height(), picture.title());
            paper();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private void begin(double width, double height, String title) throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("width", width);
        attribute("height", height);
        xml.writeAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
        element("title", title);
    }

    private void paper() throws XMLStreamException {
        xml.writeEmptyElement("rect");
        xml.writeAttribute("class", "f-" + Ink.PAPER.css());
        xml.writeAttribute("width", "100%");
        xml.writeAttribute("height", "100%");
    }

    /// The style sheet of pictures.
    public static String style() {
        StringBuilder css = new StringBuilder("text{font-family:").append(Typeface.FAMILIES);
        // what a message says must not turn round what stands beside it
        css.append(";white-space:pre;direction:ltr;unicode-bidi:isolate}");
        css.append("polyline{fill:none}.centre{text-anchor:middle}.right{text-anchor:end}");
        css.append(".dashed{stroke-dasharray:6 4}.dotted{stroke-dasharray:2 3}.fine{stroke-dasharray:3 3}");
        for (Ink ink : Ink.values()) {
            String colour = "#%06x".formatted(ink.rgb());
            css.append(".f-").append(ink.css()).append("{fill:").append(colour).append('}');
            css.append(".s-").append(ink.css()).append("{stroke:").append(colour).append('}');
        }
        return css.toString();
    }

    @Override
    public void line(Stroke stroke, double... points) throws IOException {
        try {
            xml.writeEmptyElement("polyline");
            String dashes = switch (stroke.dashes()) {
                case SOLID -> "";
                case DASHED -> " dashed";
                case DOTTED -> " dotted";
                case FINE -> " fine";
            };
            xml.writeAttribute("class", "s-" + stroke.ink().css() + dashes);
            if (stroke.width() != 1) {
                attribute("stroke-width", stroke.width());
            }
            xml.writeAttribute("points", numbers(points));
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void area(Ink ink, double... points) throws IOException {
        try {
            xml.writeEmptyElement("polygon");
            xml.writeAttribute("class", "f-" + ink.css());
            xml.writeAttribute("points", numbers(points));
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void box(Ink fill, Ink border, Rectangle place) throws IOException {
        try {
            xml.writeEmptyElement("rect");
            String style = "f-" + fill.css();
            xml.writeAttribute("class", border == fill ? style : style + " s-" + border.css());
            attribute("x", place.x());
            attribute("y", place.y());
            attribute("width", place.width());
            attribute("height", place.height());
            if (place.rounding() > 0) {
                attribute("rx", place.rounding());
            }
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void text(Letters letters, String text, double x, double baseline) throws IOException {
        text(letters, text, x, baseline, "");
    }

    @Override
    public void upright(Letters letters, String text, double x, double y) throws IOException {
        Letters centred = new Letters(letters.ink(), letters.size(), Anchor.CENTRE);
        text(centred, text, x, letters.baseline(y), "rotate(-90 " + number(x) + " " + number(y) + ")");
    }

    private void text(Letters letters, String text, double x, double baseline, String turned) throws IOException {
        try {
            xml.writeStartElement("text");
            String anchor = switch (letters.anchor()) {
                case LEFT -> "";
                case CENTRE -> " centre";
                case RIGHT -> " right";
            };
            xml.writeAttribute("class", "f-" + letters.ink().css() + anchor);
            attribute("x", x);
            attribute("y", baseline);
            attribute("font-size", letters.size());
            if (!text.isEmpty()) {
                attribute("textLength", typeface.width(text, letters.size()));
                xml.writeAttribute("lengthAdjust", "spacingAndGlyphs");
            }
            if (!turned.isEmpty()) {
                xml.writeAttribute("transform", turned);
            }
            xml.writeCharacters(text);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void begin(String kind, String words) throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement("g");
            xml.writeAttribute("class", kind);
            if (!words.isEmpty()) {
                element("title", words);
            }
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void end() throws IOException {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!isWhole) {
                xml.writeEndElement();
                return;
            }
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attribute(String name, double value) throws XMLStreamException {
        xml.writeAttribute(name, number(value));
    }

    private static String numbers(double... points) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            text.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points[i]));
        }
        return text.toString();
    }

    /// A number to a tenth, without a fraction where there is none.
    private static String number(double value) {
        long tenths = Math.round(value * TENTHS);
        long whole = Math.abs(tenths / 10);
        long rest = Math.abs(tenths % 10);
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    private static IOException unwritable(XMLStreamException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
}
