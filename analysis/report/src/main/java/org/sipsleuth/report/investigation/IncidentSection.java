package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.report.page.Markup;

/// Each incident with all that it rests on.
final class IncidentSection {

    /// So many incidents are described; the others are counted.
    private static final int DESCRIBED = 50;

    /// So many of the gravest have ladders.
    private static final int WITH_LADDERS = 10;

    /// So many findings of an incident have their reasons.
    private static final int WITH_REASONS = 4;
    private static final int MOST_NAMES = 40;
    private static final int MOST_FRAMES = 30;
    private static final int MOST_MEASURES = 12;

    private final List<Incident> incidents;
    private final SipIndex index;
    private final Sheet sheet;
    private final Markup page;
    private final ReportText text;
    private final EvidenceText evidence;
    private final CaseRecord record;

    IncidentSection(InvestigationReport report, Sheet sheet, EvidenceText evidence) {
        incidents = report.investigation().incidents();
        index = report.investigation().index();
        record = report.record();
        this.sheet = sheet;
        this.page = sheet.page();
        this.text = sheet.text();
        this.evidence = evidence;
    }

    void write() throws IOException {
        for (Incident incident : incidents.stream().limit(DESCRIBED).toList()) {
            write(incident);
        }
        if (incidents.size() > DESCRIBED) {
            sheet.remark(text.text("incidents.left", text.count(incidents.size() - DESCRIBED, "incident")));
        }
    }

    private void write(Incident incident) throws IOException {
        page.begin("div", "class", "incident");
        page.begin("h3", "id", IncidentFacts.id(incident));
        page.text(incident.number() + "  ");
        sheet.title(incident.title());
        page.end();
        facts(incident);
        story(incident);
        stages(incident);
        keys(incident);
        if (incident.number() <= WITH_LADDERS) {
            ladders(incident);
        }
        measures(incident);
        new RationaleTables(sheet, evidence).write(incident.findings(), WITH_REASONS);
        cited(incident);
        sheet.list("incident.alternatives", incident.alternatives());
        sheet.list("incident.not.determined", incident.notDetermined());
        sheet.list("incident.advice", incident.advice());
        page.end();
    }

    private void facts(Incident incident) throws IOException {
        sheet.facts();
        sheet.fact("fact.kind", text.kind(incident.kind()));
        sheet.fact("fact.severity", text.severity(incident.severity()));
        sheet.fact("fact.outcome", text.outcome(incident.outcome()));
        sheet.fact("fact.confidence", text.percent(incident.confidence()));
        sheet.fact("fact.time", text.period(incident.fromNanos(), incident.toNanos()));
        sheet.fact("fact.actors", new IncidentFacts(text, evidence).actors(incident.actors()));
        sheet.fact("fact.fingerprints", evidence.first(incident.actors().fingerprints(), MOST_NAMES, "; "));
        sheet.fact("fact.victims", evidence.hosts(incident.victims(), MOST_NAMES));
        sheet.fact("fact.accounts", evidence.first(incident.accounts(), MOST_NAMES, ", "));
        sheet.fact("fact.attack",
                incident.techniques()
                        .stream()
                        .map(its -> its.id() + " " + its.name())
                        .collect(Collectors.joining(", ")));
        sheet.fact("fact.id", incident.id());
        List<CaseRecord.Verdict> verdicts = record.about(Subject.incident(incident.id()));
        if (!verdicts.isEmpty()) {
            sheet.fact("fact.verdicts", () -> {
                for (CaseRecord.Verdict verdict : verdicts) {
                    page.element("div", text.text("verdict.by", text.judgement(verdict), verdict.analyst()));
                    if (!verdict.note().isEmpty()) {
                        page.element("div", verdict.note(), "class", "minor");
                    }
                }
            });
        }
        sheet.endTable();
    }

    private void story(Incident incident) throws IOException {
        sheet.heading("incident.story");
        sheet.prose(incident.whole());
    }

    private void stages(Incident incident) throws IOException {
        if (incident.stages().size() < 2) {
            return;
        }
        sheet.heading("incident.stages");
        sheet.table(new Sheet.Column("column.from", 24), new Sheet.Column("column.duration", 13),
                new Sheet.Column("column.stage", 27), new Sheet.Column("column.result", 22),
                new Sheet.Column("column.outcome", 14));
        for (Stage stage : incident.stages()) {
            page.begin("tr");
            page.element("td", ReportText.moment(stage.fromNanos()));
            page.element("td", text.duration(stage.toNanos() - stage.fromNanos()));
            page.element("td", text.kind(stage.kind()));
            sheet.cell(() -> sheet.title(stage.what()));
            page.element("td", text.outcome(stage.outcome()));
            page.end();
        }
        sheet.endTable();
    }

    private void keys(Incident incident) throws IOException {
        if (incident.keys().isEmpty()) {
            return;
        }
        sheet.heading("incident.keys");
        sheet.table(new Sheet.Column("column.frame", 16), new Sheet.Column("column.time", 24),
                new Sheet.Column("column.shows", 60));
        for (KeyMessage key : incident.keys()) {
            int message = key.message();
            page.begin("tr");
            page.element("td", evidence.frame(message));
            page.element("td", ReportText.moment(index.messages().capturedAtNanos(message)));
            sheet.cell(() -> {
                page.begin("div");
                sheet.title(key.shows());
                page.end();
                page.element("div", evidence.ends(message), "class", "minor");
                page.element("div", text.text("incident.sha", evidence.sha256(message)), "class", "hash");
            });
            page.end();
        }
        sheet.endTable();
    }

    private void ladders(Incident incident) throws IOException {
        List<KeyLadders.Part> parts = new KeyLadders(index).of(incident);
        if (parts.isEmpty()) {
            return;
        }
        sheet.heading("incident.ladders");
        for (KeyLadders.Part part : parts) {
            page.begin("figure");
            page.picture(part.picture());
            page.element("figcaption", part.isWhole() ? text.text("ladder.whole", part.callId(), part.all())
                    : text.text("ladder.part", part.callId(), part.from(), part.to(), part.all()));
            page.end();
        }
    }

    private void measures(Incident incident) throws IOException {
        List<Finding> findings = incident.findings();
        if (findings.isEmpty()) {
            return;
        }
        sheet.heading("incident.measures");
        sheet.table(new Sheet.Column("column.finding", 38), new Sheet.Column("column.measured", 24),
                new Sheet.Column("column.value", 10), new Sheet.Column("column.threshold", 12),
                new Sheet.Column("column.model", 16));
        for (Finding finding : findings.stream().limit(MOST_MEASURES).toList()) {
            Measurement decisive = finding.grounds().decisive();
            page.begin("tr");
            sheet.cell(() -> {
                page.begin("div");
                sheet.title(finding.statement().title());
                page.end();
                page.element("div", finding.id(), "class", "minor");
            });
            sheet.cell(() -> sheet.title(decisive.statistic()));
            page.element("td", text.number(decisive.value()));
            page.element("td", text.comparison(decisive));
            page.element("td", finding.origin().detector() + ", " + finding.origin().model().name());
            page.end();
        }
        sheet.endTable();
        if (findings.size() > MOST_MEASURES) {
            sheet.remark(text.text("incident.measures.left", text.count(findings.size() - MOST_MEASURES, "finding")));
        }
    }

    private void cited(Incident incident) throws IOException {
        sheet.heading("incident.evidence");
        int messages = incident.evidence().messages(index).length;
        int dialogs = incident.evidence().dialogs(index).length;
        sheet.paragraph(text.text("incident.rests", text.count(messages, "message"), text.count(dialogs, "dialog")));
        page.begin("ul");
        for (String line : evidence.frames(incident.evidence(), MOST_FRAMES)) {
            page.element("li", line);
        }
        page.end();
    }
}
