package org.sipsleuth.view.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.IncidentRow;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState.DetectorRun;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.UtcTime;

/// What the overview shows. Immutable.
///
/// @param index the open capture; empty if none is
/// @param runs the detectors with their status
/// @param found what they have found so far
/// @param joinFault why what was found since could not be joined; then nothing may be missing silently
/// @param isJoining whether more is being joined
/// @param isGrowing whether the capture is still being read, or captured live
/// @param facts the whole capture in figures, once they are counted
/// @param range the range of time that is chosen
/// @param ranged that range in figures, once they are counted
/// @param live the incidents of a live capture, with what has become of them; empty if none runs
/// @param roles what hosts are, once the rules have looked; while they look again, as they judged
///     before
record OverviewState(
        Optional<SipIndex> index,
        List<DetectorRun> runs,
        Optional<Investigation> found,
        Optional<Fault> joinFault,
        boolean isJoining,
        boolean isGrowing,
        Optional<CaptureFacts> facts,
        Optional<TimeRange> range,
        Optional<CaptureFacts> ranged,
        Optional<List<IncidentRow>> live,
        RoleWords roles) {

    /// No capture is open.
    static final OverviewState EMPTY =
            new OverviewState(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    RoleWords.NONE);

    /// What the page is about.
    enum Phase {
        /// No capture is open.
        NO_CAPTURE,
        /// Nothing is known yet.
        ANALYSING,
        /// There are incidents; maybe not all are known yet.
        INCIDENTS,
        /// All detectors have finished with what is there, and there is no incident, but more
        /// comes.
        HARMLESS_SO_FAR,
        /// All detectors have finished, and there is no incident.
        HARMLESS,
        /// Nothing was found, but not every detector has finished.
        INCOMPLETE
    }

    /// Takes a copy.
    OverviewState {
        runs = List.copyOf(runs);
    }

    /// What calls, talkers and user agents are counted of: the range that is chosen, else all.
    Optional<CaptureFacts> counted() {
        return range.isPresent() ? ranged : facts;
    }

    /// What the page is about.
    Phase phase() {
        if (index.isEmpty()) {
            return Phase.NO_CAPTURE;
        }
        if (!incidents().isEmpty()) {
            return Phase.INCIDENTS;
        }
        boolean isFirstJoin = isJoining && (live.isEmpty() || found.isEmpty());
        boolean isFirst = found.isEmpty() && joinFault.isEmpty() && unfinished().isEmpty();
        if (runs.isEmpty() || isFirstJoin || isFirst || isRunning()) {
            return Phase.ANALYSING;
        }
        if (!unfinished().isEmpty() || !ruleFaults().isEmpty()) {
            return Phase.INCOMPLETE;
        }
        return isGrowing ? Phase.HARMLESS_SO_FAR : Phase.HARMLESS;
    }

    private boolean isRunning() {
        return runs.stream()
                .anyMatch(
                        run -> run.status() instanceof DetectorStatus.Running && !looksAgain(run));
    }

    /// Whether a detector looks once more at a live capture, of which it has found something before:
    /// what is shown is replaced when it has finished.
    private boolean looksAgain(DetectorRun run) {
        return live.isPresent()
                && run.status() instanceof DetectorStatus.Running(_, var before)
                && before.isPresent();
    }

    /// The rules that failed, and joining; the detectors that did are among the unfinished ones.
    List<Fault> ruleFaults() {
        List<Fault> ofDetectors = faults();
        Stream<Fault> ofRules =
                found.map(Investigation::faults).orElse(List.of()).stream()
                        .filter(fault -> !ofDetectors.contains(fault))
                        .filter(_ -> !isRunning());
        return Stream.concat(joinFault.stream(), ofRules).toList();
    }

    /// `As of 13:33:00.000, could not be renewed: …`; empty where nothing failed or nothing is shown.
    Optional<String> stale() {
        return found.flatMap(
                its ->
                        joinFault.map(
                                fault -> {
                                    SipIndex of = its.index();
                                    long last =
                                            of.messages().capturedAtNanos(of.messages().size() - 1);
                                    return IncidentTexts.text(
                                            "stale", UtcTime.moment(of, last), fault.exception());
                                }));
    }

    private List<Fault> faults() {
        return runs.stream().flatMap(run -> run.fault().stream()).toList();
    }

    /// Everything that failed.
    List<Fault> allFaults() {
        return Stream.concat(ruleFaults().stream(), faults().stream()).toList();
    }

    /// Whether all that is wanted was done or failed, so that the results can be exported.
    boolean isSettled() {
        return joinFault.isEmpty() && unfinished().stream().allMatch(run -> run.status() instanceof DetectorStatus.Failed);
    }

    /// The detectors that are running, failed or were stopped.
    List<DetectorRun> unfinished() {
        return runs.stream()
                .filter(run -> !(run.status() instanceof DetectorStatus.Finished))
                .filter(run -> !looksAgain(run))
                .toList();
    }

    /// Whether all that is looked for in the whole capture was found.
    boolean isComplete() {
        return !isGrowing && !isJoining && !isRunning();
    }

    /// Whether what is known of problems is final: while detectors run, or more is read, a call
    /// without a problem may still get one.
    boolean hasAllProblems() {
        return isComplete() && problems().isPresent();
    }

    /// The methods whose detectors run again, without a result yet, while what those before them
    /// found is shown.
    List<String> runningAgain() {
        List<String> looked =
                found.stream()
                        .flatMap(investigation -> investigation.origins().stream())
                        .map(Origin::detector)
                        .toList();
        return runs.stream()
                .filter(
                        run ->
                                run.status() instanceof DetectorStatus.Running(_, var before)
                                        && before.isEmpty())
                .map(run -> run.detector().name())
                .filter(looked::contains)
                .toList();
    }

    /// The incidents that are known, the most severe first; of a live capture under the identifiers
    /// that they keep.
    List<Incident> incidents() {
        List<Incident> all = found.map(Investigation::incidents).orElse(List.of());
        return all.isEmpty() ? all : live.map(OverviewState::found).orElse(all);
    }

    private static List<Incident> found(List<IncidentRow> rows) {
        return rows.stream()
                .filter(IncidentRow::isFound)
                .map(IncidentRow::incident)
                .sorted(Comparator.comparingInt(Incident::number))
                .toList();
    }

    /// What went wrong with calls and registrations, once that has been looked for.
    Optional<ProblemList> problems() {
        return found.filter(
                        its ->
                                its.origins().stream()
                                        .anyMatch(
                                                each ->
                                                        each.detector().equals(ProblemMethod.NAME)))
                .map(Investigation::problems);
    }

    /// The calls by what they were for those who called, of the range that is chosen.
    Optional<CallOutcomes> calls() {
        Optional<CallOutcomes> all = problems().map(ProblemList::calls);
        return range.isEmpty()
                ? all
                : all.map(calls -> calls.within(range.get().fromNanos(), range.get().toNanos()));
    }
}
