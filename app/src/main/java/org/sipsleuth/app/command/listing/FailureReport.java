package org.sipsleuth.app.command.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.RowWriter;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.text.ShellWord;

/// What went wrong with calls and with other dialogs, by cause, and the commands that list them, as
/// text for people.
public final class FailureReport {

    /// The commands name no more files.
    private static final int FILES_NAMED = 5;

    private final Terminal terminal;
    private final boolean isColoured;
    private final FaultSink faults;

    /// @param isColoured whether colours are wanted
    /// @param faults takes those of single cells and rows
    public FailureReport(Terminal terminal, boolean isColoured, FaultSink faults) {
        this.faults = faults;
        this.terminal = terminal;
        this.isColoured = isColoured;
    }

    /// Writes it.
    ///
    /// @param captures from which the index was read
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if one of them changed
    public void write(SipIndex index, OpenedFiles captures) throws IOException {
        if (index.dialogs().size() == 0) {
            return;
        }
        FailedDialogs.Both failed = captures.verified(() -> FailedDialogs.of(index));
        write("Calls", failed.calls());
        write("Registrations and other dialogs", failed.others());
        Writer out = terminal.textWriter();
        SettingText text = new SettingText(out, terminal.columns());
        String files = files(index.files());
        text.line("");
        text.line("List all dialogs:   sipsleuth dialogs " + files);
        if (failed.calls().size() > 0) {
            text.line("List failed calls:  sipsleuth dialogs --filter " + ShellWord.of(Preset.FAILED_CALLS.filter())
                    + " " + files);
        }
        text.line("Show one dialog:    sipsleuth ladder --call-id CALL-ID " + files);
        out.flush();
    }

    private void write(String what, FailedDialogs failed) throws IOException {
        if (failed.all() == 0) {
            return;
        }
        Writer out = terminal.textWriter();
        out.write("\n%s: %s; dropped, failed or refused: %s\n".formatted(what, HumanText.count(failed.all()),
                HumanText.count(failed.failed())));
        out.flush();
        if (failed.size() > 0) {
            try (RowWriter rows = RowWriter.open(Format.TEXT, failed.columns(), terminal, isColoured)) {
                failed.writeTo(rows, faults);
            }
        }
    }

    private String files(List<CaptureSummary> files) {
        return files.size() > FILES_NAMED ? "FILE…"
                : files.stream()
                        .map(file -> ShellWord.ofFile(file.name()))
                        .map(name -> VisibleText.of(name, terminal.isUnicode()))
                        .collect(Collectors.joining(" "));
    }
}
