package org.sipsleuth.app.command.ladder;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.report.ladder.LadderFormat;
import org.sipsleuth.report.ladder.Paper;
import org.sipsleuth.text.FileName;

/// A file that a ladder is written to, in the format of its extension.
///
/// @param output where it is written
/// @param format its format
/// @param paper the paper of a PDF
public record LadderFile(OutputFile output, LadderFormat format, Paper paper) {

    /// The endings that are known, for people: `.svg, .pdf, .png or .txt`.
    public static String endings() {
        List<String> all = Arrays.stream(LadderFormat.values()).map(LadderFormat::ending).toList();
        return all.stream().limit(all.size() - 1L).collect(Collectors.joining(", ")) + " or " + all.getLast();
    }

    /// The file of this name.
    ///
    /// @return empty if the name shows no format
    /// @throws IOException if it cannot or must not be written
    public static Optional<LadderFile> of(String name, Paper paper, OutputRules rules) throws IOException {
        Optional<LadderFormat> format = LadderFormat.of(name);
        return format.isEmpty() ? Optional.empty()
                : Optional.of(new LadderFile(OutputFile.at(FileName.path(name), rules), format.get(), paper));
    }

    /// The paper that is called so: `a4`, `a3-portrait`, `letter-landscape`.
    public static Optional<Paper> paper(String text) {
        for (Paper.Size size : Paper.Size.values()) {
            for (Paper.Turning turning : Paper.Turning.values()) {
                String suffix = turning == Paper.Turning.AUTO ? "" : "-" + turning.name();
                if (text.toUpperCase(Locale.ROOT).equals(size.name() + suffix)) {
                    return Optional.of(new Paper(size, turning));
                }
            }
        }
        return Optional.empty();
    }

    /// Writes the ladder whole, or not at all.
    ///
    /// @param captures that it shows
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if one of them changed;
    ///     nothing was written then
    public void write(LadderDocument ladder, OpenedFiles captures, Terminal terminal, boolean showsProgress)
            throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            output.write(out -> {
                ladder.write(format, paper, out, progress);
                captures.check();
            });
        }
    }
}
