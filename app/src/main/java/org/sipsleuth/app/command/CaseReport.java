package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.app.command.casefile.CaseEvidence;
import org.sipsleuth.app.command.casefile.CaseModels;
import org.sipsleuth.app.command.input.LabRefusal;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.AnalysisParts;
import org.sipsleuth.report.exchange.ExchangeRequest;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.ReportRequest;
import org.sipsleuth.report.investigation.CaseFacts;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Model.CommandSpec;

/// `sipsleuth case report`: what is found in all captures of a case, by the models of the case.
///
/// @param options of the command
/// @param wanted what is wanted of a report that stands alone
record CaseReport(Terminal terminal, Methods methods, CommonOptions options, ReportOptions wanted) {

    /// Analyses the evidence of a case, and writes the report.
    ///
    /// @param folders where captures may be that are no longer where they were seen
    /// @param command whose options the report repeats
    int write(CaseFile opened, List<Path> folders, CommandSpec command) throws IOException {
        Optional<InvestigationFormat> format = options.investigationFormat(terminal);
        if (format.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        if (wanted.areGiven() && !format.get().isReport()) {
            terminal.report(ReportOptions.NEED_A_REPORT);
            return ExitCode.WRONG_USAGE;
        }
        if (!CaseEvidence.isIntact(opened, terminal)) {
            return ExitCode.UNREADABLE_INPUT;
        }
        CaseRecord record = CaseRecord.of(opened.verdicts(), opened.notes(), opened.lastHash());
        Optional<ReportRequest> request = wanted.request(terminal, command, record, number(opened));
        if (request.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        Optional<Methods> corrected = options.filter().methods(terminal);
        Optional<CaseModels> models = CaseModels.read(opened, terminal);
        Optional<CaseEvidence> evidence = evidence(opened, folders);
        if (corrected.isEmpty() || models.isEmpty() || evidence.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Optional<String> refusal = LabRefusal.of(LabRefusal.CASE_REPORT, evidence.get().paths(), List.of());
        if (refusal.isPresent()) {
            terminal.report(refusal.get());
            return ExitCode.WRONG_USAGE;
        }
        options.checkResult(
                options.outputRules(Stream.concat(evidence.get().paths().stream(), wanted.inputs().stream()).toList()));
        Optional<List<Detector>> detectors = models.get().detectors(corrected.get(), terminal);
        Optional<CaseEvidence.Read> read =
                detectors.flatMap(_ -> evidence.get().read(options.captureFiles(terminal), terminal));
        if (read.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Investigation investigation;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            investigation = DetectorThreads.investigate(read.get().index(), detectors.orElseThrow(), progress);
        }
        if (format.get().listsFailed(request.get().settings())) {
            options.faults().reportListed(investigation.faults(), terminal);
        } else {
            options.faults().report(investigation.faults(), terminal);
        }
        if (!format.get().listsNotJudged()) {
            investigation.notSeen().stream().map(Sentence::text).forEach(terminal::report);
        }
        CaseFacts facts =
                CaseFacts.of(opened.properties(), read.get().captures(), models.get().used(), opened.aliases());
        ExchangeRequest result = new ExchangeRequest(AnalysisParts.ALL, methods,
                options.resultFile().isEmpty() && options.isColoured(terminal), options.isRawCsv(),
                evidence.get().digests()::of, options.faults().to(terminal), request.get().about(facts));
        // nothing of a report is sent before the captures were found unchanged after it
        OutputFile.to(StandardOutput.NAME, terminal.out()).write(out -> {
            format.get().write(investigation, result, terminal.into(out));
            options.opened().check();
        });
        return read.get().isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private Optional<CaseEvidence> evidence(CaseFile opened, List<Path> folders) throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            return CaseEvidence.find(opened, folders, progress, terminal);
        }
    }

    /// The number of the case. Without one its name, if somebody chose it and it has a place at the
    /// foot of a page; a case that nobody named is called as its file.
    private static String number(CaseFile opened) throws IOException {
        String number = opened.properties().getOrDefault("number", "");
        if (!number.isEmpty() && number.length() <= ReportOptions.LONGEST_CASE_NUMBER) {
            return number;
        }
        String name = opened.properties().getOrDefault("name", "").strip();
        boolean isChosen = !name.equals(FileName.last(opened.file())) && !name.endsWith(".case");
        return isChosen && name.length() <= ReportOptions.LONGEST_CASE_NUMBER ? name : "";
    }
}
