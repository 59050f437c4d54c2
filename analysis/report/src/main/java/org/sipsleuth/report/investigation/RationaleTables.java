package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.report.page.Markup;

/// The reasons of findings beyond their measures, as tables.
///
/// @param evidence names the frames that a reason rests on
record RationaleTables(Sheet sheet, EvidenceText evidence) {

    private static final int MOST_ROWS = 12;
    private static final int MOST_FRAMES = 6;

    /// Writes those of the first findings that have some, below a heading; nothing where none has.
    ///
    /// @param most so many findings
    void write(List<Finding> findings, int most) throws IOException {
        int shown = 0;
        int seen = 0;
        while (seen < findings.size() && shown < most) {
            Finding finding = findings.get(seen++);
            List<Rationale.Section> sections =
                    finding.rationale().get().sections().stream().filter(section -> !section.isDetail()).toList();
            if (!sections.isEmpty()) {
                if (shown++ == 0) {
                    sheet.heading("reasons");
                }
                for (Rationale.Section section : sections) {
                    write(finding.statement().title(), section);
                }
            }
        }
        if (shown > 0 && seen < findings.size()) {
            sheet.remark(sheet.text().text("reasons.left", sheet.text().count(findings.size() - seen, "finding")));
        }
    }

    private void write(Sentence title, Rationale.Section section) throws IOException {
        Markup page = sheet.page();
        page.begin("p", "class", "above");
        sheet.title(title);
        page.text(" – ");
        sheet.title(section.title());
        page.end();
        sheet.facts();
        for (Rationale.Line line : section.lines().stream().limit(MOST_ROWS).toList()) {
            page.begin("tr").begin("th", "scope", "row");
            sheet.title(line.name());
            page.end();
            sheet.cell(() -> write(line));
            page.end();
        }
        sheet.endTable();
        int left = section.lines().size() - MOST_ROWS;
        if (left > 0) {
            sheet.remark(sheet.text().text("reasons.rows", left));
        }
    }

    private void write(Rationale.Line line) throws IOException {
        sheet.page().prose(sheet.text().in(line.text()));
        Optional<Evidence> cited = line.evidence();
        if (cited.isPresent()) {
            for (String frames : evidence.frames(cited.get(), MOST_FRAMES)) {
                sheet.page().element("div", frames, "class", "minor");
            }
        }
    }
}
