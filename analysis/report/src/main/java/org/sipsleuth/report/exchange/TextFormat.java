package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.Optional;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.rows.Format;

/// Text for people. The window offers no file of it: it is copied from the page of an incident.
final class TextFormat implements InvestigationFormat {

    @Override
    public String word() {
        return "text";
    }

    @Override
    public String title() {
        return "Text";
    }

    @Override
    public String ending() {
        return "";
    }

    @Override
    public Optional<Format> rows() {
        return Optional.of(Format.TEXT);
    }

    @Override
    public boolean listsNotJudged() {
        return true;
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        new InvestigationText(to, request.methods(), request.isColoured(), request.faults()).write(investigation,
                request.parts(), request.report());
    }
}
