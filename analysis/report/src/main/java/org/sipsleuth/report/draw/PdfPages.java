package org.sipsleuth.report.draw;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// A PDF as it is drawn, page after page. What is drawn goes into a temporary file, so that memory
/// grows by little with each page. The same drawing gives the same bytes.
public final class PdfPages implements Closeable {

    private final PDDocument document;
    private final Typeface typeface;
    private final PDFont font;

    /// @param title what the document is
    public PdfPages(Typeface typeface, String title) throws IOException {
        this.typeface = typeface;
        document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        try {
            document.setDocumentId(0L); // else it would be one of the clock
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("SipSleuth");
            document.getDocumentCatalog().setLanguage("en");
            font = typeface.embedIn(document);
        } catch (IOException e) {
            document.close();
            throw e;
        }
    }

    /// Adds a page.
    ///
    /// @param widthPoints its width in points of 1/72 inch
    /// @param heightPoints its height
    /// @param marginPoints where the pen's origin is, from the left and from the top
    /// @param scale how many points a unit of the pen has
    public void page(double widthPoints, double heightPoints, double marginPoints, double scale, Drawing drawing)
            throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) widthPoints, (float) heightPoints));
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            PdfPen pen = new PdfPen(stream, font, typeface, scale);
            pen.placeOrigin(marginPoints, heightPoints - marginPoints);
            drawing.on(pen);
        }
    }

    /// Writes the document.
    ///
    /// @param out is not closed
    public void writeTo(OutputStream out) throws IOException {
        document.save(new OpenOutput(out));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
