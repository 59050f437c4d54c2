package org.sipsleuth.app.command.evaluate;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jfree.svg.SVGGraphics2D;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.RowWriter;

/// Writes figures as pictures (SVG) and their points as tables (CSV). Needs no display.
public final class FigureFiles {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private FigureFiles() {}

    /// Checks, before anything is measured, that figures can be written into a directory.
    ///
    /// @throws OutputRefusedException if it is a file, or holds SVG or CSV files that must not be
    ///     replaced
    public static void check(Path folder, OutputRules rules) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new OutputRefusedException(folder + ": is a file, not a directory");
        }
        if (!Files.exists(folder) || rules.replaces()) {
            return;
        }
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, "*.{svg,csv}")) {
            if (there.iterator().hasNext()) {
                throw new OutputRefusedException(
                        folder + ": contains SVG or CSV files; use --force to overwrite those of"
                                + " the same name, or choose another directory");
            }
        }
    }

    /// Writes two files for each figure into a directory, which is made if it is not there.
    ///
    /// @param isRawCsv whether a spreadsheet may run values as formulas
    public static void write(List<PaperFigure> figures, Path folder, OutputRules rules, Terminal terminal,
            boolean isRawCsv) throws IOException {
        Files.createDirectories(folder);
        for (PaperFigure figure : figures) {
            SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
            svg.setDefsKeyPrefix(figure.id()); // else a number of the clock, another in each run
            FigureChart.of(figure).draw(svg, new Rectangle(WIDTH, HEIGHT));
            OutputFile.at(folder.resolve(figure.id() + ".svg"), rules).write(svg.getSVGDocument());
            OutputFile.at(folder.resolve(figure.id() + ".csv"), rules)
                    .write(out -> points(figure, terminal.into(out), isRawCsv));
        }
    }

    /// A row for each point; names of values instead of their places, and values of cells and
    /// segments.
    private static void points(PaperFigure figure, Terminal csv, boolean isRawCsv) throws IOException {
        boolean hasValues = figure.series()
                .stream()
                .anyMatch(series -> series.kind() == PaperFigure.Kind.CELLS
                        || series.kind() == PaperFigure.Kind.SEGMENTS);
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("series"), column("x", figure.x()), column("y", figure.y())));
        if (hasValues) {
            columns.add(Column.number("value"));
        }
        try (RowWriter rows = RowWriter.open(Format.CSV, columns, csv, false, isRawCsv)) {
            for (PaperFigure.Series series : figure.series()) {
                for (PaperFigure.Point point : series.points()) {
                    List<String> cells = new ArrayList<>(
                            List.of(series.name(), cell(point.x(), figure.x()), cell(point.y(), figure.y())));
                    if (hasValues) {
                        cells.add(Double.toString(point.value()));
                    }
                    rows.row(cells.toArray(String[]::new));
                }
            }
        }
    }

    private static Column column(String name, PaperFigure.Axis axis) {
        return axis.names().isEmpty() ? Column.number(name) : Column.text(name);
    }

    private static String cell(double value, PaperFigure.Axis axis) {
        return axis.names().isEmpty() ? Double.toString(value) : axis.names().get((int) value);
    }
}
