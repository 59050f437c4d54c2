package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.Optional;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.rows.Format;

/// One JSON document with all of an investigation, whatever parts are wanted.
final class JsonFormat implements InvestigationFormat {

    @Override
    public String word() {
        return "json";
    }

    @Override
    public String title() {
        return "JSON";
    }

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public Optional<Format> rows() {
        return Optional.of(Format.JSON);
    }

    @Override
    public boolean listsNotJudged() {
        return true;
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        new InvestigationJson(investigation, request.sha256(), request.faults()).write(to.dataWriter(),
                request.report().ofCase().map(facts -> new CaseKeys(request.report(), facts)));
    }
}
