package org.sipsleuth.triage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopStep;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.transaction.TransactionTable;

/// From which messages the dialogs of a capture depart: the one place that names them, for the queue
/// of *Triage*, the ladder and the prediction beside it. One thread at a time.
public final class Departures {

    private final Optional<NoveltyDetection> novelty;
    private final DialogProblems problems;

    /// The group of each unknown dialog.
    private final Map<Integer, NoveltyDetection.Group> groups = new HashMap<>();

    private Departures(SequenceDetection detection, ProblemList known, RunMonitor monitor) {
        novelty = detection.novelty();
        problems = new DialogProblems(novelty.map(its -> its.novelty().units().table())
                .orElseGet(() -> TransactionTable.of(detection.index(), monitor)), known);
        novelty.stream()
                .flatMap(found -> found.groups().stream())
                .forEach(group -> IntStream.of(group.dialogs().dialogs()).forEach(each -> groups.put(each, group)));
    }

    /// Those of a capture. Cost: its transactions and unknown dialogs.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Departures of(SequenceDetection detection, RunMonitor monitor) {
        return of(detection, ProblemList.NONE, monitor);
    }

    /// The same with what is known of media.
    ///
    /// @param known the problems of the capture
    static Departures of(SequenceDetection detection, ProblemList known, RunMonitor monitor) {
        return new Departures(detection, known, monitor);
    }

    /// Those of a dialog, in the order of its messages: its step that is listed, and its problem if
    /// a message proves it. Cost: the messages of the dialog.
    ///
    /// @param isJudged whether the dialog is in a network that the model fits
    public List<Departure> of(int dialog, boolean isJudged) {
        Stream<Departure> step = step(dialog, isJudged).map(Departure.OfStep::new).stream().map(Departure.class::cast);
        Stream<Departure> problem = problem(dialog).flatMap(DialogProblems.Problem::departure).stream();
        return Stream.concat(step, problem).sorted(Comparator.comparingInt(Departure::message)).toList();
    }

    /// The step by which a dialog is listed; empty for a known one, and for one whose network the
    /// model does not fit and whose step departs from no RFC.
    Optional<HopStep> step(int dialog, boolean isJudged) {
        return Optional.ofNullable(groups.get(dialog))
                .filter(group -> NoveltyDetection.isListed(group, isJudged))
                .flatMap(_ -> DialogSteps.of(novelty.orElseThrow().novelty(), dialog).listed());
    }

    /// The problems of each dialog that has any, by dialog, the one that explains most first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    NavigableMap<Integer, List<DialogProblems.Problem>> problems(SipIndex index, RunMonitor monitor) {
        return problems.ofAll(index.dialogs().size(), monitor);
    }

    /// All problems of a dialog, the one that explains most first.
    List<DialogProblems.Problem> problems(int dialog) {
        return problems.of(dialog);
    }

    /// The problem that explains most of a dialog, if it has one.
    Optional<DialogProblems.Problem> problem(int dialog) {
        return problems.of(dialog).stream().findFirst();
    }
}
