package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.Listing;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.RowWriter;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;

/// Reads captures and prints a listing of them in the format the user asked for.
final class ListingPrinter {

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
            print(listing.apply(captures.content().get()));
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// Prints a listing.
    void print(Listing listing) throws IOException {
        boolean isColoured = options.isColoured(terminal);
        try (RowWriter writer =
                RowWriter.open(options.format(), listing.columns(), terminal, isColoured)) {
            listing.writeTo(writer);
        }
    }
}
