package org.sipsleuth.report.exchange;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.field.Citations;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sentence.Sentence;

/// A record per incident, for other programs.
public final class IncidentRecords implements Listing {

    private final Investigation investigation;

    public IncidentRecords(Investigation investigation) {
        this.investigation = investigation;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.text("id"), Column.text("kind"), Column.list("stages"), Column.list("actors"),
                Column.list("fingerprints"), Column.list("victims"), Column.list("accounts"), Column.time("from"),
                Column.time("to"), Column.text("outcome"), Column.text("severity"), Column.number("confidence"),
                Column.number("confidence_actor"), Column.number("confidence_outcome"), Column.text("title"),
                Column.text("story"), Column.list("advice"), Column.list("not_determined"),
                Column.list("other_explanations"), Column.list("attack"), Column.list("finding_ids"),
                Column.list("files"), Column.list("carriers"));
    }

    @Override
    public int size() {
        return investigation.incidents().size();
    }

    @Override
    public String[] row(int row) {
        Incident incident = investigation.incidents().get(row);
        SipIndex index = investigation.index();
        String all = Citations.filter(incident);
        return new String[]{
            incident.id(),
            incident.kind().word(),
            Column.list(incident.stages().stream().map(its -> its.kind().word()).toList()),
            BoundedLists.cell(incident.actors().names(), all),
            BoundedLists.cell(incident.actors().fingerprints(), all),
            BoundedLists.cell(incident.victims(), all),
            BoundedLists.cell(incident.accounts(), all),
            CaptureTimes.seconds(index, incident.fromNanos()),
            CaptureTimes.seconds(index, incident.toNanos()),
            incident.outcome().word(),
            incident.severity().word(),
            Double.toString(incident.confidence().kind()),
            Double.toString(incident.confidence().actor()),
            incident.confidence().outcome().isPresent() ? Double.toString(incident.confidence().outcome().getAsDouble())
                    : "",
            incident.title().text(),
            incident.whole().text(),
            texts(Action.sentences(incident.advice())),
            texts(incident.notDetermined()),
            texts(incident.alternatives()),
            Column.list(incident.techniques().stream().map(AttackTechnique::id).toList()),
            BoundedLists.cell(incident.findings().stream().map(Finding::id).toList(), all),
            Column.list(incident.evidence().files(index)),
            BoundedLists.cell(incident.actors().carriers(), all)};
    }

    private static String texts(List<Sentence> sentences) {
        return Column.list(sentences.stream().map(Sentence::text).toList());
    }
}
