package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.Optional;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.rows.Format;

/// JSON Lines: incidents, findings and what failed, an object on each line.
final class JsonLinesFormat implements InvestigationFormat {

    @Override
    public String word() {
        return "jsonl";
    }

    @Override
    public String title() {
        return "JSON Lines";
    }

    @Override
    public String ending() {
        return ".jsonl";
    }

    @Override
    public Optional<Format> rows() {
        return Optional.of(Format.JSONL);
    }

    @Override
    public boolean listsFailed(ReportSettings settings) {
        return true;
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        new InvestigationJson(investigation, request.sha256(), request.faults()).writeLines(to.dataWriter(),
                request.parts());
    }
}
