package org.sipsleuth.report.page;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.report.draw.Picture;
import org.sipsleuth.report.draw.PixelPen;
import org.sipsleuth.report.draw.Typeface;
import org.w3c.dom.Element;

/// Lays a page out on sheets of A4. Tagged (PDF/UA); the same page gives the same bytes.
final class PdfFile {

    private static final float VERSION = 1.7f;
    private static final int NORMAL_WEIGHT = 400;

    private final Typeface typeface;
    private final List<Picture> pictures;

    /// @param pictures by the number that the page names
    PdfFile(Typeface typeface, List<Picture> pictures) {
        this.typeface = typeface;
        this.pictures = pictures;
    }

    /// Writes it.
    ///
    /// @param page well-formed XHTML
    /// @param out is not closed
    void write(String page, String language, Instant created, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false); // it would write to standard error
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFont(new PDFontSupplier(typeface.embedIn(document)), Typeface.FAMILY, NORMAL_WEIGHT,
                    FontStyle.NORMAL, true);
            builder.usePdfVersion(VERSION);
            builder.usePdfUaAccessibility(true);
            builder.withProducer("SipSleuth");
            // pictures are data in the page; nothing else is loaded
            builder.useUriResolver((_, uri) -> uri.startsWith("data:") ? uri : null);
            DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
            drawers.registerDrawer(Figures.Placed.TYPE, new Drawer());
            builder.useObjectDrawerFactory(drawers);
            builder.withHtmlContent(page, null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                date(document, created);
                document.getDocumentCatalog().setLanguage(language);
                document.setDocumentId(0L); // else it would be one of the clock
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                bytes.writeTo(out);
            }
        }
    }

    /// The layout names the time of now.
    private static void date(PDDocument document, Instant created) throws IOException {
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(created.atZone(ZoneOffset.UTC)));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return;
        }
        String text;
        try (var in = metadata.exportXMPMetadata()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String dated = text.replaceAll("<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                "<xmp:CreateDate>" + created + "</xmp:CreateDate>");
        document.getDocumentCatalog()
                .setMetadata(
                        new PDMetadata(document, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8))));
    }

    /// Draws the pictures where the page has their places.
    private final class Drawer implements FSObjectDrawer {

        @Override
        public @Nullable Map<Shape, String> drawObject(Element place, double x, double y, double width, double height,
                OutputDevice device, RenderingContext context, int dotsPerPixel) {
            Picture picture = pictures.get(Integer.parseInt(place.getAttribute("data")));
            device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel,
                    graphics -> draw(picture, graphics));
            return null;
        }

        private void draw(Picture picture, Graphics2D graphics) {
            double scale = Figures.Placed.scale(picture);
            graphics.scale(scale, scale);
            try {
                picture.drawing().on(new PixelPen(graphics, typeface));
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
        }
    }
}
