package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.Optional;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.report.rows.RowWriter;

/// CSV: a row for each finding, or for each incident.
final class CsvFormat implements InvestigationFormat {

    @Override
    public String word() {
        return "csv";
    }

    @Override
    public String title() {
        return "CSV";
    }

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public Optional<Format> rows() {
        return Optional.of(Format.CSV);
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        Listing records = request.parts().hasIncidentRows() ? new IncidentRecords(investigation)
                : new FindingRecords(investigation);
        try (RowWriter rows = RowWriter.open(Format.CSV, records.columns(), to, false, request.isRawCsv())) {
            records.writeTo(rows, request.faults());
        }
    }
}
