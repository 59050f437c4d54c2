package org.sipsleuth.report.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.document.Places;
import org.sipsleuth.report.investigation.CaseFacts;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.InvestigationReport;
import org.sipsleuth.report.investigation.ReportFacts;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.run.FaultSink;

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

    /// The same about the evidence of a case.
    public ReportRequest about(CaseFacts facts) {
        return new ReportRequest(settings, generatedAt, options, record, Optional.of(facts));
    }

    /// Where messages are, as the case names files and hosts, if there is one.
    Places places(Investigation investigation) {
        return CaseFacts.places(ofCase, investigation.index());
    }

    /// The report about an investigation.
    ///
    /// @param sha256 the digest of a capture; waits until it is known
    /// @param faults takes those of parts and rows
    InvestigationReport of(Investigation investigation, Methods methods, Function<CaptureSummary, String> sha256,
            FaultSink faults) {
        return new InvestigationReport(investigation, methods, settings, new ReportFacts(ProgramVersion.text(),
                generatedAt, investigation.index().files().stream().map(sha256).toList(), options, ofCase), record,
                faults);
    }
}
