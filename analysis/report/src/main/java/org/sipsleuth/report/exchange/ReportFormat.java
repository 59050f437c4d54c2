package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.Locale;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.investigation.InvestigationReport;
import org.sipsleuth.report.investigation.ReportSection;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;

/// A report that stands alone, for browsers or on paper.
///
/// @param word `html` or `pdf`
record ReportFormat(String word) implements InvestigationFormat {

    @Override
    public String title() {
        return "Report (%s)".formatted(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String ending() {
        return "." + word;
    }

    @Override
    public boolean isReport() {
        return true;
    }

    @Override
    public boolean listsNotJudged() {
        return true;
    }

    /// Only in some of its sections.
    @Override
    public boolean listsFailed(ReportSettings settings) {
        return settings.sections().contains(ReportSection.SUMMARY)
                || settings.sections().contains(ReportSection.NOT_DECODED);
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        InvestigationReport report =
                request.report().of(investigation, request.methods(), request.sha256(), request.faults());
        if (word.equals("pdf")) {
            report.writePdf(to.out());
        } else {
            report.writeHtml(to.out());
        }
    }
}
