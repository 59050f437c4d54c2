package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.report.document.DecisionDocument;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.report.page.Page;

/// What is on the page of a report: its head, the table of contents, and the sections.
final class ReportBody implements Page.Body {

    private static final int FILES_IN_TITLE = 2;
    private static final int FILES_IN_HEAD = 8;

    private final InvestigationReport report;
    private final ReportText text;
    private final EvidenceText evidence;

    ReportBody(InvestigationReport report, ReportText text) {
        this.report = report;
        this.text = text;
        evidence = EvidenceText.of(report, text);
    }

    /// The title of the report.
    String title() {
        return text.text("title", evidence.files(FILES_IN_TITLE));
    }

    /// What stands at the foot of each sheet.
    String foot() {
        String number = report.settings().caseNumber();
        return number.isEmpty() ? title() : text.text("foot.case", number, title());
    }

    @Override
    public void writeTo(Markup page) throws IOException {
        Sheet sheet = new Sheet(page, text, report.faults());
        head(sheet);
        page.begin("main");
        List<ReportSection> sections = report.sections();
        boolean isFirst = true;
        for (ReportSection section : sections) {
            page.begin("section", "class", section.word());
            sheet.heading("h2", text.text("section." + section.word()), section.word());
            sheet.part("report/" + section.word(), () -> write(section, sheet));
            page.end();
            if (isFirst) { // the answer comes before the way to the rest
                contents(sheet, sections);
                isFirst = false;
            }
        }
        page.end();
    }

    private void head(Sheet sheet) throws IOException {
        Markup page = sheet.page();
        page.begin("header");
        if (report.settings().logo().isPresent()) {
            ReportLogo logo = report.settings().logo().get();
            page.embedded(logo.mediaType(), logo.base64(), text.text("logo"));
        }
        page.element("h1", text.text("heading"));
        sheet.facts();
        sheet.fact("head.case", report.settings().caseNumber());
        sheet.fact("head.captures", evidence.files(FILES_IN_HEAD));
        sheet.fact("head.period", text.in(DocumentTexts.captured(report.investigation().index().files())));
        sheet.fact("head.tool", text.text("head.tool.name", report.facts().toolVersion()));
        page.begin("tr", "class", "generated");
        page.element("th", text.text("head.generated"), "scope", "row");
        page.element("td", generated()).end();
        sheet.endTable();
        if (report.sections().contains(ReportSection.DECISIONS)) { // else the summary begins with it
            new SummarySection(report, sheet, evidence).headline();
        }
        String note = text.text("language.note");
        if (!note.isEmpty()) {
            sheet.remark(note);
        }
        page.end();
    }

    private String generated() {
        var at = report.facts().generatedAt();
        return text.text("head.utc", HumanText.moment(at.getEpochSecond() * 1_000_000_000L, 0));
    }

    private void contents(Sheet sheet, List<ReportSection> sections) throws IOException {
        if (sections.size() < 2) {
            return;
        }
        Markup page = sheet.page();
        page.begin("nav", "aria-label", text.text("contents"));
        page.element("h2", text.text("contents"));
        page.begin("ol");
        for (ReportSection section : sections) {
            page.begin("li");
            sheet.link(section.word(), text.text("section." + section.word()));
            page.end();
        }
        page.end().end();
    }

    private DecisionDocument decisions() {
        return new DecisionDocument(report.record().verdicts(), report.record().scope(), report.investigation(),
                evidence.places());
    }

    private void write(ReportSection section, Sheet sheet) throws IOException {
        switch (section) {
            case DECISIONS -> new BlockMarkup(sheet)
                    .write(decisions().blocks(report.sections().contains(ReportSection.VERDICTS)));
            case SUMMARY -> new SummarySection(report, sheet, evidence).write();
            case TIMELINE -> new TimelineSection(report.investigation(), sheet).write();
            case INCIDENTS -> new IncidentSection(report, sheet, evidence).write();
            case FINDINGS -> new FindingSection(report, sheet, evidence).write();
            case NOT_DECODED -> new CaptureSection(report, sheet, evidence).write();
            case METHODS -> new MethodSection(report, sheet, evidence).write();
            case VERDICTS -> new VerdictSection(report, sheet, decisions()).write();
            case GLOSSARY -> new GlossarySection(sheet).write();
        }
    }
}
