package org.sipsleuth.pipeline;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.sentence.Sentence;

/// What all detectors found in a capture. The same capture and the same models give the same
/// findings, to the bit.
///
/// @param index the capture
/// @param origins who looked, in the order of looking
/// @param findings what was found, the most severe first, then in the order of the detectors
/// @param incidents the findings that belong together, the most severe first
/// @param fits whether the models were trained on traffic like this, network by network, those that
///     can say so
/// @param judging what the first model found that can say which dialogs are known
/// @param verdicts which dialogs are known and which unknown, by that model
/// @param problems what went wrong with calls and registrations; [ProblemList#NONE] where nobody
///     looked
/// @param notJudged what could not be judged
/// @param faults the rules and methods that failed; the others do not depend on them
public record Investigation(SipIndex index, List<Origin> origins, List<Finding> findings, List<Incident> incidents,
        List<ModelFit> fits, Optional<Detection> judging, Verdicts verdicts, ProblemList problems,
        List<Unjudged> notJudged, List<Fault> faults) {

    /// Takes copies, and puts the findings in order.
    public Investigation {
        origins = List.copyOf(origins);
        incidents = List.copyOf(incidents);
        fits = List.copyOf(fits);
        notJudged = List.copyOf(notJudged);
        faults = List.copyOf(faults);
        findings = findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    }

    /// What detectors found in one capture. What a model does not know is no finding in a network
    /// that it does not fit. While the capture grows, detectors know different states of it: the
    /// investigation is of the latest of all, which has the evidence of all.
    ///
    /// @param detections in the order of the detectors
    public static Investigation of(SipIndex index, List<Detection> detections) {
        return of(index, detections, List.of());
    }

    /// The same where detectors failed.
    ///
    /// @param detections of the others
    /// @param failed why each of the failed ones did
    public static Investigation of(SipIndex open, List<Detection> detections, List<Fault> failed) {
        SipIndex index = detections.stream().map(Detection::index).reduce(open, SipIndex::later);
        List<Finding> all =
                UntimedTraffic.without(index, detections.stream().flatMap(each -> each.findings().stream()).toList());
        Optional<HostRoles> roles = detections.stream().flatMap(each -> each.hostRoles().stream()).findFirst();
        List<Incident> observed = Incidents.of(index, all, roles);
        List<ModelFit> fits = detections.stream().flatMap(each -> ModelFit.of(each, observed, index).stream()).toList();
        List<Finding> findings = all;
        for (ModelFit fit : fits) {
            findings = fit.fits() ? findings : withoutMisfits(index, findings, fit);
        }
        return new Investigation(index, detections.stream().map(Detection::origin).toList(), findings,
                findings.size() == all.size() ? observed : Incidents.of(index, findings, roles), fits,
                judging(detections), verdicts(judging(detections), fits),
                ProblemDetection.in(detections).orElse(ProblemList.NONE),
                Stream.concat(detections.stream().flatMap(each -> each.notJudged().stream()),
                        UntimedTraffic.unjudged(index, detections).stream()).toList(),
                Stream.concat(detections.stream().flatMap(each -> each.faults().stream()), failed.stream()).toList());
    }

    private static List<Finding> withoutMisfits(SipIndex index, List<Finding> findings, ModelFit fit) {
        BitSet judged = fit.judged(index);
        return findings.stream()
                .filter(finding -> !finding.origin().equals(fit.origin())
                        || IntStream.of(finding.evidence().dialogs(index)).anyMatch(judged::get))
                .toList();
    }

    private static Optional<Detection> judging(List<Detection> detections) {
        return detections.stream().filter(each -> each.familiarity().isPresent()).findFirst();
    }

    private static Verdicts verdicts(Optional<Detection> judging, List<ModelFit> fits) {
        return judging
                .flatMap(each -> fits.stream()
                        .filter(fit -> fit.origin().equals(each.origin()))
                        .filter(ModelFit::fitsAny)
                        .findFirst()
                        .map(fit -> Verdicts.of(each, each.familiarity().orElseThrow(), fit.judged(each.index()))))
                .orElse(Verdicts.NONE);
    }

    /// Which dialogs are in networks that a model fits: all, if it has no such measure.
    ///
    /// @param origin the method and the model
    public IntPredicate judged(Origin origin) {
        return fits.stream()
                .filter(fit -> fit.origin().equals(origin))
                .findFirst()
                .<IntPredicate>map(fit -> fit.judged(index)::get)
                .orElse(_ -> true);
    }

    /// What could not be judged, as sentences, each once.
    public List<Sentence> notSeen() {
        return notJudged.stream().map(Unjudged::sentence).distinct().toList();
    }

    /// The same, if nothing failed: figures that rest on all rules and methods must not silently
    /// rest on some.
    ///
    /// @throws IllegalStateException if a rule or a method failed
    public Investigation complete() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.getFirst().sentence().text());
        }
        return this;
    }

    /// The same with fewer findings and incidents.
    public Investigation with(List<Finding> some, List<Incident> ofThem) {
        return new Investigation(index, origins, some, ofThem, fits, judging, verdicts, problems, notJudged, faults);
    }
}
