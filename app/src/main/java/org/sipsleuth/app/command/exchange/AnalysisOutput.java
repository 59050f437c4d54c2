package org.sipsleuth.app.command.exchange;

import java.io.IOException;
import org.sipsleuth.app.command.input.FileDigests;
import org.sipsleuth.app.command.investigate.AnalysisFormat;
import org.sipsleuth.app.command.investigate.AnalysisParts;
import org.sipsleuth.app.command.investigate.FindingRecords;
import org.sipsleuth.app.command.investigate.IncidentRecords;
import org.sipsleuth.app.command.investigate.InvestigationJson;
import org.sipsleuth.app.command.investigate.InvestigationText;
import org.sipsleuth.app.command.listing.Listing;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.RowWriter;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;

/// Writes an investigation in the format that the user asked for.
///
/// @param format how it is written
/// @param parts what of it is listed; ecs and stix are of incidents only, json has all of it
/// @param methods that can look
/// @param isColoured whether text is coloured
/// @param isRawCsv whether values of CSV stand as they are in the capture
/// @param report what is wanted of html and pdf
public record AnalysisOutput(AnalysisFormat format, AnalysisParts parts, Methods methods, boolean isColoured,
        boolean isRawCsv, ReportRequest report) {

    /// Writes it where the results of a terminal go.
    ///
    /// @param digests of the captures
    public void write(Investigation investigation, FileDigests digests, Terminal terminal) throws IOException {
        switch (format) {
            case TEXT -> new InvestigationText(terminal, methods, isColoured).write(investigation, parts);
            case CSV -> rows(investigation, terminal);
            case JSON -> new InvestigationJson(investigation, digests).write(terminal.dataWriter(),
                    report.ofCase().map(its -> new CaseKeys(report, its)));
            case JSONL -> new InvestigationJson(investigation, digests).writeLines(terminal.dataWriter(), parts);
            case ECS -> new EcsDocuments(investigation).write(terminal.dataWriter());
            case STIX -> new StixBundle(investigation, digests).write(terminal.dataWriter());
            case HTML -> report.of(investigation, methods, digests).writeHtml(terminal.out());
            case PDF -> report.of(investigation, methods, digests).writePdf(terminal.out());
        }
    }

    private void rows(Investigation investigation, Terminal terminal) throws IOException {
        Listing records =
                parts.hasIncidentRows() ? new IncidentRecords(investigation) : new FindingRecords(investigation);
        try (RowWriter rows = RowWriter.open(Format.CSV, records.columns(), terminal, false, isRawCsv)) {
            records.writeTo(rows);
        }
    }
}
