package org.sipsleuth.report.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sipsleuth.report.draw.Picture;
import org.sipsleuth.report.draw.PixelPen;
import org.sipsleuth.report.draw.SvgPen;
import org.sipsleuth.report.draw.Typeface;

/// How pictures stand in a page.
sealed interface Figures {

    /// Writes a picture where the page is.
    void write(XMLStreamWriter xml, Picture picture) throws IOException, XMLStreamException;

    /// A text in letters that the page can show.
    String letters(String text);

    /// As SVG within the page.
    record Inline(Typeface typeface) implements Figures {

        @Override
        public void write(XMLStreamWriter xml, Picture picture) throws IOException {
            try (SvgPen pen = new SvgPen(xml, picture, typeface)) {
                picture.drawing().on(pen);
            }
        }

        @Override
        public String letters(String text) {
            return text;
        }
    }

    /// As the place where [PdfFile] draws it, in letters of the only typeface of a PDF.
    record Placed(Typeface typeface, List<Picture> pictures) implements Figures {

        /// What the place is called in the page.
        static final String TYPE = "application/x-picture";

        /// The room on a sheet of A4, in pixels of 1/96 inch.
        private static final double ROOM_ACROSS = 680;

        private static final double ROOM_DOWN = 850;

        Placed(Typeface typeface) {
            this(typeface, new ArrayList<>());
        }

        @Override
        public void write(XMLStreamWriter xml, Picture picture) throws IOException, XMLStreamException {
            // one that fails must do so here, where its part of the page takes that, and not on its sheet
            BufferedImage nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            picture.drawing().on(new PixelPen(nowhere, 0, 1, typeface));
            double scale = scale(picture);
            xml.writeStartElement("object");
            xml.writeAttribute("type", TYPE);
            xml.writeAttribute("data", Integer.toString(pictures.size()));
            xml.writeAttribute("alt", letters(PageText.of(picture.title())));
            xml.writeAttribute("style", "width:%dpx;height:%dpx".formatted((int) Math.ceil(picture.width() * scale),
                    (int) Math.ceil(picture.height() * scale)));
            xml.writeEndElement();
            pictures.add(picture);
        }

        /// How much smaller it is drawn, so that it fits a sheet.
        static double scale(Picture picture) {
            return Math.min(1, Math.min(ROOM_ACROSS / picture.width(), ROOM_DOWN / picture.height()));
        }

        @Override
        public String letters(String text) {
            return typeface.drawable(text);
        }
    }
}
