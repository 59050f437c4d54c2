package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Check;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.report.document.DecisionDocument;
import org.sipsleuth.report.document.Document;
import org.sipsleuth.report.document.Fact;
import org.sipsleuth.report.document.IncidentDocument;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.sentence.Severity;

/// The answer on one sheet: what happened, to whom, whether it succeeded, how sure that is, what to
/// do, and how complete the search was.
final class SummarySection {

    /// So many incidents are described here; the others are listed.
    private static final int STORIES = 3;
    private static final int LISTED = 20;

    /// All problems of usual captures; more rows make a report that nobody reads.
    private static final int MOST_PROBLEMS = 200;

    private static final int MOST_ADVICE = 6;
    private static final int MOST_NAMES = 6;

    private final InvestigationReport report;
    private final Investigation investigation;
    private final Sheet sheet;
    private final Markup page;
    private final ReportText text;
    private final EvidenceText evidence;

    SummarySection(InvestigationReport report, Sheet sheet, EvidenceText evidence) {
        this.report = report;
        this.investigation = report.investigation();
        this.sheet = sheet;
        this.page = sheet.page();
        this.text = sheet.text();
        this.evidence = evidence;
    }

    void write() throws IOException {
        List<Incident> incidents = investigation.incidents();
        headline();
        for (Incident incident : incidents.stream().limit(STORIES).toList()) {
            sheet.part("report/incident", () -> story(incident));
        }
        if (incidents.size() > STORIES) {
            others(incidents.subList(STORIES, incidents.size()));
        }
        sheet.part("report/advice", () -> advice(incidents));
        sheet.part("report/problems", this::problems);
        sheet.part("report/searched", this::searched);
    }

    /// Why calls and registrations failed, then why calls were refused or not answered, those of most
    /// calls first; then what nobody is known to suffer from.
    private void problems() throws IOException {
        ProblemList list = investigation.problems();
        String headline = text.in(list.calls().headline());
        List<Problem> failures = list.failures();
        if (!failures.isEmpty()) {
            problems(text.text("summary.problems", headline), "column.problem", failures);
        }
        if (!list.unanswered().isEmpty()) {
            problems(failures.isEmpty() ? headline : text.text("summary.unanswered"), "column.outcome",
                    list.unanswered());
        }
        List<Problem> noted = list.problems().stream().filter(each -> !each.isFailure()).toList();
        if (!noted.isEmpty()) {
            problems(text.text("summary.problems.noted"), "column.problem", noted);
        }
    }

    private void problems(String heading, String column, List<Problem> problems) throws IOException {
        page.element("h3", heading);
        sheet.table(new Sheet.Column("column.calls", 8), new Sheet.Column(column, 52),
                new Sheet.Column("column.todo", 40));
        for (Problem problem : problems.stream().limit(MOST_PROBLEMS).toList()) {
            sheet.row(() -> {
                page.element("td", Integer.toString(problem.calls()));
                sheet.cell(() -> sheet.prose(problem.sentence()));
                sheet.cell(() -> sheet.prose(problem.advice()));
            });
        }
        sheet.endTable();
        if (problems.size() > MOST_PROBLEMS) {
            sheet.remark(text.text("summary.problems.left", problems.size() - MOST_PROBLEMS));
        }
    }

    /// What was found, and whether analysts decided that there was an attack.
    void headline() throws IOException {
        sheet.part("report/headline", () -> page.element("p", answer(), "class", "headline"));
    }

    private String answer() {
        long attacks = report.record()
                .verdicts()
                .stream()
                .filter(each -> each.judgement().filter(Judgement::isAttack).isPresent())
                .count();
        return attacks == 0 ? found() : found() + " " + text.text("summary.attacks.decided", attacks);
    }

    /// What was found, in one line.
    private String found() {
        List<Incident> incidents = investigation.incidents();
        if (investigation.index().messages().size() == 0) {
            return text.text(investigation.problems().failures().isEmpty() ? "summary.no.message" : "summary.no.whole");
        }
        if (incidents.isEmpty()) {
            Check.Missing missing = Check.missing(report.methods().checks(investigation));
            return !investigation.faults().isEmpty() ? text.text("summary.no.incident.failed")
                    : missing.isEmpty() ? text.text("summary.no.incident")
                    : text.text("summary.no.incident.missing", missing.none(), missing.partly(),
                            missing.isBoth() ? 1 : 0);
        }
        Map<Severity, Long> counts = incidents.stream()
                .collect(Collectors.groupingBy(Incident::severity, () -> new TreeMap<>(Comparator.reverseOrder()),
                        Collectors.counting()));
        return text.text("summary.incidents", text.count(incidents.size(), "incident"),
                counts.entrySet()
                        .stream()
                        .map(its -> its.getValue() + " " + text.severity(its.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private void story(Incident incident) throws IOException {
        page.begin("div", "class", "card " + incident.severity().word());
        page.begin("h3");
        Document document = IncidentDocument.of(incident, evidence.places());
        page.text(incident.number() + "  ");
        sheet.title(document.title());
        page.text(" ");
        page.element("span", text.severity(incident.severity()), "class", "severity");
        page.end();
        page.begin("p");
        page.prose(text.in(incident.whole()));
        page.end();
        sheet.facts();
        sheet.fact("summary.to", text.text("joined", victims(document), accounts(document)));
        sheet.fact("summary.by", words(document, Fact.Name.ACTORS));
        sheet.fact("summary.succeeded", words(document, Fact.Name.OUTCOME));
        sheet.fact("summary.sure", words(document, Fact.Name.CONFIDENCE));
        sheet.fact("summary.when", words(document, Fact.Name.TIME));
        sheet.endTable();
        if (hasDetails()) {
            page.begin("p", "class", "more");
            sheet.link(IncidentSection.id(incident), text.text("summary.details"));
            page.end();
        }
        page.end();
    }

    private boolean hasDetails() {
        return report.sections().contains(ReportSection.INCIDENTS);
    }

    private String victims(Document document) {
        String victims = words(document, Fact.Name.VICTIMS);
        return victims.isEmpty() ? text.text("unknown") : victims;
    }

    /// ` (accounts: 1007)`, or nothing.
    private String accounts(Document document) {
        String accounts = words(document, Fact.Name.ACCOUNTS);
        return accounts.isEmpty() ? "" : " " + text.text("summary.accounts", accounts);
    }

    private String words(Document document, Fact.Name name) {
        return document.fact(name).map(fact -> text.in(fact.words(MOST_NAMES))).orElse("");
    }

    private void others(List<Incident> others) throws IOException {
        sheet.heading("summary.others");
        sheet.table(new Sheet.Column("column.number", 6), new Sheet.Column("column.incident", 40),
                new Sheet.Column("column.severity", 14), new Sheet.Column("column.outcome", 16),
                new Sheet.Column("column.confidence", 24));
        for (Incident incident : others.stream().limit(LISTED).toList()) {
            sheet.row(() -> {
                page.element("td", Integer.toString(incident.number()));
                sheet.cell(() -> {
                    if (hasDetails()) {
                        page.begin("a", "href", "#" + IncidentSection.id(incident));
                        sheet.title(incident.title());
                        page.end();
                    } else {
                        sheet.title(incident.title());
                    }
                });
                page.element("td", text.severity(incident.severity()));
                page.element("td", text.outcome(incident.outcome()));
                page.element("td", words(IncidentDocument.of(incident, evidence.places()), Fact.Name.CONFIDENCE));
            });
        }
        sheet.endTable();
        if (others.size() > LISTED) {
            sheet.remark(text.text("summary.others.left", text.count(others.size() - LISTED, "incident")));
        }
    }

    /// What to do, for the gravest incidents first.
    private void advice(List<Incident> incidents) throws IOException {
        List<String> advice = Action.ofAll(incidents, MOST_ADVICE).stream().map(text::in).toList();
        if (advice.isEmpty()) {
            return;
        }
        page.element("h3", text.text("summary.advice"));
        sheet.items("ol", advice);
        int all = incidents.stream().mapToInt(incident -> incident.advice().size()).sum();
        if (advice.size() < all && hasDetails()) {
            sheet.remark(text.text("summary.advice.more"));
        }
    }

    /// How complete the search was.
    private void searched() throws IOException {
        page.element("h3", text.text("summary.searched"));
        SipIndex index = investigation.index();
        List<CaptureSummary> files = index.files();
        long unread = files.stream().mapToLong(EvidenceText::unread).sum();
        long possible = files.stream()
                .flatMap(file -> file.unread().stream())
                .filter(its -> its.loss() != UnreadFrames.Loss.NONE)
                .mapToLong(UnreadFrames::frames)
                .sum();
        long damaged = files.stream().filter(file -> file.damage().isPresent()).count();
        StringBuilder words = new StringBuilder(text.text("searched", text.count(files.size(), "file"),
                text.count(index.messages().size(), "message"), text.count(index.dialogs().size(), "dialog")));
        if (unread > 0) {
            words.append(' ')
                    .append(text.text("searched.unread", text.count(unread, "frame"),
                            possible == 0 ? text.text("searched.none") : text.text("searched.possible", possible)));
        }
        if (damaged > 0) {
            words.append(' ').append(text.text("searched.damaged", text.count(damaged, "file")));
        }
        long lost = files.stream().mapToLong(file -> file.notes().dropped()).sum();
        if (lost > 0) {
            words.append(' ').append(text.text("remark.dropped", lost));
        }
        sheet.paragraph(words.toString());
        boolean isDecided = DecisionDocument.hasDialogs(report.record().verdicts());
        List<Check> checks = report.methods()
                .checks(investigation)
                .stream()
                .filter(check -> !isDecided || check.kind() != IncidentKind.UNUSUAL_DIALOGS
                        || check.result() != Check.Result.NOT_JUDGED) // analysts judged them
                .toList();
        kinds("searched.for", checks, Check.Result.JUDGED);
        kinds("searched.for.part", checks, Check.Result.PARTLY_JUDGED);
        kinds("searched.not.judged", checks, Check.Result.NOT_JUDGED);
        long defects = checks.stream().mapToLong(Check::defects).sum();
        if (investigation.incidents().isEmpty() && defects > 0) {
            sheet.paragraph(text.text("searched.defects", defects));
        }
        Set<IncidentKind> unjudged = report.methods().unjudged(investigation.faults());
        if (!unjudged.isEmpty()) {
            sheet.paragraph(
                    text.text("searched.failed", unjudged.stream().map(text::kind).collect(Collectors.joining(", "))));
        }
        if (!investigation.faults().isEmpty()) {
            sheet.items("ul", investigation.faults().stream().map(text::fault).toList());
        }
        for (ModelFit fit : investigation.fits()) {
            if (!fit.fitsAny()) {
                sheet.paragraph(text.text(isDecided ? "searched.misfit.decided" : "searched.misfit",
                        fit.origin().model().name()));
            } else if (!fit.fits()) {
                sheet.paragraph(text.text("searched.misfit.some", fit.origin().model().name(), fit.misfits().size(),
                        fit.networks().size(), text.files(fit.misfitFiles(investigation.index()))));
            }
        }
        if (report.sections().contains(ReportSection.NOT_DECODED)
                && (unread > 0 || !investigation.notSeen().isEmpty())) {
            page.begin("p", "class", "more");
            sheet.link(ReportSection.NOT_DECODED.word(), text.text("searched.details"));
            page.end();
        }
    }

    private void kinds(String key, List<Check> checks, Check.Result result) throws IOException {
        String kinds = checks.stream()
                .filter(check -> check.result() == result)
                .map(check -> text.kind(check.kind()))
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) {
            sheet.paragraph(text.text(key, kinds));
        }
    }
}
