package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.sentence.Sentence;

/// What went wrong in a capture. Immutable.
public final class ProblemList {

    private static final Comparator<Problem> SEVEREST = Comparator.comparing(Problem::severity).reversed();

    /// Nothing was looked at.
    public static final ProblemList NONE =
            new ProblemList(List.of(), CallOutcomes.of(List.of()), Map.of(), Map.of(), List.of());

    private final List<Problem> problems;
    private final List<Problem> unanswered;
    private final CallOutcomes calls;
    private final Map<Integer, List<DialogCause>> ofDialogs;
    private final List<Sentence> limits;
    private final Map<Integer, List<Problem>> byDialog;
    private final Map<Integer, List<Problem>> unansweredByDialog;
    private final IdentityHashMap<Problem, Integer> places;

    /// @param problems a row for each cause: those with most calls first, then in the order of time;
    ///     causes without a call last
    /// @param calls the calls by what they were for those who called
    /// @param ofDialogs the causes of each dialog that has any, the one that explains most first
    /// @param ofNetwork the keys of the problems of the network that affect each dialog
    /// @param limits what the capture does not let conclude, in sentences
    public ProblemList(List<Problem> problems, CallOutcomes calls, Map<Integer, List<DialogCause>> ofDialogs,
            Map<Integer, List<String>> ofNetwork, List<Sentence> limits) {
        this(problems, List.of(), calls, ofDialogs, ofNetwork, limits);
    }

    /// The same with the calls that nobody took.
    ///
    /// @param unanswered a row for each reason for which calls were refused or not answered, which is
    ///     no problem by itself; each call is in one row
    public ProblemList(List<Problem> problems, List<Problem> unanswered, CallOutcomes calls,
            Map<Integer, List<DialogCause>> ofDialogs, Map<Integer, List<String>> ofNetwork, List<Sentence> limits) {
        this.problems = List.copyOf(problems);
        this.unanswered = List.copyOf(unanswered);
        this.calls = calls;
        this.ofDialogs = Map.copyOf(ofDialogs);
        this.limits = List.copyOf(limits);
        byDialog = byDialog(this.problems, this.ofDialogs, ofNetwork);
        unansweredByDialog = new HashMap<>();
        this.unanswered.forEach(each -> each.dialogs()
                .forEach(dialog -> unansweredByDialog.computeIfAbsent(dialog, _ -> new ArrayList<>(1)).add(each)));
        places = places(this.problems);
    }

    /// A fault of the network is no cause of its dialogs: it comes after theirs.
    private static Map<Integer, List<Problem>> byDialog(List<Problem> problems,
            Map<Integer, List<DialogCause>> ofDialogs, Map<Integer, List<String>> ofNetwork) {
        Map<String, Problem> ofKeys =
                problems.stream().collect(Collectors.toMap(Problem::key, Function.identity(), (first, _) -> first));
        Map<Integer, List<Problem>> found = new HashMap<>();
        ofDialogs.forEach(
                (dialog, causes) -> add(causes.stream().map(DialogCause::key).toList(), dialog, ofKeys, found));
        ofNetwork.forEach((dialog, keys) -> add(keys, dialog, ofKeys, found));
        found.replaceAll((_, each) -> each.stream().sorted(SEVEREST).toList());
        return found;
    }

    private static void add(List<String> keys, int dialog, Map<String, Problem> ofKeys,
            Map<Integer, List<Problem>> found) {
        for (String key : keys) {
            Problem problem = ofKeys.get(key);
            if (problem != null) {
                found.computeIfAbsent(dialog, _ -> new ArrayList<>()).add(problem);
            }
        }
    }

    /// Those of the same title share the place of the most severe of them.
    private static IdentityHashMap<Problem, Integer> places(List<Problem> problems) {
        Map<String, Integer> ofTitles = new HashMap<>();
        IdentityHashMap<Problem, Integer> places = new IdentityHashMap<>();
        problems.stream()
                .sorted(SEVEREST.thenComparing(each -> each.title().text(), String.CASE_INSENSITIVE_ORDER))
                .forEach(each -> places.put(each, ofTitles.computeIfAbsent(each.title().text(), _ -> ofTitles.size())));
        return places;
    }

    /// A row for each cause: those with most calls first, then in the order of time; causes without
    /// a call last.
    public List<Problem> problems() {
        return problems;
    }

    /// A row for each reason for which calls were refused or not answered, which is no problem by
    /// itself: those with most calls first. Each call is in one row.
    public List<Problem> unanswered() {
        return unanswered;
    }

    /// The problems, then the reasons for which calls were refused or not answered.
    public List<Problem> all() {
        return Stream.concat(problems.stream(), unanswered.stream()).toList();
    }

    /// The problems that a dialog has a part in, then the reasons for which its calls were refused
    /// or not answered.
    public List<Problem> all(int dialog) {
        return Stream.concat(problems(dialog).stream(), unanswered(dialog).stream()).toList();
    }

    /// The reasons for which the calls of a dialog were refused or not answered.
    public List<Problem> unanswered(int dialog) {
        return unansweredByDialog.getOrDefault(dialog, List.of());
    }

    /// The calls by what they were for those who called.
    public CallOutcomes calls() {
        return calls;
    }

    /// The causes of each dialog that has any, the one that explains most first.
    public Map<Integer, List<DialogCause>> ofDialogs() {
        return ofDialogs;
    }

    /// What the capture does not let conclude, in sentences.
    public List<Sentence> limits() {
        return limits;
    }

    /// The causes of a dialog, the one that explains most first.
    public List<DialogCause> of(int dialog) {
        return ofDialogs.getOrDefault(dialog, List.of());
    }

    /// The problems that a dialog has a part in, the most severe first, and of these the one that
    /// explains most.
    public List<Problem> problems(int dialog) {
        return byDialog.getOrDefault(dialog, List.of());
    }

    /// Whether any dialog has a part in a problem.
    public boolean hasDialogs() {
        return !byDialog.isEmpty();
    }

    /// The place of one of its problems among their titles: the titles of the most severe problems
    /// first, then alphabetically. The same title has the same place.
    public int place(Problem problem) {
        return places.getOrDefault(problem, places.size());
    }

    /// Those from which somebody suffered.
    public List<Problem> failures() {
        return problems.stream().filter(Problem::isFailure).toList();
    }
}
