package org.sipsleuth.report.investigation;

import java.io.IOException;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.page.Markup;

/// What analysts concluded, and the hash that shows that their record is unchanged.
final class VerdictSection {

    private static final long SECOND = 1_000_000_000L;

    private final CaseRecord record;
    private final Sheet sheet;

    VerdictSection(CaseRecord record, Sheet sheet) {
        this.record = record;
        this.sheet = sheet;
    }

    void write() throws IOException {
        Markup page = sheet.page();
        ReportText text = sheet.text();
        if (!record.verdicts().isEmpty()) {
            sheet.table(
                    new Sheet.Column("column.time", 24),
                    new Sheet.Column("column.about", 24),
                    new Sheet.Column("column.verdict", 36),
                    new Sheet.Column("column.analyst", 16));
            for (CaseRecord.Verdict verdict : record.verdicts()) {
                page.begin("tr");
                page.element("td", HumanText.moment(verdict.at().getEpochSecond() * SECOND, 0));
                page.element("td", verdict.about());
                sheet.cell(
                        () -> {
                            page.element("div", verdict.verdict());
                            if (!verdict.note().isEmpty()) {
                                page.element("div", verdict.note(), "class", "minor");
                            }
                        });
                page.element("td", verdict.analyst());
                page.end();
            }
            sheet.endTable();
        }
        if (!record.logHash().isEmpty()) {
            page.element("p", text.text("verdicts.log", record.logHash()), "class", "hash");
        }
    }
}
