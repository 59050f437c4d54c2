package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.rows.ContainedRows;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.report.rows.RowWriter;

/// Reads captures and prints a listing of them in the format the user asked for.
final class ListingPrinter {

    /// So many that looking at the captures costs nothing beside them, so few that they come out
    /// soon.
    private static final int FEWEST_ROWS_BETWEEN_CHECKS = 256;

    private static final int ROWS_FOR_EACH_FILE = 4;

    private final Terminal terminal;
    private final CommonOptions options;

    ListingPrinter(Terminal terminal, CommonOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// Reads the files and prints what is listed of them.
    ///
    /// @return the exit code
    int print(List<String> files, Function<SipIndex, Listing> listing) throws IOException {
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isPresent()) {
            SipIndex index = captures.content().get();
            print(options.opened().verified(() -> listing.apply(index)));
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// Prints a listing. Rows are written once the captures were found unchanged after the rows
    /// were read of them; where one changed, the output ends in order before these rows.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if a capture changed
    void print(Listing all) throws IOException {
        OpenedFiles captures = options.opened();
        ContainedRows listing = new ContainedRows(options.limited(all, terminal), options.faults().to(terminal));
        boolean isColoured = options.isColoured(terminal);
        try (RowWriter writer =
                RowWriter.open(options.format(), listing.columns(), terminal, isColoured, options.isRawCsv())) {
            int size = captures.verified(listing::size);
            int step = Math.max(FEWEST_ROWS_BETWEEN_CHECKS, captures.files().size() * ROWS_FOR_EACH_FILE);
            for (int first = 0; first < size; first += step) {
                int from = first;
                int to = Math.min(size, first + step);
                for (String[] row : captures.verified(() -> rows(listing, from, to))) {
                    writer.row(row);
                }
            }
            writer.leftOut(listing.leftOut());
        }
    }

    private static List<String[]> rows(ContainedRows listing, int from, int to) {
        return IntStream.range(from, to).mapToObj(listing::row).toList();
    }
}
