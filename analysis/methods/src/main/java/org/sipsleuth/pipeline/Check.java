package org.sipsleuth.pipeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Unjudged;

/// What came of looking for one kind of incident.
///
/// @param kind that was looked for
/// @param result how far it was judged, and whether it was found
/// @param incidents how many incidents have a stage of it
/// @param reasons what was not judged and why, a sentence each; empty where all was judged
public record Check(IncidentKind kind, Result result, int incidents, List<String> reasons) {

    /// How far a kind was judged.
    public enum Result {
        /// By every method that looked for it, in all of the traffic.
        JUDGED,
        /// Some of the traffic was not judged, or not by every method.
        PARTLY_JUDGED,
        /// No method that recognises it could judge this capture.
        NOT_JUDGED,
        /// A rule or a method that recognises it failed.
        FAILED;

        /// Whether a kind with this result was looked for in some of the traffic at least.
        public boolean isJudged() {
            return this == JUDGED || this == PARTLY_JUDGED;
        }
    }

    /// What came of looking for a kind.
    ///
    /// @param methods that recognise it, and looked or should have
    /// @param hasFailed whether one of them failed
    static Check of(
            IncidentKind kind, List<String> methods, boolean hasFailed, Investigation found) {
        List<Unjudged> missing =
                found.notJudged().stream()
                        .filter(
                                each ->
                                        methods.contains(each.method())
                                                && each.kinds().contains(kind))
                        .toList();
        Set<String> silent =
                Stream.concat(
                                missing.stream()
                                        .filter(each -> each.extent() == Unjudged.Extent.ALL)
                                        .map(Unjudged::method),
                                found.fits().stream()
                                        .filter(fit -> !fit.fits())
                                        .map(fit -> fit.origin().detector())
                                        .filter(methods::contains))
                        .collect(Collectors.toUnmodifiableSet());
        Result result;
        if (hasFailed) {
            result = Result.FAILED;
        } else if (silent.containsAll(methods)) {
            result = Result.NOT_JUDGED;
        } else if (!missing.isEmpty() || !silent.isEmpty()) {
            result = Result.PARTLY_JUDGED;
        } else {
            result = Result.JUDGED;
        }
        return new Check(
                kind,
                result,
                Math.toIntExact(
                        found.incidents().stream()
                                .filter(incident -> incident.stage(kind).isPresent())
                                .count()),
                missing.stream().map(Unjudged::sentence).toList());
    }

    /// Takes a copy.
    public Check {
        reasons = List.copyOf(reasons);
    }
}
