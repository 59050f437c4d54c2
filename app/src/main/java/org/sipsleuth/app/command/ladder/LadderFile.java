package org.sipsleuth.app.command.ladder;

import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.report.ladder.LadderFormat;
import org.sipsleuth.report.ladder.Paper;
import org.sipsleuth.report.output.NewFile;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file that a ladder is written to, of the format that its name tells.
///
/// @param name as the user named it
/// @param format its format
/// @param paper the paper of a PDF
public record LadderFile(String name, LadderFormat format, Paper paper) {

    /// The endings that are known, for people: `.svg, .pdf, .png or .txt`.
    public static String endings() {
        List<String> all = Arrays.stream(LadderFormat.values()).map(LadderFormat::ending).toList();
        return all.stream().limit(all.size() - 1L).collect(Collectors.joining(", "))
                + " or "
                + all.getLast();
    }

    /// The file of this name.
    ///
    /// @return empty if the name tells no format
    public static Optional<LadderFile> of(String name, Paper paper) {
        return LadderFormat.of(name).map(format -> new LadderFile(name, format, paper));
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

    /// Writes the ladder whole, or says why not.
    ///
    /// @param captures that it shows
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if one of them changed;
    ///     nothing was written then
    /// @return whether it is written
    public boolean write(
            LadderDocument ladder, OpenedFiles captures, Terminal terminal, boolean showsProgress) {
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            NewFile.write(
                    FileName.path(name),
                    out -> {
                        ladder.write(format, paper, out, progress);
                        captures.check();
                    });
            return true;
        } catch (IOException | InvalidPathException obstacle) {
            terminal.say(name + ": cannot be written: " + obstacle.getMessage());
            return false;
        }
    }
}
