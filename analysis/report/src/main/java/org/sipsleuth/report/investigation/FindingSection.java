package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.document.Reasons;
import org.sipsleuth.report.document.Section;
import org.sipsleuth.report.document.Topic;
import org.sipsleuth.report.page.Markup;

/// The findings that belong to no incident, the most severe first.
final class FindingSection {

    /// So many have their reasons.
    private static final int WITH_REASONS = 10;
    private static final int LISTED = 50;
    private static final int MOST_FRAMES = 6;

    private final Investigation investigation;
    private final Sheet sheet;
    private final ReportText text;
    private final EvidenceText evidence;

    FindingSection(InvestigationReport report, Sheet sheet, EvidenceText evidence) {
        this.investigation = report.investigation();
        this.sheet = sheet;
        this.text = sheet.text();
        this.evidence = evidence;
    }

    void write() throws IOException {
        FindingParties parties = new FindingParties(investigation);
        List<Finding> others =
                investigation.findings().stream().filter(finding -> !parties.isOfIncident(finding)).toList();
        if (others.isEmpty()) {
            int all = investigation.findings().size();
            sheet.paragraph(
                    all == 0 ? text.text("findings.none") : text.text("findings.all", text.count(all, "finding")));
            return;
        }
        sheet.paragraph(text.text("findings.intro", text.count(others.size(), "finding")));
        sheet.table(new Sheet.Column("column.severity", 12), new Sheet.Column("column.finding", 50),
                new Sheet.Column("column.measured", 20), new Sheet.Column("column.frames", 18));
        for (Finding finding : others.stream().limit(LISTED).toList()) {
            row(finding);
        }
        sheet.endTable();
        if (others.size() > LISTED) {
            sheet.remark(text.text("findings.left", text.count(others.size() - LISTED, "finding")));
        }
        new BlockMarkup(sheet)
                .write(new Section(Topic.REASONS, () -> new Reasons(evidence.places()).of(others, WITH_REASONS)));
    }

    private void row(Finding finding) throws IOException {
        Markup page = sheet.page();
        Measurement decisive = finding.grounds().decisive();
        sheet.row(() -> {
            page.element("td", text.severity(finding.severity()));
            sheet.cell(() -> {
                page.begin("div");
                sheet.title(finding.statement().title());
                page.end();
                page.begin("div", "class", "minor");
                page.prose(text.in(finding.statement().explanation()));
                page.end();
                page.element("div",
                        finding.origin().detector() + ", " + finding.origin().model().name()
                                + (finding.grounds().isGrounded() ? "" : " · " + text.text("findings.small")),
                        "class", "minor");
            });
            sheet.cell(() -> {
                sheet.title(decisive.statistic());
                page.text(": " + text.number(decisive.value()));
                page.element("div", text.text("findings.threshold", text.comparison(decisive)), "class", "minor");
            });
            sheet.cell(() -> {
                for (String line : evidence.frames(finding.evidence(), MOST_FRAMES)) {
                    page.element("div", line);
                }
            });
        });
    }
}
