package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;
import org.sipsleuth.view.ui.UtcTime;

/// Adds what the methods found of the selected dialogs or of a message, method by method.
public final class FindingSections {

    /// How many findings are listed.
    private static final int MOST_FINDINGS = 12;

    private final Methods methods;
    private final List<Detection> detections;
    private final List<ModelFit> misfits;
    private final Facts.Collector facts;

    /// @param methods for their names
    /// @param detections of the capture that is shown
    /// @param misfits the models that do not fit it; that a dialog is unknown to them is stated as
    ///     such and not as findings
    public FindingSections(Methods methods, List<Detection> detections, List<ModelFit> misfits, Facts.Collector facts) {
        this.misfits = misfits;
        this.methods = methods;
        this.detections = detections;
        this.facts = facts;
    }

    /// Adds the findings that cite a message.
    public void addMessage(int message) {
        for (Detection detection : detections) {
            List<Finding> found = detection.ofMessage(message);
            int dialog = detection.index().messages().dialog(message);
            if (!found.isEmpty() && !addMisfit(detection, List.of(dialog))) {
                begin(detection);
                addList(detection.index(), found);
            }
        }
    }

    /// Adds the findings that cite a dialog: all of it where a method has one, else a list.
    public void addDialog(int dialog) {
        for (Detection detection : detections) {
            Map<Finding, Integer> found = detection.ofDialogs(List.of(dialog), RunMonitor.NONE);
            FindingFacts all = new FindingFacts(detection.index(), facts);
            if (found.isEmpty()) {
                all.add(detection.ofUnsuspicious(dialog), detection.origin().model());
            } else if (!addMisfit(detection, List.of(dialog))) {
                addAll(detection, List.copyOf(found.keySet()), all);
            }
        }
    }

    private void addAll(Detection detection, List<Finding> found, FindingFacts all) {
        if (found.size() == 1) {
            all.add(found.getFirst());
        } else {
            begin(detection);
            addList(detection.index(), found);
        }
    }

    /// Adds the findings that cite some of several dialogs: all of it where one cites all of them,
    /// else a list with how many of the dialogs they cite.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public void addDialogs(List<Integer> dialogs, RunMonitor monitor) {
        for (Detection detection : detections) {
            Map<Finding, Integer> found = detection.ofDialogs(dialogs, monitor);
            if (found.isEmpty() || addMisfit(detection, dialogs)) {
                continue;
            }
            if (found.size() == 1 && found.containsValue(dialogs.size())) {
                new FindingFacts(detection.index(), facts).add(found.keySet().iterator().next());
            } else {
                begin(detection);
                facts.plain(text("inspector.findings.dialogs"),
                        text("inspector.findings.of", detection.cited(dialogs, monitor), dialogs.size(), found.size()));
                addList(detection.index(), List.copyOf(found.keySet()));
            }
        }
    }

    /// States that the model of a detection fits none of the networks of some dialogs, if so.
    ///
    /// @return whether it does not fit
    private boolean addMisfit(Detection detection, List<Integer> dialogs) {
        Optional<ModelFit> misfit = misfits.stream()
                .filter(fit -> fit.origin().equals(detection.origin()))
                .filter(fit -> dialogs.stream().noneMatch(dialog -> fit.isJudged(detection.index(), dialog)))
                .findFirst();
        misfit.ifPresent(fit -> {
            begin(detection);
            facts.plain(text("inspector.misfit"), text("inspector.misfit.of", fit.unknown(), fit.dialogs(),
                    Math.round(fit.expected() * fit.dialogs())));
        });
        return misfit.isPresent();
    }

    private void begin(Detection detection) {
        String name = detection.origin().detector();
        facts.section(text("inspector.findings.by",
                methods.named(name).flatMap(method -> method.texts().find("name")).map(Sentence::text).orElse(name)));
    }

    private void addList(SipIndex index, List<Finding> found) {
        found.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> facts.link(finding.severity().word(),
                        text("inspector.findings.link", finding.statement().title().text(), clocks(index, finding)),
                        Target.ofFinding(index, finding)));
        if (found.size() > MOST_FINDINGS) {
            facts.plain("", text("inspector.more", found.size() - MOST_FINDINGS));
        }
    }

    /// When it was, briefly: `11:10:49.000 – 11:12:31.000 UTC`, with dates in a capture of several
    /// days.
    private static String clocks(SipIndex index, Finding finding) {
        long from = finding.evidence().fromNanos(index);
        long to = finding.evidence().toNanos(index);
        return text("inspector.findings.clocks", UtcTime.moment(index, from),
                UtcTime.sameDay(from, to) ? UtcTime.clock(to) : UtcTime.moment(index, to));
    }
}
