package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.investigate.KnownTruth;
import org.sipsleuth.app.command.listing.SignatureHitRecords;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.signature.BundleFile;
import org.sipsleuth.signature.BundleFormatException;
import org.sipsleuth.signature.BundleSource;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.signature.SignatureBundle;
import org.sipsleuth.signature.SignatureDerivation;
import org.sipsleuth.signature.SignatureHits;
import org.sipsleuth.signature.SignatureKind;
import org.sipsleuth.signature.SignatureSettings;
import org.sipsleuth.signature.SuricataDialect;
import org.sipsleuth.signature.SuricataRules;
import org.sipsleuth.signature.YaraRules;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.TrafficLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth signatures`: derives signatures of anomalous messages, checks them, scans with them
/// and exports them.
@Command(name = "signatures",
        description = {
            "Derives signatures of anomalous messages, verifies them on clean captures, scans"
                    + " captures with them, or exports them as rules of YARA or Suricata."},
        footer = {
            "",
            "ACTION is one of:",
            "  derive   derives signatures from the messages of FILE that --filter selects, or that",
            "           ground-truth files call anomalous, and writes BUNDLE; no message of the",
            "           clean captures (--clean) matches them",
            "  verify   scans clean captures; exit code 5 if a message matches",
            "  scan     lists the messages of FILE that match",
            "  export   prints rules (--rules yara, suricata7 or suricata8); needs no FILE",
            "",
            "Columns of csv and json: frame, time, src_ip, dst_ip, signature, sum, threshold, file, log_byte.",
            "A message matches if the weights of all strings in it add up to the threshold.",
            "",
            "Examples:",
            "  sipsleuth signatures derive case.json fuzz.pcap --clean office.pcap --filter 'ip.src == 192.0.2.7'",
            "  sipsleuth signatures verify case.json monday.pcap tuesday.pcap",
            "  sipsleuth signatures scan case.json other.pcap",
            "  sipsleuth signatures export case.json --rules yara -o case.yar"})
final class SignaturesCommand implements CommonOptions.Holder {

    /// What is done.
    enum Action {
        DERIVE, VERIFY, SCAN, EXPORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The languages of rules.
    enum Rules {
        YARA, SURICATA7, SURICATA8;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(List<Signature> signatures) {
            return switch (this) {
                case YARA -> YaraRules.of(signatures);
                case SURICATA7 -> SuricataRules.of(signatures, SuricataDialect.V7);
                case SURICATA8 -> SuricataRules.of(signatures, SuricataDialect.V8);
            };
        }
    }

    /// All others mean something to every action.
    private static final ActionOptions<Action> OPTIONS = new ActionOptions<>(Map.of("--clean",
            EnumSet.of(Action.DERIVE), "--kind", EnumSet.of(Action.DERIVE), "--clusters", EnumSet.of(Action.DERIVE),
            "--rules", EnumSet.of(Action.EXPORT), "--filter", EnumSet.of(Action.DERIVE, Action.VERIFY, Action.SCAN)));

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}") private Action action =
            Action.SCAN;

    @Parameters(index = "1", paramLabel = "BUNDLE", description = "a file of signatures") private String bundle = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = "--clean", paramLabel = "CLEAN", arity = "1..*",
            description = "with derive: captures without anomalous messages") private List<String> clean = List.of();

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "bilateral",
            description = {
                "with derive: bilateral (strings typical of a group of messages, less those of"
                        + " clean ones), unilateral (typical strings only) or foreign (pairs of"
                        + " bytes that no clean message has; best for other captures) (default:"
                        + " ${DEFAULT-VALUE})"}) private SignatureKind kind = SignatureKind.BILATERAL;

    @Option(names = "--clusters", paramLabel = "N", defaultValue = "8",
            description = "with derive: the largest number of groups of messages, 1 to 64, each with a"
                    + " signature (default: ${DEFAULT-VALUE})") private int clusters =
                            SignatureSettings.USUAL.clusters();

    @Option(names = "--rules", paramLabel = "LANGUAGE", defaultValue = "yara",
            description = "with export: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})") private Rules rules =
                    Rules.YARA;

    SignaturesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> wrong = misplaced();
        if (wrong.isPresent()) {
            terminal.report("signatures %s: %s".formatted(action, wrong.get()));
            return ExitCode.WRONG_USAGE;
        }
        if (action != Action.EXPORT && files.isEmpty()) {
            terminal.report("signatures " + action + ": name at least one capture");
            return ExitCode.WRONG_USAGE;
        }
        if (action == Action.DERIVE) {
            return derive();
        }
        SignatureBundle read;
        try {
            read = BundleFile.read(FileName.path(bundle));
        } catch (BundleFormatException noBundle) {
            terminal.report(bundle + ": " + noBundle.getMessage());
            return ExitCode.UNREADABLE_INPUT;
        } catch (IOException unreadable) {
            terminal.report(bundle + ": " + CaptureObstacle.reason(unreadable));
            return ExitCode.UNREADABLE_INPUT;
        }
        if (action == Action.EXPORT) {
            print(rules.of(read.signatures()));
            return ExitCode.DONE;
        }
        return scan(read.signatures());
    }

    /// What is wrong with options and files that another action takes.
    private Optional<String> misplaced() {
        Optional<String> option = OPTIONS.misplaced(action, Objects.requireNonNull(spec));
        return option.isEmpty() && action == Action.EXPORT && !files.isEmpty()
                ? Optional.of("takes no capture (got " + files.getFirst() + ")")
                : option;
    }

    private void print(String text) throws IOException {
        Writer writer = terminal.textWriter();
        writer.write(text);
        writer.flush();
    }

    private int scan(List<Signature> signatures) throws IOException {
        Optional<Filter> wanted = filter.read(terminal, List.of());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        SignatureHits hits;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            hits = options.opened()
                    .verified(() -> SignatureHits.of(signatures, index, progress))
                    .among(selected(wanted.get(), index));
        }
        new ListingPrinter(terminal, options).print(new SignatureHitRecords(index, hits));
        if (options.showsProgress()) {
            for (Signature signature : signatures) {
                terminal.report("%s: %d of %s".formatted(signature.name(), hits.count(signature),
                        HumanText.count(hits.messages(), "message")));
            }
        }
        if (!captures.isComplete()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        return action == Action.VERIFY && !hits.hits().isEmpty() ? ExitCode.FAIL_ON : ExitCode.DONE;
    }

    /// The messages that the filter selects; all without one.
    private IntPredicate selected(Filter wanted, SipIndex index) {
        if (!filter.isGiven()) {
            return _ -> true;
        }
        BitSet selected = new BitSet();
        filter.run(wanted, index, terminal, options.showsProgress()).messages().forEach(selected::set);
        return selected::get;
    }

    private int derive() throws IOException {
        Optional<Filter> wanted = filter.read(terminal, List.of());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        if (clean.isEmpty()) {
            terminal.report("signatures derive: name clean captures with --clean; without them a"
                    + " signature may match any message");
            return ExitCode.WRONG_USAGE;
        }
        List<String> inputs = Stream.concat(files.stream(), clean.stream()).toList();
        OutputFile output =
                OutputFile.at(FileName.path(bundle), options.outputRules(inputs).making(EvidenceKind.SIGNATURES));
        SignatureSettings settings;
        try {
            settings = SignatureSettings.USUAL.with(kind).withClusters(clusters);
        } catch (IllegalArgumentException wrong) {
            terminal.report(String.valueOf(wrong.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        FileDigests digests = FileDigests.begin(inputs);
        ReadCaptures<SipIndex> anomalies = options.captureFiles(terminal).read(files);
        ReadCaptures<SipIndex> normals = options.captureFiles(terminal).read(clean);
        if (anomalies.content().isEmpty() || normals.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = anomalies.content().get();
        Optional<IntPredicate> anomalous = anomalous(wanted.get(), index);
        if (anomalous.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        List<byte[]> messages = distinct(index, anomalous.get(), SignatureDerivation.MOST_ANOMALOUS);
        if (messages.isEmpty()) {
            terminal.report("no anomalous message; select them with --filter, or use captures with ground-truth files");
            return ExitCode.WRONG_USAGE;
        }
        SipIndex normal = normals.content().get();
        List<byte[]> cleanMessages = distinct(normal, _ -> true, SignatureDerivation.MOST_CLEAN);
        if (!filter.isGiven()) { // ground truth names the clean messages of these captures, too
            cleanMessages.addAll(
                    distinct(index, anomalous.get().negate(), SignatureDerivation.MOST_CLEAN - cleanMessages.size()));
        }
        List<Signature> derived;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            derived = options.opened()
                    .verified(() -> new SignatureDerivation(settings).derive(messages, cleanMessages, progress));
        }
        if (derived.isEmpty()) {
            terminal.report("no signature separates these messages from the clean ones");
            return ExitCode.WRONG_USAGE;
        }
        List<BundleSource> sources = new ArrayList<>(sources(index, digests, false));
        sources.addAll(sources(normal, digests, true));
        SignatureBundle written = new SignatureBundle(derived, sources);
        output.write(out -> BundleFile.write(written, out));
        report(written, messages);
        return anomalies.isComplete() && normals.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private void report(SignatureBundle written, List<byte[]> messages) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Signature signature : written.signatures()) {
            text.append("%s: %s, threshold %d, from %s%n".formatted(signature.name(),
                    HumanText.count(signature.strings().size(), "string"), signature.threshold(),
                    HumanText.count(signature.messages(), "message")));
        }
        text.append("%s of %s; sha256 %s%n".formatted(HumanText.count(written.signatures().size(), "signature"),
                HumanText.count(messages.size(), "distinct message"), BundleFile.sha256(written)));
        print(text.toString());
    }

    private static List<BundleSource> sources(SipIndex index, FileDigests digests, boolean isClean) {
        List<BundleSource> sources = new ArrayList<>();
        List<CaptureSummary> captures = index.files();
        for (int file = 0; file < captures.size(); file++) {
            String sha256 = digests.of(captures.get(file));
            if (!sha256.isEmpty()) {
                sources.add(new BundleSource(isClean, sha256, messages(index, file)));
            }
        }
        return sources;
    }

    private static int messages(SipIndex index, int file) {
        int count = 0;
        for (int message = 0; message < index.messages().size(); message++) {
            if (index.messages().file(message) == file) {
                count++;
            }
        }
        return count;
    }

    /// The messages that the filter selects, or those that ground truth calls other than normal;
    /// empty if that cannot be read.
    private Optional<IntPredicate> anomalous(Filter wanted, SipIndex index) {
        if (filter.isGiven()) {
            return Optional.of(selected(wanted, index));
        }
        Optional<TrafficLabels> labels = new KnownTruth(terminal).labels(index);
        return labels.map(truth -> message -> !truth.of(message).orElse("normal").equals("normal"));
    }

    private List<byte[]> distinct(SipIndex index, IntPredicate wanted, int most) {
        Set<ByteBuffer> seen = new HashSet<>();
        List<byte[]> distinct = new ArrayList<>();
        for (int message = 0; message < index.messages().size(); message++) {
            if (wanted.test(message)) {
                byte[] bytes = index.bytes(message);
                if (distinct.size() == most) {
                    terminal.report("only the first %,d distinct messages are used".formatted(most));
                    return distinct;
                }
                if (seen.add(ByteBuffer.wrap(bytes))) {
                    distinct.add(bytes);
                }
            }
        }
        return distinct;
    }
}
