package org.sipsleuth.report.exchange;

import java.io.IOException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.Destination;

/// Incidents as a STIX 2.1 bundle.
final class StixFormat implements InvestigationFormat {

    @Override
    public String word() {
        return "stix";
    }

    @Override
    public String title() {
        return "STIX 2.1";
    }

    @Override
    public String ending() {
        return ".stix.json";
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        new StixBundle(investigation, request.sha256(), request.faults()).write(to.dataWriter());
    }
}
