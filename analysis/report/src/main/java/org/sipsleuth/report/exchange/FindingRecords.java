package org.sipsleuth.report.exchange;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.investigation.FindingParties;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A record per finding, for other programs.
public final class FindingRecords implements Listing {

    private final Investigation investigation;
    private final FindingParties parties;

    public FindingRecords(Investigation investigation) {
        this.investigation = investigation;
        parties = new FindingParties(investigation);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.text("id"), Column.text("detector"), Column.text("severity"), Column.text("title"),
                Column.text("explanation"), Column.text("statistic"), Column.number("value"),
                Column.number("threshold"), Column.bool("grounded"), Column.number("dialogs"), Column.time("from"),
                Column.time("to"), Column.text("model_sha256"), Column.text("class"), Column.bool("sufficient_sample"),
                Column.text("model"), Column.list("files"), Column.text("source"), Column.text("target"),
                Column.number("confidence"), Column.text("outcome"), Column.text("incident_id"));
    }

    @Override
    public int size() {
        return investigation.findings().size();
    }

    @Override
    public String[] row(int row) {
        Finding finding = investigation.findings().get(row);
        Measurement decisive = finding.grounds().decisive();
        Evidence evidence = finding.evidence();
        SipIndex index = investigation.index();
        return new String[]{
            finding.id(),
            finding.origin().detector(),
            finding.severity().word(),
            finding.statement().title().text(),
            finding.statement().explanation().text(),
            decisive.statistic().text(),
            Double.toString(decisive.value()),
            Double.toString(decisive.threshold()),
            Boolean.toString(finding.grounds().isGrounded()),
            Integer.toString(evidence.dialogs(index).length),
            CaptureTimes.seconds(index, evidence.fromNanos(index)),
            CaptureTimes.seconds(index, evidence.toNanos(index)),
            finding.origin().model().sha256(),
            finding.statement().kind(),
            Boolean.toString(finding.grounds().isGrounded()),
            finding.origin().model().name(),
            Column.list(evidence.files(index)),
            FindingParties.source(finding),
            FindingParties.target(finding),
            FindingParties.confidence(finding),
            finding.statement().outcome().word(),
            parties.incident(finding)};
    }
}
