package org.sipsleuth.app.command.ladder;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.output.VerifiedWriter;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.report.ladder.LadderTitle;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.report.ladder.text.LadderText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.RunMonitor;

/// Prints ladders as text, with their headings.
public final class PrintedLadder {

    private final Terminal terminal;
    private final OpenedFiles opened;
    private final FaultSink faults;

    /// @param opened the captures, which must be unchanged
    /// @param faults takes those of single dialogs
    public PrintedLadder(Terminal terminal, OpenedFiles opened, FaultSink faults) {
        this.faults = faults;
        this.terminal = terminal;
        this.opened = opened;
    }

    /// Prints a ladder.
    ///
    /// @param legs which were found, and why
    /// @param media a line for each stream
    public void print(CaptureLadder content, Ladder ladder, List<String> legs, List<String> media) throws IOException {
        LadderTitle title = LadderTitle.of(ladder, content.dialogs(), List.of(), faults);
        Writer writer = new VerifiedWriter(terminal.textWriter(), opened);
        boolean unicode = terminal.isUnicode();
        writer.write(heading(title.heading(), unicode));
        for (String dialog : title.dialogs()) {
            writer.write(heading(dialog, unicode));
        }
        for (String line : legs) {
            writer.write(line + "\n");
        }
        writer.write("\n");
        new LadderText(content, unicode, terminal.columns()).writeTo(writer, RunMonitor.NONE);
        if (!media.isEmpty()) {
            writer.write("\n" + String.join("\n", media) + "\n");
        }
        if (content.extent().hasNotes()) {
            new LadderNotes(content, unicode).writeTo(writer);
        }
        writer.flush();
    }

    private static String heading(String line, boolean unicode) {
        return VisibleText.of(unicode ? line : line.replace("→", "->"), unicode) + "\n";
    }
}
