package org.sipsleuth.report.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.sipsleuth.report.draw.SvgPen;
import org.sipsleuth.report.draw.Typeface;

/// A page by itself: its head, its style, and a body that somebody else writes. It holds no script,
/// refers to nothing outside of itself, and forbids both to whoever shows it. The same page gives
/// the same bytes.
///
/// @param title what it is
/// @param language the language of its texts, as `lang` names it
/// @param foot what stands at the foot of each sheet of a PDF, beside the number of the sheet
/// @param sheetNumber before the number of a sheet: `Page`
/// @param outline the sections, for the outline of a PDF
/// @param body writes all within the body
public record Page(String title, String language, String foot, String sheetNumber, List<Entry> outline, Body body) {

    /// Nothing is loaded from anywhere, and nothing runs.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    public Page {
        outline = List.copyOf(outline);
    }

    /// A section.
    ///
    /// @param id of its heading
    public record Entry(String id, String title) {}

    /// Writes what is on a page.
    @FunctionalInterface
    public interface Body {
        void writeTo(Markup page) throws IOException;
    }

    /// Writes it as a file for browsers.
    ///
    /// @param out is not closed
    public void writeHtml(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Markup page = new Markup(writer, new Figures.Inline(Typeface.load()));
        begin(page);
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title);
        page.style("\n" + sheet("page.css") + sheet("html.css") + SvgPen.style() + "\n");
        page.end();
        page.begin("body");
        body.writeTo(page);
        page.close();
        writer.flush();
    }

    /// Writes it as PDF: tagged, with an outline, its letters embedded.
    ///
    /// @param created the time of creation that it names
    /// @param out is not closed
    public void writePdf(Instant created, OutputStream out) throws IOException {
        Typeface typeface = Typeface.load();
        Figures.Placed figures = new Figures.Placed(typeface);
        StringWriter laidOut = new StringWriter();
        Markup page = new Markup(laidOut, figures);
        begin(page);
        page.element("title", title);
        page.empty("meta", "name", "subject", "content", title);
        page.begin("bookmarks");
        for (Entry entry : outline) {
            page.empty("bookmark", "name", entry.title(), "href", "#" + entry.id());
        }
        page.end();
        page.style("\n" + sheet("page.css") + sheet("pdf.css"));
        page.end();
        page.begin("body");
        page.begin("div", "class", "foot").text(foot).end();
        page.begin("div", "class", "sheet").text(sheetNumber + " ");
        page.begin("span", "class", "number").end().end();
        body.writeTo(page);
        page.close();
        new PdfFile(typeface, figures.pictures()).write(laidOut.toString(), language, created, out);
    }

    private void begin(Markup page) throws IOException {
        page.begin("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language);
        page.begin("head");
    }

    private static String sheet(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
