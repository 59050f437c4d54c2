package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.report.document.DecisionDocument;
import org.sipsleuth.report.page.Markup;

/// A dialog of each decision, what analysts noted, and the hash that shows that their record is
/// unchanged.
final class VerdictSection {

    private static final int MOST_NOTES = 200;

    private final CaseRecord record;
    private final DecisionDocument decisions;
    private final Sheet sheet;

    VerdictSection(InvestigationReport report, Sheet sheet, DecisionDocument decisions) {
        record = report.record();
        this.decisions = decisions;
        this.sheet = sheet;
    }

    void write() throws IOException {
        for (DecisionDocument.ShownDialog shown : decisions.ladders()) {
            sheet.page().begin("h3", "id", shown.id());
            sheet.title(shown.title());
            sheet.page().end();
            new BlockMarkup(sheet).write(List.of(shown.ladder()));
        }
        notes();
        if (!record.logHash().isEmpty()) {
            sheet.page().element("p", sheet.text().text("verdicts.log", record.logHash()), "class", "hash");
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
            sheet.row(() -> {
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
            });
        }
        sheet.endTable();
        int left = record.notes().size() - MOST_NOTES;
        if (left > 0) {
            sheet.remark(sheet.text().text("verdicts.notes.left", left));
        }
    }
}
