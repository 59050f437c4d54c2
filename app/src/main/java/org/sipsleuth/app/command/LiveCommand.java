package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.KeyLogs;
import org.sipsleuth.app.command.live.InterfaceRecords;
import org.sipsleuth.app.command.live.Interrupt;
import org.sipsleuth.app.command.live.LiveLimits;
import org.sipsleuth.app.command.live.LiveText;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.export.RingExport;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.live.HepAddress;
import org.sipsleuth.live.LiveCapture;
import org.sipsleuth.live.LiveCaptureException;
import org.sipsleuth.live.LiveInterface;
import org.sipsleuth.live.LiveOrigin;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sipsleuth live`: dialogs as they happen on the network.
@Command(name = "live",
        description = {
            "Captures from the network and shows dialogs live: in the window, or as lines of text"
                    + " if there is no display. A line is printed when a dialog is added or changes:"
                    + " start (UTC), state, messages, caller and callee, Call-ID; csv and json have the"
                    + " columns of the dialogs command. Packets are stored in a ring of files; when it"
                    + " is full, the oldest file is discarded with its dialogs. Text and jsonl also"
                    + " report each incident that session rules recognise when it appears, changes"
                    + " (also when its numbers have doubled), is withdrawn as a wrong guess or as part"
                    + " of another, and when it has ended. jsonl has one event per line: event"
                    + " (dialog_added, dialog_changed, incident_added, incident_changed,"
                    + " incident_withdrawn, incident_ended, capture_ended), event_number (from 1), and"
                    + " the columns of dialogs or the keys of an incident in the json of analyze. A"
                    + " key log (--keylog) may be created later and is read again as it grows. With --hep,"
                    + " HEP reports (HOMER) of SIP servers and capture agents are received instead; this"
                    + " needs neither libpcap nor special permission."},
        footer = {
            "",
            "Interfaces require libpcap and permission to capture (CAP_NET_RAW); if either is missing, the",
            "command that provides it is shown. Ctrl-C stops the capture; its packets stay in the ring.",
            "",
            "Examples:",
            "  sipsleuth live -i list                           list the available interfaces",
            "  sipsleuth live -i list --format json             list them as JSON",
            "  sipsleuth live -i eth0 -f 'udp port 5060'        SIP on its usual port",
            "  sipsleuth live --text --duration 60 -o minute.pcap",
            "  sipsleuth live --text --format csv --count 1000 > dialogs.csv",
            "  sipsleuth live -f 'tcp port 5061' --keylog keys  (SSLKEYLOGFILE=keys of a program)",
            "  sipsleuth live --hep udp:9060                    reports of Kamailio, OpenSIPS, Asterisk, heplify"})
final class LiveCommand implements CommonOptions.Holder {

    private static final String LIST = "list";
    private static final long MIB = 1L << 20;

    private final Terminal terminal;
    private final WindowLauncher launcher;
    private final WindowSupport support;
    private final PacketSources network;
    private final Path ownRing;
    private final Methods methods;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final CommonOptions options = CommonOptions.ofNetwork();

    @Option(names = {"-i", "--interface"}, paramLabel = "IFACE",
            description = "network interface (default: any, which is all interfaces); \"list\""
                    + " lists them") private String interfaceName = "";

    @Option(names = {"-f", "--filter"}, paramLabel = "BPF",
            description = "capture filter in tcpdump syntax (default: none)") private String filter = "";

    @Option(names = "--hep", paramLabel = "ADDRESS",
            description = "receive HEP reports (versions 1 to 3) instead of packets, at udp:PORT, tcp:PORT or"
                    + " tls:PORT, on all addresses of this machine or on one (udp:192.0.2.1:9060). Whoever"
                    + " reaches the port can send reports") private @Nullable String hep;

    @Option(names = "--hep-certificate", paramLabel = "FILE",
            description = "certificate and private key for --hep tls:PORT, both in one PEM file") private @Nullable Path certificate;

    @Option(names = "--ring", paramLabel = "DIR",
            description = "directory of the ring's files (default: sipsleuth/live in $XDG_CACHE_HOME or"
                    + " ~/.cache)") private @Nullable Path ring;

    @Option(names = "--ring-files", paramLabel = "N", description = "number of files in the ring (default: "
            + RingSettings.DEFAULT_FILES + ")") private int ringFiles = RingSettings.DEFAULT_FILES;

    @Option(names = "--ring-size", paramLabel = "MIB",
            description = "maximum size of each file (default: 64 MiB)") private long ringMebibytes =
                    RingSettings.DEFAULT_FILE_BYTES / MIB;

    @Option(names = "--text", description = "print lines of text even if there is a display; implied by --duration,"
            + " --count and -o") private boolean wantsText;

    @Option(names = "--duration", paramLabel = "SEC",
            description = "stop after SEC seconds") private @Nullable Long seconds;

    @Option(names = "--count", paramLabel = "N",
            description = "stop after N SIP messages") private @Nullable Long messages;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE.pcap",
            description = "at the end, write all packets in the ring to this file; - is standard"
                    + " output, with the dialogs on standard error") private @Nullable Path output;

    /// @param network what is captured from
    /// @param ownRing the directory of captured packets unless the user names another
    LiveCommand(Terminal terminal, WindowLauncher launcher, WindowSupport support, PacketSources network, Path ownRing,
            Methods methods) {
        this.terminal = terminal;
        this.launcher = launcher;
        this.support = support;
        this.network = network;
        this.ownRing = ownRing;
        this.methods = methods;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        requirePositive("--duration", seconds);
        requirePositive("--count", messages);
        LiveRequest request = new LiveRequest(origin(), settings());
        try {
            if (interfaceName.equals(LIST)) {
                return list();
            }
            KeyLogs keys = KeyLogs.growing(terminal, options.keyLogs());
            boolean window =
                    !wantsText && seconds == null && messages == null && output == null && support.obstacle().isEmpty();
            return window ? inWindow(request, keys) : asText(request, keys);
        } catch (LiveCaptureException refused) {
            terminal.report(refused.sentence());
            return code(refused);
        }
    }

    private void requirePositive(String option, @Nullable Long number) {
        if (number != null && number <= 0) {
            throw new ParameterException(spec.commandLine(),
                    "%s must be above zero (got %d); omit it to capture without limit".formatted(option, number));
        }
    }

    private LiveOrigin origin() {
        String address = hep;
        if (address == null) {
            if (certificate != null) {
                throw new ParameterException(spec.commandLine(), "--hep-certificate is for --hep tls:PORT");
            }
            return new LiveOrigin.Interface(interfaceName, filter);
        }
        if (!interfaceName.isEmpty() || !filter.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "--hep receives reports; --interface and --filter are for packets");
        }
        try {
            return new LiveOrigin.HepReports(HepAddress.of(address), Optional.ofNullable(certificate));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--hep: " + wrong.getMessage(), wrong);
        }
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private RingSettings settings() {
        try {
            return new RingSettings(ring == null ? ownRing : ring, ringFiles, Math.multiplyExact(ringMebibytes, MIB));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new ParameterException(spec.commandLine(),
                    "--ring-files must be 2 to %d, --ring-size 1 to 65536 (MiB)".formatted(RingSettings.MOST_FILES),
                    wrong);
        }
    }

    private int list() throws IOException {
        if (options.format() != Format.TEXT) {
            new ListingPrinter(terminal, options).print(new InterfaceRecords(network.interfaces()));
            return ExitCode.DONE;
        }
        Writer writer = terminal.textWriter();
        for (LiveInterface device : network.interfaces()) {
            String line = "%-16s %-5s %s  %s".formatted(device.name(), device.up() ? "up" : "down",
                    String.join(" ", device.addresses()), device.description());
            writer.write(VisibleText.of(line.stripTrailing(), terminal.isUnicode()));
            writer.write('\n');
        }
        writer.flush();
        return ExitCode.DONE;
    }

    private int inWindow(LiveRequest request, KeyLogs keys) throws IOException {
        try {
            launcher.capture(request, keys.files());
            return code(keys);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noWindow) {
            terminal.report("cannot open the window: " + noWindow.getMessage());
            return asText(request, keys);
        }
    }

    private int asText(LiveRequest request, KeyLogs keys) throws IOException {
        Optional<RingExport> save = save();
        Terminal results = isToStandardOutput() ? terminal.withResultsOnError() : terminal;
        LiveCapture capture = LiveCapture.open(network, request);
        capture.ring().notices().forEach(terminal::report);
        Format format = options.format();
        LiveLimits limits = new LiveLimits(Duration.ofSeconds(orZero(seconds)), orZero(messages), save);
        try (Interrupt interrupt = new Interrupt(capture::stop, ExitCode.FAILED)) {
            try {
                new LiveText(results, limits, detectors(), options.faults(), options.showsProgress(),
                        options.isRawCsv()).run(capture, new ReadOptions(keys.files()), format);
                boolean isStored =
                        capture.counts().unstored().packets() == 0 && capture.counts().shortened().packets() == 0;
                return interrupt.ended(isStored ? code(keys) : ExitCode.UNWRITABLE_OUTPUT);
            } catch (LiveCaptureException broken) {
                terminal.report(broken.sentence());
                return interrupt.ended(code(broken));
            }
        }
    }

    /// Those that need no model of the network.
    private List<Detector> detectors() throws IOException {
        List<Detector> detectors = new ArrayList<>();
        try {
            for (ModelFile model : methods.withUntrained(List.of())) {
                detectors.add(methods.detector(model));
            }
        } catch (ModelFormatException impossible) {
            throw new IllegalStateException(impossible); // they come with the program
        }
        return detectors;
    }

    private boolean isToStandardOutput() {
        return output != null && FileName.string(output).equals(StandardOutput.NAME);
    }

    private Optional<RingExport> save() throws IOException {
        if (output == null) {
            return Optional.empty();
        }
        return Optional.of(isToStandardOutput() ? RingExport.to(StandardOutput.forBinary(terminal, "a capture"))
                : RingExport.at(output, options.outputRules(List.of())));
    }

    private static int code(KeyLogs keys) {
        return keys.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private static int code(LiveCaptureException exception) {
        return switch (exception.kind()) {
            case NO_INTERFACE, BAD_FILTER -> ExitCode.WRONG_USAGE;
            case NO_RING -> ExitCode.UNWRITABLE_OUTPUT;
            case NO_LIBRARY, NO_RIGHTS, NO_LISTENER, BROKEN -> ExitCode.UNREADABLE_INPUT;
        };
    }
}
