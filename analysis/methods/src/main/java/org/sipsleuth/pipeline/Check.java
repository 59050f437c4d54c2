package org.sipsleuth.pipeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.sentence.Sentence;

/// What came of looking for one kind of incident.
///
/// @param kind that was looked for
/// @param result how far it was judged, and whether it was found
/// @param incidents how many incidents have a stage of it
/// @param defects where malformed messages are looked for, how many messages of the capture have a
///     defect, harmless ones included; of other kinds 0
/// @param reasons what was not judged and why, a sentence each; empty where all was judged
public record Check(
        IncidentKind kind, Result result, int incidents, long defects, List<Sentence> reasons) {

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

    /// How many checks are not wholly judged: what an empty result does not cover.
    ///
    /// @param none how many were not judged, or failed
    /// @param partly how many were judged in part
    public record Missing(long none, long partly) {

        /// Whether everything was judged.
        public boolean isEmpty() {
            return none == 0 && partly == 0;
        }

        /// Whether there are some of each.
        public boolean isBoth() {
            return none > 0 && partly > 0;
        }
    }

    /// How many of the checks are not wholly judged.
    public static Missing missing(List<Check> checks) {
        long partly =
                checks.stream().filter(check -> check.result() == Result.PARTLY_JUDGED).count();
        return new Missing(
                checks.stream().filter(check -> !check.result().isJudged()).count(), partly);
    }

    /// Whether the kind was looked for in all of the traffic, and nothing like it is there: no
    /// incident, and no message with a defect.
    public boolean isClean() {
        return result == Result.JUDGED && incidents == 0 && defects == 0;
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
                kind == IncidentKind.MALFORMED_MESSAGES ? defects(found.index()) : 0,
                missing.stream().map(Unjudged::sentence).toList());
    }

    private static long defects(SipIndex index) {
        return IntStream.range(0, index.dialogs().size())
                .mapToLong(index.dialogs()::defectiveCount)
                .sum();
    }

    /// Takes a copy.
    public Check {
        reasons = List.copyOf(reasons);
    }
}
