package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Check;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.report.document.DecisionDocument;
import org.sipsleuth.report.investigation.FindingParties;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// An investigation as text for people: the answer first, then what belongs to no incident, what
/// could not be judged, and who looked.
public final class InvestigationText {

    /// So many findings outside incidents are listed unless details are asked for.
    private static final int FINDINGS_SHOWN = 5;
    private static final int SHORT_DIGEST = 12;

    /// Of more files the sum is shown.
    private static final int FILES_SHOWN = 5;

    private final Destination to;
    private final Methods methods;
    private final boolean isColoured;
    private final Writer out;
    private final SettingText text;
    private final FaultSink faults;

    /// Whether analysts decided on dialogs.
    private boolean isDecided;

    /// @param methods that can look
    /// @param isColoured whether colours are wanted
    /// @param faults takes those of single parts
    public InvestigationText(Destination to, Methods methods, boolean isColoured, FaultSink faults) {
        this.faults = faults;
        this.to = to;
        this.methods = methods;
        this.isColoured = isColoured;
        this.out = to.textWriter();
        this.text = new SettingText(out, to.columns());
    }

    /// Writes all that is wanted of it, after what analysts decided.
    ///
    /// @param report with what analysts recorded
    void write(Investigation investigation, AnalysisParts parts, ReportRequest report) throws IOException {
        isDecided = DecisionDocument.hasDialogs(report.record().verdicts());
        if (!report.record().isEmpty()) {
            text.line("Decisions");
            text.part("text/decisions", "", faults,
                    () -> new BlockText(text, to.isUnicode()).write(new DecisionDocument(report.record().verdicts(),
                            report.record().scope(), investigation, report.places(investigation)).blocks(false)));
            text.line("");
        }
        if (parts.hasIncidents()) {
            incidents(investigation);
            new ProblemText(investigation.index(), text, to.isUnicode(), faults).write(investigation.problems());
        }
        if (parts.hasFindings()) {
            findings(investigation, parts);
        }
        text.part("text/failed", "", faults, () -> failed(investigation));
        text.part("text/notJudged", "", faults, () -> notJudged(investigation));
        text.line("");
        if (parts.hasFindingDetails()) {
            for (Origin origin : investigation.origins()) {
                text.part("text/model", "", faults, () -> model(origin));
            }
        } else {
            text.part("text/models", "Models: ", faults,
                    () -> text.wrapped("", shown("Models: " + models(investigation))));
        }
        out.flush();
    }

    private void incidents(Investigation investigation) throws IOException {
        List<Incident> incidents = investigation.incidents();
        text.part("text/headline", "", faults, () -> text.wrapped("", headline(investigation)));
        if (hasProblems(investigation)) {
            text.part("text/problems", "", faults,
                    () -> text.wrapped("", ProblemText.headline(investigation.problems())));
        }
        text.part("text/searched", "", faults, () -> searched(investigation.index()));
        if (incidents.isEmpty() && investigation.index().messages().size() > 0) {
            text.part("text/checks", "", faults, () -> lookedFor(investigation));
        }
        IncidentStory story = new IncidentStory(investigation.index(), text, to.isUnicode(), isColoured);
        for (Incident incident : incidents) {
            text.line("");
            text.part("text/incident", incident.number() + "  ", faults, () -> story.write(incident));
        }
    }

    private static boolean hasProblems(Investigation investigation) {
        return investigation.problems().calls().all() > 0 || !investigation.problems().failures().isEmpty();
    }

    /// How many incidents of each severity.
    private String headline(Investigation investigation) {
        List<Incident> incidents = investigation.incidents();
        if (investigation.index().messages().size() == 0) {
            return investigation.problems().failures().isEmpty() ? "Nothing to analyse: no SIP message was found."
                    : "No SIP message was captured whole.";
        }
        if (incidents.isEmpty()) {
            return investigation.faults().isEmpty()
                    ? "No incident found" + missing(Check.missing(methods.checks(investigation)))
                    : "No incident found, but not everything was looked for: see Failed.";
        }
        Map<Severity, Long> counts = incidents.stream()
                .collect(Collectors.groupingBy(Incident::severity, () -> new TreeMap<>(Comparator.reverseOrder()),
                        Collectors.counting()));
        return HumanText.count(incidents.size(), "incident") + ": "
                + counts.entrySet()
                        .stream()
                        .map(its -> HumanText.count(its.getValue()) + " " + its.getKey().word())
                        .collect(Collectors.joining(", "));
    }

    /// What an empty result does not cover: `; 1 check not judged, 2 checks judged in part.`
    private static String missing(Check.Missing missing) {
        List<String> parts = new ArrayList<>();
        if (missing.none() > 0) {
            parts.add(HumanText.count(missing.none(), "check") + " not judged");
        }
        if (missing.partly() > 0) {
            parts.add(HumanText.count(missing.partly(), "check") + " judged in part");
        }
        return parts.isEmpty() ? "." : "; " + String.join(", ", parts) + ".";
    }

    /// How complete the search was: of each file, or in sum.
    private void searched(SipIndex index) throws IOException {
        List<CaptureSummary> files = index.files();
        if (files.size() <= FILES_SHOWN) {
            for (CaptureSummary file : files) {
                searched(shown(file.name()), List.of(file), file.dialogs());
            }
        } else {
            searched(HumanText.count(files.size(), "file"), files, index.dialogs().size());
        }
    }

    private void searched(String what, List<CaptureSummary> files, long dialogs) throws IOException {
        long messages = files.stream().mapToLong(CaptureSummary::messages).sum();
        long unread = files.stream().flatMap(file -> file.unread().stream()).mapToLong(UnreadFrames::frames).sum();
        long damaged = files.stream().filter(file -> file.damage().isPresent()).count();
        long lost = files.stream().mapToLong(file -> file.notes().dropped()).sum();
        text.wrapped("",
                "Searched %s: %s in %s%s%s%s.".formatted(what, HumanText.count(messages, "message"),
                        HumanText.count(dialogs, "dialog"),
                        unread == 0 ? ""
                                : "; %s without a SIP message (sipsleuth info lists them)"
                                        .formatted(HumanText.count(unread, "frame")),
                        damaged == 0 ? ""
                                : "; %s damaged and read up to the damage".formatted(HumanText.count(damaged, "file")),
                        lost == 0 ? ""
                                : "; %s lost during the capture, as the file reports"
                                        .formatted(HumanText.count(lost, "packet") + (lost == 1 ? " was" : " were"))));
    }

    /// What the methods that looked recognise as incidents.
    private void lookedFor(Investigation investigation) throws IOException {
        List<Check> checks = methods.checks(investigation)
                .stream()
                .filter(check -> !isDecided || check.kind() != IncidentKind.UNUSUAL_DIALOGS
                        || check.result() != Check.Result.NOT_JUDGED) // analysts judged them
                .toList();
        kinds("Looked for: %s.", checks, Check.Result.JUDGED);
        kinds("Looked for in part: %s; see Not judged.", checks, Check.Result.PARTLY_JUDGED);
        kinds("Not looked for: %s; see Not judged.", checks, Check.Result.NOT_JUDGED);
        long defects = checks.stream().mapToLong(Check::defects).sum();
        if (defects > 0) {
            text.wrapped("", "%s with a defect, no attack (sipsleuth messages --filter 'sip.defective == 1')."
                    .formatted(HumanText.count(defects, "message")));
        }
    }

    private void kinds(String sentence, List<Check> checks, Check.Result result) throws IOException {
        String kinds = checks.stream()
                .filter(check -> check.result() == result)
                .map(check -> check.kind().label().text())
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) {
            text.wrapped("", sentence.formatted(kinds));
        }
    }

    private void findings(Investigation investigation, AnalysisParts parts) throws IOException {
        FindingText lines = new FindingText(investigation.index(), text, to.isUnicode());
        if (parts.hasFindingDetails()) {
            List<Finding> all = investigation.findings();
            if (parts.hasIncidents()) {
                text.line("");
            }
            text.line(all.isEmpty() ? "No findings." : HumanText.count(all.size(), "finding"));
            for (Finding finding : all) {
                text.part("text/finding", "", faults, () -> lines.details(finding));
            }
            return;
        }
        FindingParties parties = new FindingParties(investigation);
        List<Finding> others = investigation.findings().stream().filter(its -> !parties.isOfIncident(its)).toList();
        if (others.isEmpty()) {
            return;
        }
        text.line("");
        text.wrapped("",
                "%s outside incidents%s, ranked by models; no alarm. %s".formatted(
                        HumanText.count(others.size(), "finding"),
                        others.size() > FINDINGS_SHOWN ? ", the first " + FINDINGS_SHOWN : "",
                        "--findings shows every finding with its evidence."));
        for (Finding finding : others.stream().limit(FINDINGS_SHOWN).toList()) {
            text.part("text/finding", "  ", faults, () -> lines.line(finding));
        }
    }

    /// The rules and methods that failed, each with what was not looked for.
    private void failed(Investigation investigation) throws IOException {
        if (investigation.faults().isEmpty()) {
            return;
        }
        text.line("");
        text.line("Failed");
        for (Fault fault : investigation.faults()) {
            String kinds = methods.unjudged(List.of(fault))
                    .stream()
                    .map(kind -> kind.label().text())
                    .collect(Collectors.joining(", "));
            text.hanging("- ", (kinds.isEmpty() ? "" : kinds + ": ") + fault.sentence().text());
        }
    }

    private void notJudged(Investigation investigation) throws IOException {
        List<ModelFit> misfits = investigation.fits().stream().filter(fit -> !fit.fits()).toList();
        if (misfits.isEmpty() && investigation.notSeen().isEmpty()) {
            return;
        }
        text.line("");
        text.line(isDecided ? "Not judged by models and rules" : "Not judged");
        for (ModelFit fit : misfits) {
            text.hanging("- ",
                    "Unusual dialogs: the model \"%s\" does not suit %s. %s".formatted(
                            shown(fit.origin().model().name()), shown(ModelFitText.misfits(fit, investigation.index())),
                            ModelFitText.reason(fit) + " The rules are unaffected. To train one on your"
                                    + " network: sipsleuth train " + fit.origin().detector()));
        }
        for (Sentence sentence : investigation.notSeen()) {
            text.hanging("- ", shown(sentence.text()));
        }
    }

    /// All models on a line: enough to compare two reports.
    private static String models(Investigation investigation) {
        return investigation.origins()
                .stream()
                .map(origin -> origin.detector() + " " + origin.model().sha256().substring(0, SHORT_DIGEST))
                .collect(Collectors.joining(", ", "", " (--findings shows them in full)"));
    }

    private void model(Origin origin) throws IOException {
        ModelIdentity model = origin.model();
        boolean isTrained = methods.named(origin.detector()).map(Method::isTrained).orElse(true);
        String trained = String.format(Locale.ROOT, "trained on %s (%s, seed %d)", shown(model.trainingSet()),
                HumanText.count(model.trainedDialogs(), "dialog"), model.seed());
        text.wrapped("", "%s: model \"%s\", %s".formatted(origin.detector(), shown(model.name()),
                isTrained ? trained : shown(model.trainingSet())));
        text.line("  sha256 " + model.sha256());
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, to.isUnicode());
    }
}
