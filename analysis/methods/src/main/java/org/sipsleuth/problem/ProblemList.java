package org.sipsleuth.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.finding.Sentence;

/// What went wrong in a capture. Immutable.
///
/// @param problems a row for each cause: those with most calls first, then in the order of time;
///     causes without a call last
/// @param calls the calls by what they were for those who called
/// @param ofDialogs the causes of each dialog that has any, the one that explains most first
/// @param ofNetwork the keys of the problems of the network that affect each dialog
/// @param limits what the capture does not let conclude, in sentences
public record ProblemList(List<Problem> problems, CallOutcomes calls, Map<Integer, List<DialogCause>> ofDialogs,
        Map<Integer, List<String>> ofNetwork, List<Sentence> limits) {

    /// Nothing was looked at.
    public static final ProblemList NONE =
            new ProblemList(List.of(), CallOutcomes.of(List.of()), Map.of(), Map.of(), List.of());

    /// Takes copies.
    public ProblemList {
        problems = List.copyOf(problems);
        ofDialogs = Map.copyOf(ofDialogs);
        ofNetwork = Map.copyOf(ofNetwork);
        limits = List.copyOf(limits);
    }

    /// The causes of a dialog, the one that explains most first.
    public List<DialogCause> of(int dialog) {
        return ofDialogs.getOrDefault(dialog, List.of());
    }

    /// The problems that a dialog has a part in.
    public List<Problem> problems(int dialog) {
        List<String> keys = Stream
                .concat(of(dialog).stream().map(DialogCause::key), ofNetwork.getOrDefault(dialog, List.of()).stream())
                .toList();
        return keys.isEmpty() ? List.of() : problems.stream().filter(each -> keys.contains(each.key())).toList();
    }

    /// Those from which somebody suffered.
    public List<Problem> failures() {
        return problems.stream().filter(Problem::isFailure).toList();
    }
}
