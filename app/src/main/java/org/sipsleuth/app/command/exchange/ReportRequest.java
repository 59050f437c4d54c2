package org.sipsleuth.app.command.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.FileDigests;
import org.sipsleuth.app.command.investigate.AnalysisFormat;
import org.sipsleuth.app.command.investigate.ProgramVersion;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.investigation.CaseFacts;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.InvestigationReport;
import org.sipsleuth.report.investigation.ReportFacts;
import org.sipsleuth.report.investigation.ReportSection;
import org.sipsleuth.report.investigation.ReportSettings;

/// What is wanted of a report that stands alone.
///
/// @param settings language, sections, case number, logo
/// @param generatedAt the time that it names as that of its making
/// @param options of the command line that changed the result, as they were written
/// @param record what analysts concluded
/// @param ofCase the case that the captures are the evidence of
public record ReportRequest(ReportSettings settings, Instant generatedAt, List<String> options, CaseRecord record,
        Optional<CaseFacts> ofCase) {

    /// Takes a copy.
    public ReportRequest {
        options = List.copyOf(options);
    }

    /// Whether a result of this format lists the rules and methods that failed.
    public boolean listsFailed(AnalysisFormat format) {
        return format.isReport()
                ? settings.sections().contains(ReportSection.SUMMARY)
                        || settings.sections().contains(ReportSection.NOT_DECODED)
                : format.listsFailed();
    }

    /// The same about the evidence of a case.
    public ReportRequest about(CaseFacts facts) {
        return new ReportRequest(settings, generatedAt, options, record, Optional.of(facts));
    }

    /// The report about an investigation.
    ///
    /// @param digests of the captures; waits until they are known
    InvestigationReport of(Investigation investigation, Methods methods, FileDigests digests) {
        return new InvestigationReport(investigation, methods, settings, new ReportFacts(ProgramVersion.text(),
                generatedAt, investigation.index().files().stream().map(digests::of).toList(), options, ofCase),
                record);
    }
}
