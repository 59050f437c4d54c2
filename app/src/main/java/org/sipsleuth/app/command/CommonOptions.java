package org.sipsleuth.app.command;

import java.util.List;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.Terminal;
import picocli.CommandLine.Option;

/// The options that every subcommand has.
final class CommonOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = {
                "text, csv or json (default: ${DEFAULT-VALUE}). Text is for people: times in UTC,"
                        + " long values cut to the width of the terminal (or $COLUMNS), control"
                        + " characters shown as escapes. csv (RFC 4180) and json (one array,"
                        + " UTF-8) hold all values whole and as captured; import csv into a"
                        + " spreadsheet as text, since a value may begin like a formula."
            })
    private Format format = Format.TEXT;

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description = {
                "open TLS with the secrets in this file, which programs write where the"
                        + " environment variable SSLKEYLOGFILE is set; can be given several"
                        + " times. Secrets that a pcapng file carries are used without it."
            })
    private List<String> keyLogs = List.of();

    @Option(
            names = "--once",
            description = {
                "count a frame that several of the files hold once: one with the same time, link"
                        + " type and bytes. Without it each counts; info tells how many there are."
            })
    private boolean countsOnce;

    @Option(names = "--quiet", description = "no progress on standard error")
    private boolean isQuiet;

    @Option(
            names = "--no-color",
            description = "no colours, also on a terminal (as with NO_COLOR in the environment)")
    private boolean hasNoColour;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean wantsHelp;

    Format format() {
        return format;
    }

    /// The files with the secrets of TLS, as the user named them.
    List<String> keyLogs() {
        return List.copyOf(keyLogs);
    }

    /// Whether a frame that several files hold counts once.
    boolean countsOnce() {
        return countsOnce;
    }

    boolean showsProgress() {
        return !isQuiet;
    }

    /// What reads captures as the user asked for.
    CaptureFiles captureFiles(Terminal terminal) {
        return new CaptureFiles(terminal, showsProgress(), keyLogs(), countsOnce);
    }

    /// Whether text on this terminal is coloured.
    boolean isColoured(Terminal terminal) {
        String noColour = System.getenv("NO_COLOR");
        return terminal.outputIsTerminal()
                && !hasNoColour
                && (noColour == null || noColour.isEmpty());
    }
}
