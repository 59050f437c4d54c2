package org.sipsleuth.app.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelDetectors;
import org.sipsleuth.app.command.input.ModelFiles;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.input.RegionConverter;
import org.sipsleuth.app.command.investigate.Baseline;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.AnalysisParts;
import org.sipsleuth.report.exchange.ExchangeRequest;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.report.exchange.ReportRequest;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.TrafficLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth analyze`: who did what to whom in a capture, and did it succeed.
@Command(name = "analyze",
        description = {
            "Detects attacks and anomalies in captures. The text report lists each incident"
                    + " with its severity, outcome, actors, victims, story, key frames and advice;"
                    + " then the findings that belong to no incident, most severe first; then"
                    + " what could not be determined.",
            "Session rules always run. Without --model and --baseline the bundled models are used."
                    + " They are trained on simulated office traffic, so train your own for your network."},
        footer = {
            "",
            "json: schema, tool_version, inputs, models, model_fit, incidents (id, kind, stages,",
            "actors, fingerprints, victims, accounts, from, to, outcome, severity, confidence (of",
            "the kind), confidence_actor, confidence_outcome (null if unknown), title, story (text,",
            "evidence), advice, not_determined, other_explanations, attack, finding_ids), findings",
            "(id, detector, class, severity, title, value, threshold, evidence (file, frame), source,",
            "target, confidence, outcome, incident_id …), not_seen, failed (name, sentence: rules and",
            "methods that failed; the exit code is then 6). jsonl has incidents, then findings,",
            "then what failed, each line with its type; csv has findings, or with --incidents the",
            "incidents.",
            "",
            "Examples:",
            "  sipsleuth analyze incident.pcap",
            "  sipsleuth analyze incident.pcap --findings",
            "  sipsleuth analyze incident.pcap -o report.html",
            "  sipsleuth analyze incident.pcap -o report.pdf --language de --case-number 2026-17",
            "  sipsleuth analyze incident.pcap --baseline normal.pcap -o report.json",
            "  sipsleuth analyze night.pcap --fail-on high > /dev/null || mail-the-analyst",
            "  sipsleuth analyze incident.pcap --incidents --format csv",
            "  sipsleuth analyze incident.pcap --format stix -o incident.stix.json",
            "  sipsleuth analyze week.pcap --roles our-hosts.csv",
            "  sipsleuth analyze week.pcap --rates rates.csv --home-region DE"})
final class AnalyzeCommand implements CommonOptions.Holder {

    private static final String NOT_STATED = "not stated";

    /// Writes more about the captures that were analysed.
    @FunctionalInterface
    interface FurtherText {
        void write(SipIndex index, OpenedFiles captures) throws IOException;
    }

    private final Terminal terminal;
    private final Methods methods;
    private final FurtherText further;

    private final CommonOptions options = CommonOptions.ofInvestigation();

    private final FilterOption filter = options.filter();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = "--model", arity = "1..*", paramLabel = "MODEL",
            description = "models to use, from sipsleuth train") private List<String> models = List.of();

    @Option(names = "--baseline", arity = "1..*", paramLabel = "FILE",
            description = "captures of baseline (normal) traffic, on which models are trained first;"
                    + " methods that learn from labelled attacks keep their bundled model") private List<String> baseline =
                            List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "random seed of the training (default: ${DEFAULT-VALUE})") private long seed = 1;

    @Option(names = "--rates", paramLabel = "RATES.csv",
            description = "your own rates for toll fraud: prefix, price per minute, kind (CSV);"
                    + " docs/SESSION-RULES.md") private @Nullable String rates;

    @Option(names = "--home-region", paramLabel = "CC", converter = RegionConverter.class,
            description = "country of the capture as ISO code, to read dialled numbers without country"
                    + " code") private @Nullable String homeRegion;

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
            description = "exit with 5 if an incident is at least this severe: ${COMPLETION-CANDIDATES}."
                    + " Findings outside incidents do not count.") private @Nullable Severity failOn;

    @Option(names = "--incidents",
            description = "list incidents only (text, jsonl); rows of csv are incidents") private boolean incidentsOnly;

    @Option(names = "--findings",
            description = "list findings only, in text with all details") private boolean findingsOnly;

    @Option(names = ReportOptions.CASE, paramLabel = "CASE",
            description = "html, pdf: a case file; its verdicts and the last hash of its log stand in the"
                    + " report") private @Nullable String caseFile;

    @Mixin private ReportOptions reportOptions = new ReportOptions();

    @Spec private @Nullable CommandSpec spec;

    AnalyzeCommand(Terminal terminal, Methods methods) {
        this(terminal, methods, (_, _) -> {});
    }

    /// @param further writes what follows the text of an investigation
    AnalyzeCommand(Terminal terminal, Methods methods, FurtherText further) {
        this.terminal = terminal;
        this.methods = methods;
        this.further = further;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<InvestigationFormat> format = options.investigationFormat(terminal);
        if (format.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        if ((reportOptions.areGiven() || caseFile != null) && !format.get().isReport()) {
            terminal.report(ReportOptions.NEED_A_REPORT);
            return ExitCode.WRONG_USAGE;
        }
        Optional<CaseRecord> record = record();
        Optional<ReportRequest> request = record
                .flatMap(caseRecord -> reportOptions.request(terminal, Objects.requireNonNull(spec), caseRecord, ""));
        if (request.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        Optional<Filter> wanted =
                filter.read(terminal, models.isEmpty() ? List.of(FilterOption.SHIPPED_MODELS) : models);
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        Optional<OutputFile> report = report();
        Optional<List<Detector>> detectors = detectors();
        if (detectors.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        FileDigests digests = FileDigests.begin(files);
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Investigation investigation;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            SipIndex index = captures.content().get();
            investigation = DetectorThreads.investigate(index, detectors.get(), progress);
        }
        if (format.get().listsFailed(request.get().settings())) {
            options.faults().reportListed(investigation.faults(), terminal);
        } else {
            options.faults().report(investigation.faults(), terminal);
        }
        if (!format.get().listsNotJudged()) {
            investigation.notSeen().stream().map(Sentence::text).forEach(terminal::report);
        }
        Investigation listed = listed(investigation, wanted.get());
        ExchangeRequest result = new ExchangeRequest(new AnalysisParts(incidentsOnly, findingsOnly), methods,
                report.isEmpty() && options.isColoured(terminal), options.isRawCsv(), digests::of,
                options.faults().to(terminal), request.get());
        write(listed, format.get(), result, report);
        if (format.get().equals(InvestigationFormats.TEXT)) {
            further.write(listed.index(), options.opened());
        }
        if (fails(listed)) {
            return ExitCode.FAIL_ON;
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// Whether there is an incident as severe as the user asked for.
    private boolean fails(Investigation investigation) {
        Severity least = failOn;
        return least != null
                && investigation.incidents().stream().anyMatch(incident -> incident.severity().compareTo(least) >= 0);
    }

    /// What analysts recorded; empty if that cannot be read, and then the user knows why.
    private Optional<CaseRecord> record() throws IOException {
        String given = caseFile;
        if (given == null) {
            return Optional.of(CaseRecord.NONE);
        }
        Author reader = new Author("", "", Clock.systemUTC());
        try (CaseFile opened = CaseFile.openReadOnly(FileName.path(given), reader)) {
            return Optional.of(CaseRecord.of(opened.verdicts(), opened.notes(), opened.lastHash()));
        } catch (CaseException noCase) {
            terminal.report("--case: " + noCase.getMessage());
            return Optional.empty();
        }
    }

    /// The findings and incidents that cite a message that fits, as many as are wanted.
    private Investigation listed(Investigation all, Filter wanted) {
        List<Finding> findings = all.findings();
        List<Incident> incidents = all.incidents();
        if (filter.isGiven()) {
            MessageSet fitting = filter.run(wanted, all.index(), terminal, options.showsProgress());
            findings = findings.stream().filter(finding -> cites(finding.evidence(), all.index(), fitting)).toList();
            incidents =
                    incidents.stream().filter(incident -> cites(incident.evidence(), all.index(), fitting)).toList();
        }
        return all.with(options.limited(findings), options.limited(incidents));
    }

    private static boolean cites(Evidence evidence, SipIndex index, MessageSet fitting) {
        return IntStream.of(evidence.messages(index)).anyMatch(fitting::contains);
    }

    /// The detectors of all models; empty if one cannot be had.
    private Optional<List<Detector>> detectors() throws IOException {
        List<ModelFile> all = new ArrayList<>();
        Optional<List<ModelFile>> given = new ModelFiles(terminal).read(models);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        all.addAll(given.get());
        if (!baseline.isEmpty()) {
            Optional<List<ModelFile>> trained = train();
            if (trained.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(trained.get());
        }
        if (models.isEmpty() && baseline.isEmpty()) {
            all.addAll(methods.shipped());
        }
        Optional<Methods> corrected = filter.methods(terminal);
        if (corrected.isEmpty()) {
            return Optional.empty();
        }
        return new ModelDetectors(terminal, corrected.get()).of(all,
                model -> Methods.withNumbers(model, rates, homeRegion));
    }

    private Optional<List<ModelFile>> train() throws IOException {
        FileDigests digests = FileDigests.begin(baseline);
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(baseline);
        if (captures.content().isEmpty()) {
            return Optional.empty();
        }
        SipIndex index = captures.content().get();
        CleanBaseline clean;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            clean = CleanBaseline.of(index, methods, progress);
            options.faults().report(clean.faults(), terminal);
            if (options.showsProgress()) {
                clean.lines().forEach(line -> progress.report("baseline: " + line.text()));
            }
            clean.check();
        } catch (IllegalArgumentException noBaseline) {
            terminal.report("baseline: " + noBaseline.getMessage());
            return Optional.empty();
        }
        List<ModelFile> trained = new ArrayList<>();
        for (Method method : methods.all().stream().filter(Method::isTrained).toList()) {
            if (method.needsLabels()) {
                trained.add(method.shipped());
                continue;
            }
            TrainingRequest request = new TrainingRequest(index,
                    new Baseline(index, digests).facts("baseline", Instant.EPOCH, NOT_STATED), Map.of(), seed,
                    TrafficLabels.NONE, clean.leftOut());
            try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
                trained.add(options.opened().verified(() -> method.train(request, progress, _ -> {})));
            } catch (SettingException | IllegalArgumentException tooLittle) {
                terminal.report("baseline: " + tooLittle.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(trained);
    }

    /// The report to write, checked before anything is read.
    private Optional<OutputFile> report() throws IOException {
        Optional<String> output = options.namedFile();
        if (output.isEmpty()) {
            return Optional.empty();
        }
        List<String> inputs = Stream.of(files, models, baseline, Stream.ofNullable(rates).toList(),
                Stream.ofNullable(caseFile).toList(), reportOptions.inputs()).flatMap(List::stream).toList();
        return Optional.of(OutputFile.at(FileName.path(output.get()), options.outputRules(inputs)));
    }

    private void write(Investigation investigation, InvestigationFormat format, ExchangeRequest request,
            Optional<OutputFile> report) throws IOException {
        if (report.isPresent()) {
            report.get().write(out -> {
                format.write(investigation, request, terminal.into(out));
                options.opened().check();
            });
            return;
        }
        options.opened().check();
        format.write(investigation, request, terminal);
    }
}
