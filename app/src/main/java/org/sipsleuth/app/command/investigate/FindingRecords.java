package org.sipsleuth.app.command.investigate;

import java.util.List;
import org.sipsleuth.app.command.listing.Listing;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measure;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.HumanText;

/// A record per finding, for other programs.
public final class FindingRecords implements Listing {

    private static final int DIGITS = 9;

    private final Investigation investigation;

    public FindingRecords(Investigation investigation) {
        this.investigation = investigation;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("id"),
                Column.text("detector"),
                Column.text("severity"),
                Column.text("title"),
                Column.text("explanation"),
                Column.text("statistic"),
                Column.number("value"),
                Column.number("threshold"),
                Column.bool("grounded"),
                Column.number("dialogs"),
                Column.number("from"),
                Column.number("to"),
                Column.text("model_sha256"));
    }

    @Override
    public int size() {
        return investigation.findings().size();
    }

    @Override
    public String[] row(int row) {
        Finding finding = investigation.findings().get(row);
        Measure decisive = finding.grounds().decisive();
        Evidence evidence = finding.evidence();
        return new String[] {
            finding.id(),
            finding.origin().detector(),
            finding.severity().word(),
            finding.statement().title(),
            finding.statement().explanation(),
            decisive.statistic(),
            Double.toString(decisive.value()),
            Double.toString(decisive.threshold()),
            Boolean.toString(finding.grounds().isGrounded()),
            Integer.toString(evidence.dialogs(investigation.index()).length),
            HumanText.seconds(evidence.fromNanos(investigation.index()), DIGITS),
            HumanText.seconds(evidence.toNanos(investigation.index()), DIGITS),
            finding.origin().model().sha256()
        };
    }
}
