package org.sipsleuth.app.command.live;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.sipsleuth.app.command.listing.DialogRecords;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.RowWriter;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// Writes dialogs one by one: a line for people, or the record that `dialogs` has for programs.
abstract sealed class LiveRows {

    /// Rows in a format on standard output.
    static LiveRows open(Format format, Terminal terminal) throws IOException {
        return format == Format.TEXT ? new Lines(terminal) : new Records(format, terminal);
    }

    /// Writes a dialog.
    abstract void write(SipIndex index, int dialog) throws IOException;

    /// Lets the reader see all so far.
    abstract void flush() throws IOException;

    /// Ends the output.
    abstract void close() throws IOException;

    private static final class Lines extends LiveRows {
        private static final int CLOCK_DIGITS = 3;

        private final Terminal terminal;
        private final Writer writer;

        Lines(Terminal terminal) {
            this.terminal = terminal;
            writer = terminal.textWriter();
        }

        @Override
        void write(SipIndex index, int dialog) throws IOException {
            DialogTable dialogs = index.dialogs();
            String line =
                    String.format(
                            Locale.ROOT,
                            "%s  %-10s %4d  %s %s %s  %s",
                            HumanText.clock(dialogs.startNanos(dialog), CLOCK_DIGITS),
                            dialogs.state(dialog).text(),
                            dialogs.messageCount(dialog),
                            dialogs.caller(dialog),
                            terminal.isUnicode() ? "→" : "->",
                            dialogs.callee(dialog),
                            dialogs.callId(dialog));
            String shown = VisibleText.of(line, terminal.isUnicode());
            writer.write(
                    terminal.outputIsTerminal()
                            ? DisplayWidth.cut(
                                    shown, terminal.columns(), terminal.isUnicode() ? "…" : "~")
                            : shown);
            writer.write('\n');
        }

        @Override
        void flush() throws IOException {
            writer.flush();
        }

        @Override
        void close() throws IOException {
            writer.flush();
        }
    }

    private static final class Records extends LiveRows {
        private final RowWriter writer;

        Records(Format format, Terminal terminal) throws IOException {
            writer = RowWriter.open(format, DialogRecords.COLUMNS, terminal, false);
        }

        @Override
        void write(SipIndex index, int dialog) throws IOException {
            writer.row(new DialogRecords(index).row(dialog));
        }

        @Override
        void flush() throws IOException {
            writer.flush();
        }

        @Override
        void close() throws IOException {
            writer.close();
        }
    }
}
