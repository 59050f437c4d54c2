package org.sipsleuth.report.ladder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.sipsleuth.report.draw.Picture;
import org.sipsleuth.report.draw.PixelPen;
import org.sipsleuth.report.draw.PngStream;
import org.sipsleuth.report.draw.SvgPen;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.report.ladder.text.LadderText;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.RunMonitor;

/// A whole ladder that can be written in any format. Writing can take long: it reports its progress
/// to the monitor and stops when the monitor asks it to.
public final class LadderDocument {

    /// Image viewers fail beyond this width or height.
    static final int MOST_PIXELS_A_SIDE = 32_000;

    /// Maximum number of pixels of a picture composed in memory, for the clipboard.
    static final long MOST_PIXELS_IN_MEMORY = 24_000_000;

    private static final double FINE = 2;
    private static final int STRETCH = 512;
    private static final int TEXT_COLUMNS = 160;

    private final LadderContent content;
    private final LadderTitle title;

    public LadderDocument(LadderContent content, LadderTitle title) {
        this.content = content;
        this.title = title;
    }

    /// Writes it.
    ///
    /// @param out is not closed
    /// @throws PictureTooLargeException if it is too long for a PNG
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public void write(LadderFormat format, Paper paper, OutputStream out, RunMonitor monitor) throws IOException {
        switch (format) {
            case SVG -> writeSvg(out, monitor);
            case PDF -> new PagedLadder(content, title, paper, Typeface.load()).writeTo(out, monitor);
            case PNG -> writePng(out, monitor);
            case TEXT -> writeText(out, monitor);
        }
    }

    private void writeSvg(OutputStream out, RunMonitor monitor) throws IOException {
        Typeface typeface = Typeface.load();
        LongLadder sheet = new LongLadder(content, title, typeface);
        try (SvgPen pen = new SvgPen(out, sheet.width(), sheet.height(), title.heading(), typeface)) {
            sheet.draw(pen, 0, sheet.height(), monitor);
        }
    }

    private void writePng(OutputStream out, RunMonitor monitor) throws IOException {
        Typeface typeface = Typeface.load();
        LongLadder sheet = new LongLadder(content, title, typeface);
        double longest = Math.max(sheet.width(), sheet.height());
        if (longest > MOST_PIXELS_A_SIDE) {
            throw new PictureTooLargeException("the picture would be " + HumanText.count(Math.round(sheet.width()))
                    + " × " + HumanText.count(Math.round(sheet.height()))
                    + " pixels, more than programs can show; write it as .svg or .pdf");
        }
        double scale = longest * FINE > MOST_PIXELS_A_SIDE ? 1 : FINE;
        int width = (int) Math.ceil(sheet.width() * scale);
        int height = (int) Math.ceil(sheet.height() * scale);
        BufferedImage stretch = new BufferedImage(width, STRETCH, BufferedImage.TYPE_INT_RGB);
        try (PngStream png = new PngStream(out, width, height)) {
            for (int top = 0; top < height; top += STRETCH) {
                double from = top / scale;
                PixelPen pen = new PixelPen(stretch, from, scale, typeface);
                sheet.draw(pen, from, from + STRETCH / scale, monitor);
                png.add(stretch, Math.min(STRETCH, height - top));
            }
        }
    }

    /// The picture for the clipboard.
    ///
    /// @throws PictureTooLargeException if it is too large for the memory
    public BufferedImage picture(RunMonitor monitor) throws IOException {
        Typeface typeface = Typeface.load();
        LongLadder sheet = new LongLadder(content, title, typeface);
        double area = sheet.width() * sheet.height();
        if (area > MOST_PIXELS_IN_MEMORY) {
            throw new PictureTooLargeException("the picture would have " + HumanText.count(Math.round(area / 1e6))
                    + " million pixels, too many for the clipboard; export the ladder as .svg or .pdf");
        }
        double scale = area * FINE * FINE > MOST_PIXELS_IN_MEMORY ? 1 : FINE;
        BufferedImage image = new BufferedImage((int) Math.ceil(sheet.width() * scale),
                (int) Math.ceil(sheet.height() * scale), BufferedImage.TYPE_INT_RGB);
        PixelPen pen = new PixelPen(image, 0, scale, typeface);
        sheet.draw(pen, 0, sheet.height(), monitor);
        return image;
    }

    /// The picture for a page of a report.
    public Picture onPage() throws IOException {
        LongLadder sheet = new LongLadder(content, title, Typeface.load());
        return new Picture(title.heading(), sheet.width(), sheet.height(),
                pen -> sheet.draw(pen, 0, sheet.height(), RunMonitor.NONE));
    }

    private void writeText(OutputStream out, RunMonitor monitor) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(title.heading() + "\n");
        for (String line : title.lines()) {
            writer.write(line + "\n");
        }
        writer.write("\n");
        new LadderText(content, true, TEXT_COLUMNS).writeTo(writer, monitor);
        if (content.extent().hasNotes()) {
            new LadderNotes(content, true).writeTo(writer);
        }
        writer.flush();
    }
}
