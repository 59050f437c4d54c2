package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.document.Document;
import org.sipsleuth.report.document.IncidentDocument;
import org.sipsleuth.report.document.Section;
import org.sipsleuth.report.document.Topic;
import org.sipsleuth.report.page.Markup;

/// Each incident with all that it rests on.
final class IncidentSection {

    /// So many incidents are described; the others are counted.
    private static final int DESCRIBED = 50;

    /// So many of the gravest have ladders.
    private static final int WITH_LADDERS = 10;

    private final List<Incident> incidents;
    private final Sheet sheet;
    private final Markup page;
    private final ReportText text;
    private final EvidenceText evidence;
    private final CaseRecord record;

    IncidentSection(InvestigationReport report, Sheet sheet, EvidenceText evidence) {
        incidents = report.investigation().incidents();
        record = report.record();
        this.sheet = sheet;
        this.page = sheet.page();
        this.text = sheet.text();
        this.evidence = evidence;
    }

    /// Where an incident stands in the page.
    static String id(Incident incident) {
        return "incident-" + incident.number();
    }

    void write() throws IOException {
        for (Incident incident : incidents.stream().limit(DESCRIBED).toList()) {
            page.begin("div", "class", "incident", "id", id(incident));
            sheet.part("report/incident", () -> write(incident));
            page.end();
        }
        if (incidents.size() > DESCRIBED) {
            sheet.remark(text.text("incidents.left", text.count(incidents.size() - DESCRIBED, "incident")));
        }
    }

    private void write(Incident incident) throws IOException {
        Document document = IncidentDocument.of(incident, evidence.places());
        page.begin("h3").text(incident.number() + "  ");
        sheet.title(document.title());
        page.end();
        BlockMarkup blocks = new BlockMarkup(sheet);
        sheet.facts();
        blocks.facts(document.facts());
        verdicts(incident);
        sheet.endTable();
        for (Section section : document.sections()) {
            if (section.topic() != Topic.LADDERS || incident.number() <= WITH_LADDERS) {
                blocks.write(section);
            }
        }
    }

    private void verdicts(Incident incident) throws IOException {
        List<Verdict> verdicts = record.about(Subject.incident(incident.id()));
        if (!verdicts.isEmpty()) {
            sheet.fact("fact.verdicts", () -> {
                for (Verdict verdict : verdicts) {
                    page.element("div", text.text("verdict.by", text.judgement(verdict), verdict.who()));
                    if (!verdict.note().isEmpty()) {
                        page.element("div", verdict.note(), "class", "minor");
                    }
                }
            });
        }
    }
}
