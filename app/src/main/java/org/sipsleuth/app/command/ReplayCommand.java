package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.replay.CandidateRows;
import org.sipsleuth.app.command.replay.Measures;
import org.sipsleuth.app.command.replay.OutcomeRecords;
import org.sipsleuth.app.command.replay.OverlayRows;
import org.sipsleuth.app.command.replay.ReplayInputs;
import org.sipsleuth.app.command.replay.ReplayOptions;
import org.sipsleuth.app.command.replay.StageRows;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.advice.Recommendations;
import org.sipsleuth.edge.advice.Snippet;
import org.sipsleuth.edge.advice.Snippets;
import org.sipsleuth.edge.incident.StageEffect;
import org.sipsleuth.edge.overlay.Borders;
import org.sipsleuth.edge.overlay.OverlaySettings;
import org.sipsleuth.edge.overlay.ProtectionOverlay;
import org.sipsleuth.edge.replay.EdgeOptions;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth replay`: what a protected border would have done with captured traffic.
@Command(name = "replay",
        description = "Replays captures against a protected border: which protections would have stopped"
                + " an attack, and what they would have cost legitimate callers. Service"
                + " times are assumed; results are repeated with half and twice of them.",
        footer = {
            "",
            "Without --truth, messages count by the incidents that analyze reports (all, or one by",
            "--incident): part of incident, or no incident.",
            "",
            "Columns of csv and json: measure, unit (share, s, messages), with, without, least, most",
            "(the band of service times). With --messages: frame, time, direction, src_ip, dst_ip, type, class,",
            "outcome (passed, delayed, sandboxed, dropped, void, unknown), stage, reason, call_id,",
            "file, log_byte. With --recommend: protections, stopped, lost (shares), effort, work (seconds),",
            "note (proposal, frontier). With --overlay: border, anomalies, attack, before, stopped,",
            "through, lost, signatures. With --incidents: incident, stage, stopped (all, some, none,",
            "elsewhere), messages, stopped_messages, void_messages, passed_messages,",
            "overloaded_messages, unknown_messages, first_frame, file, log_byte. docs/EDGE.md defines them.",
            "",
            "Examples:",
            "  sipsleuth replay incident.pcap",
            "  sipsleuth replay incident.pcap --set protections=filter,queues --set retry=none",
            "  sipsleuth replay incident.pcap --incidents",
            "  sipsleuth replay incident.pcap --recommend --most-lost 0.01",
            "  sipsleuth replay incident.pcap --set protections=failure-ban --configuration",
            "  sipsleuth replay flood.pcap --truth --messages --format csv -o outcomes.csv",
            "  sipsleuth replay monday-*.pcap --overlay 10 --borders file",
            "  sipsleuth replay --list"})
final class ReplayCommand implements CommonOptions.Holder {

    private static final int COLUMNS = 96;

    private final Terminal terminal;
    private final Methods methods;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Parameters(arity = "0..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "overrides a setting; list of settings: sipsleuth replay --list") private Map<String, String> settings =
                    new LinkedHashMap<>();

    @Option(names = "--list", description = "lists the settings") private boolean isList;

    @Mixin private ReplayOptions choice = new ReplayOptions();

    @Option(names = "--messages",
            description = "lists the outcome of each message at the border") private boolean isMessages;

    @Option(names = "--incidents",
            description = "lists the stages of each incident: whether their messages are stopped, and"
                    + " from which frame on") private boolean isIncidents;

    @Option(names = "--recommend",
            description = "tries all combinations of protections, and proposes one") private boolean isRecommend;

    @Option(names = "--most-lost", paramLabel = "SHARE", defaultValue = "" + Recommendations.MOST_LOST,
            description = "with --recommend: accepted loss of legitimate calls and registrations, 0 to 1"
                    + " (default: ${DEFAULT-VALUE})") private double mostLost;

    @Option(names = "--configuration",
            description = "prints configurations for nftables, fail2ban and Kamailio that come close to"
                    + " the protections, as proposals") private boolean isConfiguration;

    @Option(names = "--overlay", paramLabel = "SECONDS",
            description = "several borders share signatures of malformed and anomalous messages, which"
                    + " all use this long after they were derived") private @Nullable Double overlay;

    @Option(names = "--borders", paramLabel = "WHAT", defaultValue = "file",
            description = "with --overlay: a border for each capture file, or for each network of sources"
                    + " (default: ${DEFAULT-VALUE})") private Borders borders = Borders.FILE;

    ReplayCommand(Terminal terminal, Methods methods) {
        this.terminal = terminal;
        this.methods = methods;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (isList) {
            Writer out = terminal.textWriter();
            new SettingText(out, COLUMNS).settings(EdgeOptions.settings());
            out.flush();
            return ExitCode.DONE;
        }
        if (files.isEmpty()) {
            terminal.report("replay: name at least one capture");
            return ExitCode.WRONG_USAGE;
        }
        if (overlay != null && !(overlay >= 0)) {
            terminal.report("--overlay must be 0 or more seconds");
            return ExitCode.WRONG_USAGE;
        }
        if (filter.isGiven() && !isMessages) {
            terminal.report("--filter, --from and --to select rows of --messages only");
            return ExitCode.WRONG_USAGE;
        }
        if (isIncidents && choice.isByTruth()) {
            terminal.report("--incidents lists what analyze reports: leave out --truth");
            return ExitCode.WRONG_USAGE;
        }
        Optional<Filter> wanted = filter.read(terminal, List.of());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        EdgeSettings edge;
        try {
            edge = EdgeOptions.of(settings);
        } catch (SettingException wrong) {
            terminal.report(String.valueOf(wrong.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        Optional<ReplayInput> input;
        Optional<Listing> listing;
        Optional<List<Protection>> recommended = Optional.empty();
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            boolean isScored = isRecommend || overlay != null || edge.has(Protection.ANOMALY);
            ReplayInputs inputs = new ReplayInputs(terminal, methods, choice, options.faults());
            input = options.opened().verified(() -> inputs.of(index, isScored, progress));
            if (isConfiguration && isRecommend && input.isPresent()) {
                recommended = advice(input.get(), edge, progress).proposal().map(Candidate::protections);
            }
            listing = isConfiguration ? Optional.empty()
                    : input.map(traffic -> listing(traffic, inputs.incidents(), edge, wanted.get(), progress));
        }
        if (input.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        if (input.get().traffic().ingressCount() == 0) {
            terminal.report("no message from outside reaches a protected host; --border names others");
        }
        if (listing.isPresent()) {
            new ListingPrinter(terminal, options).print(listing.get());
        } else {
            printConfiguration(recommended, edge, input.get());
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private Listing listing(ReplayInput input, List<Incident> incidents, EdgeSettings edge, Filter wanted,
            RunMonitor monitor) {
        boolean isForPeople = options.format() == Format.TEXT;
        Double delay = overlay;
        if (delay != null) {
            return new OverlayRows(ProtectionOverlay.of(input, OverlaySettings.USUAL.withDelay(delay),
                    borders.of(input.traffic()), monitor), isForPeople);
        }
        if (isMessages) {
            SipIndex index = input.traffic().index();
            IntPredicate chosen = filter.isGiven() ? filter.run(wanted, index, terminal, false)::contains : _ -> true;
            return new OutcomeRecords(Replay.of(input, edge, monitor), chosen);
        }
        if (isRecommend) {
            return new CandidateRows(advice(input, edge, monitor), !input.attack().isEmpty(), isForPeople);
        }
        ReplayBand band = ReplayBand.of(input, edge, monitor);
        if (isIncidents) {
            return new StageRows(StageEffect.of(incidents, band), input.traffic().index(), isForPeople);
        }
        return isForPeople ? Measures.lines(band, choice.isByTruth()) : Measures.records(band, choice.isByTruth());
    }

    private Advice advice(ReplayInput input, EdgeSettings edge, RunMonitor monitor) {
        if (!Replay.of(input, edge.with(List.of()), monitor).isCostKnown()) {
            terminal.report(
                    "no legitimate call or registration in the captures: what protections would cost is" + " unknown");
        }
        return Recommendations.of(input, edge, mostLost, monitor);
    }

    /// @param recommended the protections to use instead of those that are set
    private void printConfiguration(Optional<List<Protection>> recommended, EdgeSettings edge, ReplayInput input)
            throws IOException {
        List<Protection> protections = recommended.orElse(edge.protections());
        Writer out = terminal.textWriter();
        out.write("# %s: %s\n".formatted(recommended.isPresent() ? "Recommended protections"
                : isRecommend ? "No protections are recommended; those that are set"
                : "Protections", protections.stream().map(Protection::word).collect(Collectors.joining(", "))));
        for (Snippet each : Snippets.of(protections, edge, input)) {
            out.write("# ---- " + each.program() + ": " + each.file() + "\n");
            out.write(each.text());
            out.write('\n');
        }
        out.flush();
    }
}
