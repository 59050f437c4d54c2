package org.sipsleuth.report.exchange;

import java.io.IOException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.Destination;

/// Incidents for Elasticsearch: a document on each line.
final class EcsFormat implements InvestigationFormat {

    @Override
    public String word() {
        return "ecs";
    }

    @Override
    public String title() {
        return "Elastic Common Schema";
    }

    @Override
    public String ending() {
        return ".ecs.jsonl";
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        new EcsDocuments(investigation, request.faults()).write(to.dataWriter());
    }
}
