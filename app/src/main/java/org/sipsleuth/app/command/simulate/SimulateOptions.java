package org.sipsleuth.app.command.simulate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.UnpackLimitConverter;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.file.OutputRules;
import picocli.CommandLine.Option;

/// The options of `sipsleuth simulate`.
public final class SimulateOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.pcap",
            description = {
                "the capture to write; its truth is written beside it, as OUT.truth.json (default:"
                        + " SCENARIO-SEED.pcap in this directory). - is standard output, for the"
                        + " capture without its truth. With OUT.csv, social is written as"
                        + " call records."
            })
    private @Nullable String output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "decides all chance; the same scenario, settings and seed give the same bytes"
                        + " (default: ${DEFAULT-VALUE})"
            })
    private long seed = 1;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "a setting that is not as usual; can be given several times. What there is:"
                        + " sipsleuth simulate SCENARIO --help"
            })
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--onto",
            paramLabel = "FILE",
            description = {
                "play it into this real capture: its frames are kept as they are, and the truth"
                        + " tells ours. The file is only read."
            })
    private @Nullable String onto;

    @Option(
            names = "--unpack-limit",
            paramLabel = "SIZE",
            converter = UnpackLimitConverter.class,
            description = UnpackLimitConverter.DESCRIPTION)
    private UnpackLimit unpackLimit = UnpackLimit.DEFAULT;

    @Option(names = "--list", description = "list all scenarios")
    private boolean wantsList;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "of lists and settings: text, csv or json (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Option(
            names = "--force",
            description = {
                "replace an output file that exists; never an input, nor a capture that SipSleuth"
                        + " did not write"
            })
    private boolean force;

    @Option(names = "--quiet", description = "no progress on standard error")
    private boolean isQuiet;

    @Option(
            names = "--no-color",
            description = "no colours, also on a terminal (as with NO_COLOR in the environment)")
    private boolean hasNoColour;

    @Option(
            names = {"-h", "--help"},
            description = "this text; with a scenario, its settings")
    private boolean wantsHelp;

    /// How much of a compressed file is unpacked.
    public UnpackLimit unpackLimit() {
        return unpackLimit;
    }

    /// The capture to write, if it was named.
    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    /// Decides all chance.
    public long seed() {
        return seed;
    }

    /// Settings that are not as usual.
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
