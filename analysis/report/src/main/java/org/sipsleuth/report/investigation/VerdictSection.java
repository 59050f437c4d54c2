package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.page.Markup;

/// What analysts concluded, and the hash that shows that their record is unchanged.
final class VerdictSection {

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_NOTES = 200;

    private final CaseRecord record;
    private final List<Incident> incidents;
    private final Sheet sheet;

    VerdictSection(InvestigationReport report, Sheet sheet) {
        record = report.record();
        incidents = report.investigation().incidents();
        this.sheet = sheet;
    }

    /// An incident by its number and title, all else as it was recorded.
    private void about(CaseRecord.Verdict verdict) throws IOException {
        Subject subject = verdict.about();
        Optional<Incident> incident =
                incidents.stream().filter(each -> Subject.incident(each.id()).equals(subject)).findFirst();
        if (incident.isEmpty()) {
            sheet.page().text(subject.key());
            String scope = sheet.text().scope(verdict);
            if (!scope.isEmpty()) {
                sheet.page().element("div", scope, "class", "minor");
            }
        } else {
            sheet.page().text(sheet.text().text("verdict.incident", incident.get().number()) + " ");
            sheet.title(incident.get().title());
        }
    }

    void write() throws IOException {
        Markup page = sheet.page();
        ReportText text = sheet.text();
        if (!record.verdicts().isEmpty()) {
            sheet.table(new Sheet.Column("column.time", 24), new Sheet.Column("column.about", 24),
                    new Sheet.Column("column.verdict", 36), new Sheet.Column("column.analyst", 16));
            for (CaseRecord.Verdict verdict : record.verdicts()) {
                page.begin("tr");
                page.element("td", HumanText.moment(verdict.at().getEpochSecond() * SECOND, 0));
                sheet.cell(() -> about(verdict));
                sheet.cell(() -> {
                    page.element("div", text.judgement(verdict));
                    if (!verdict.note().isEmpty()) {
                        page.element("div", verdict.note(), "class", "minor");
                    }
                });
                page.element("td", verdict.analyst());
                page.end();
            }
            sheet.endTable();
        }
        notes();
        if (!record.logHash().isEmpty()) {
            page.element("p", text.text("verdicts.log", record.logHash()), "class", "hash");
        }
    }

    private void notes() throws IOException {
        if (record.notes().isEmpty()) {
            return;
        }
        Markup page = sheet.page();
        sheet.table(new Sheet.Column("column.dialog", 32), new Sheet.Column("column.note", 52),
                new Sheet.Column("column.analyst", 16));
        for (CaseRecord.Noted noted : record.notes().stream().limit(MOST_NOTES).toList()) {
            DialogNote note = noted.note();
            page.begin("tr");
            page.element("td", noted.callId());
            sheet.cell(() -> {
                String words = Stream.concat(note.mark().map(NoteMark::name).stream(), note.tags().stream())
                        .collect(Collectors.joining(", "));
                if (!words.isEmpty()) {
                    page.element("div", words);
                }
                if (!note.comment().isEmpty()) {
                    page.element("div", note.comment());
                }
            });
            page.element("td", noted.analyst());
            page.end();
        }
        sheet.endTable();
        int left = record.notes().size() - MOST_NOTES;
        if (left > 0) {
            sheet.remark(sheet.text().text("verdicts.notes.left", left));
        }
    }
}
