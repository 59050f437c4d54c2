package org.sipsleuth.app.command.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.app.fault.FaultReport;
import org.sipsleuth.app.fault.FaultReport.Fact;
import org.sipsleuth.app.fault.SeenFaults;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.text.FileName;

/// Says on the terminal that the program failed, in one line, and where the report is. That file
/// holds no evidence, and is replaced by the next one, so that no script fills the disk.
///
/// @param folder of the report; made if need be
public record FaultMessage(Terminal terminal, Path folder) {

    private static final String NAME = "fault-report.txt";

    /// Says it.
    ///
    /// @param command the subcommand that ran; no argument of it
    public void report(Throwable fault, String command) {
        SeenFaults seen = new SeenFaults();
        String kind = seen.add(Thread.currentThread(), fault).kind();
        String report = FaultReport.of(seen, List.of(new Fact("command", command))).text();
        try {
            Path file = folder.resolve(NAME);
            Files.createDirectories(folder);
            OutputFile.write(file, OutputRules.CONFIRMED, out -> out.write(report.getBytes(StandardCharsets.UTF_8)));
            terminal.report(
                    ("internal error (%s); inputs are unchanged; please report it with this file, which holds no"
                            + " evidence: %s").formatted(kind, FileName.text(file)));
        } catch (IOException noPlace) {
            terminal.report(
                    "internal error (%s); inputs are unchanged; please report it with these lines, which hold no evidence:"
                            .formatted(kind));
            terminal.err().print(report);
            terminal.err().flush();
        }
    }
}
