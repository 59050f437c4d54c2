package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.page.Page;
import org.sipsleuth.run.FaultSink;

/// A report about an investigation that can be read, checked and repeated without the program. The
/// same investigation gives the same bytes, except for the time at which it was made.
///
/// @param investigation what is reported
/// @param methods that can look
/// @param record what analysts recorded
/// @param faults takes those of parts and rows
public record InvestigationReport(Investigation investigation, Methods methods, ReportSettings settings,
        ReportFacts facts, CaseRecord record, FaultSink faults) {

    /// Writes it as one HTML file.
    ///
    /// @param out is not closed
    public void writeHtml(OutputStream out) throws IOException {
        page().writeHtml(out);
    }

    /// Writes it as PDF.
    ///
    /// @param out is not closed
    public void writePdf(OutputStream out) throws IOException {
        page().writePdf(facts.generatedAt(), out);
    }

    private Page page() {
        ReportText text = ReportText.of(settings.language());
        ReportBody body = new ReportBody(this, text);
        return new Page(body.title(), settings.language().tag(), body.foot(), text.text("sheet"),
                sections().stream().map(its -> new Page.Entry(its.word(), text.text("section." + its.word()))).toList(),
                body);
    }

    /// The sections that are wanted and have anything to state, in their order.
    List<ReportSection> sections() {
        return Arrays.stream(ReportSection.values())
                .filter(settings.sections()::contains)
                .filter(section -> !record.isEmpty()
                        || (section != ReportSection.DECISIONS && section != ReportSection.VERDICTS))
                .filter(section -> !investigation.incidents().isEmpty()
                        || (section != ReportSection.INCIDENTS && section != ReportSection.TIMELINE))
                .toList();
    }
}
