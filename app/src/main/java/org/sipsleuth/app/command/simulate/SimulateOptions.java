package org.sipsleuth.app.command.simulate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.UnpackLimitConverter;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Option;

/// The options of `sipsleuth simulate`.
public final class SimulateOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.pcap",
            description = {
                "output capture; the ground truth is written to OUT.truth.json in the same"
                        + " directory (default: SCENARIO-SEED.pcap in the current directory). -"
                        + " writes the capture alone to standard output. For social and"
                        + " telemarketing, OUT.csv writes call records."}) private @Nullable String output;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = {
                "random seed; the same scenario, settings and seed give the same bytes"
                        + " (default: ${DEFAULT-VALUE})"}) private long seed = 1;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = {
                "overrides a setting; can be given several times. List of settings: sipsleuth"
                        + " simulate SCENARIO --help"}) private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--onto", paramLabel = "FILE",
            description = {
                "merge the generated traffic into a copy of this real capture: its frames are"
                        + " kept unchanged, and the ground truth lists the generated ones. The"
                        + " file itself is not modified."}) private @Nullable String onto;

    @Option(names = "--unpack-limit", paramLabel = "SIZE", converter = UnpackLimitConverter.class,
            description = UnpackLimitConverter.DESCRIPTION) private UnpackLimit unpackLimit = UnpackLimit.DEFAULT;

    @Option(names = "--list", description = "list all scenarios") private boolean wantsList;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "format of lists and settings: text, csv or json (default:"
                    + " ${DEFAULT-VALUE})") private Format format = Format.TEXT;

    @Option(names = "--force",
            description = {
                "overwrite an existing output file; inputs and captures not written by SipSleuth"
                        + " are never overwritten"}) private boolean force;

    @Option(names = "--quiet", description = "do not show progress on standard error") private boolean isQuiet;

    @Option(names = "--no-color", description = "no colours, even on a terminal (also set by the environment variable"
            + " NO_COLOR)") private boolean hasNoColour;

    @Option(names = {"-h", "--help"},
            description = "show this help; with a scenario, show its settings") private boolean wantsHelp;

    /// How much of a compressed file is unpacked.
    public UnpackLimit unpackLimit() {
        return unpackLimit;
    }

    /// The capture to write, if it was named.
    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    /// The random seed.
    public long seed() {
        return seed;
    }

    /// Settings that override the defaults.
    public Map<String, String> settings() {
        return settings;
    }

    /// The real capture to play it into.
    public Optional<String> onto() {
        return Optional.ofNullable(onto);
    }

    /// What the capture and its ground truth may replace.
    public OutputRules outputRules() {
        return new OutputRules(onto().map(FileName::path).stream().toList(), force);
    }

    /// Whether all scenarios shall be listed.
    public boolean wantsList() {
        return wantsList;
    }

    /// Whether help is asked for.
    public boolean wantsHelp() {
        return wantsHelp;
    }

    /// Of lists and settings.
    public Format format() {
        return format;
    }

    /// Whether progress is shown.
    public boolean showsProgress() {
        return !isQuiet;
    }

    /// Whether text on this terminal is coloured.
    public boolean isColoured(Terminal terminal) {
        return terminal.outputIsTerminal() && !hasNoColour;
    }
}
