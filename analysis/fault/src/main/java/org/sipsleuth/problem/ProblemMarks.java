package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaStream;

/// Which messages and streams of some dialogs show which problems. Immutable.
public final class ProblemMarks {

    /// No problem shows anywhere.
    public static final ProblemMarks NONE = new ProblemMarks();

    private final Map<Integer, List<ProblemMark>> ofMessages = new HashMap<>();
    private final Map<StreamKey, List<ProblemMark>> ofStreams = new HashMap<>();

    /// What tells a stream from all others of a capture.
    private record StreamKey(long ssrc, FrameNumber first) {}

    private ProblemMarks() {}

    /// Those of some dialogs, none where a lab hides what detectors find. Cost: the problems with their
    /// dialogs.
    public static ProblemMarks of(SipIndex index, ProblemList list, Collection<Integer> dialogs) {
        if (index.conceals(Concealed.FINDINGS)) {
            return NONE;
        }
        ProblemMarks marks = new ProblemMarks();
        Map<String, Problem> byKey =
                list.problems().stream().collect(Collectors.toMap(Problem::key, Function.identity(), (one, _) -> one));
        Set<Integer> chosen = new HashSet<>(dialogs);
        Set<String> shown = new HashSet<>();
        for (int dialog : chosen) {
            for (DialogCause cause : list.of(dialog)) {
                Problem problem = byKey.get(cause.key());
                if (problem != null) {
                    shown.add(problem.key());
                    marks.add(new ProblemMark(problem, cause.explanation()), cause);
                }
            }
        }
        for (Problem problem : list.problems()) { // such as faults of the network, which have no cause in a dialog
            if (!shown.contains(problem.key()) && problem.dialogs().stream().anyMatch(chosen::contains)) {
                marks.addEvidence(index, problem, chosen);
            }
        }
        return marks;
    }

    private void add(ProblemMark mark, DialogCause cause) {
        cause.messages().forEach(message -> ofMessages.computeIfAbsent(message, _ -> new ArrayList<>()).add(mark));
        cause.streams()
                .forEach(stream -> ofStreams
                        .computeIfAbsent(new StreamKey(stream.ssrc(), stream.extent().first()), _ -> new ArrayList<>())
                        .add(mark));
    }

    private void addEvidence(SipIndex index, Problem problem, Set<Integer> chosen) {
        ProblemMark mark = new ProblemMark(problem, problem.explanation());
        for (int message : problem.evidence().messages(index)) {
            if (chosen.contains(index.messages().dialog(message))) {
                ofMessages.computeIfAbsent(message, _ -> new ArrayList<>()).add(mark);
            }
        }
    }

    /// The messages that show a problem, by their numbers in the index.
    public Set<Integer> messages() {
        return Collections.unmodifiableSet(ofMessages.keySet());
    }

    /// All that show, that first which shows first, each with the first message that shows it; without
    /// those that only streams show.
    public Map<ProblemMark, Integer> first() {
        Map<ProblemMark, Integer> first = new LinkedHashMap<>();
        ofMessages.keySet()
                .stream()
                .sorted()
                .forEach(message -> of(message).forEach(mark -> first.putIfAbsent(mark, message)));
        return first;
    }

    /// Those that only streams show, not messages.
    public List<ProblemMark> ofStreamsOnly() {
        Set<ProblemMark> shown = first().keySet();
        return ofStreams.values()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .filter(mark -> !shown.contains(mark))
                .sorted(Comparator.comparing(mark -> mark.problem().key()))
                .toList();
    }

    /// The problems that a message shows, that first which explains most.
    public List<ProblemMark> of(int message) {
        return Collections.unmodifiableList(ofMessages.getOrDefault(message, List.of()));
    }

    /// The problems that a stream shows.
    public List<ProblemMark> of(MediaStream stream) {
        return of(stream.ssrc(), stream.extent().first());
    }

    /// The problems that a stream shows, by its synchronization source and its first frame.
    public List<ProblemMark> of(long ssrc, FrameNumber first) {
        return Collections.unmodifiableList(ofStreams.getOrDefault(new StreamKey(ssrc, first), List.of()));
    }
}
