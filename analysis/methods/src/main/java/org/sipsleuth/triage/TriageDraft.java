package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.problem.DialogFacts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.novelty.Deviation;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.triage.DialogProblems.Problem;

/// A row of the queue that is being made: a cause in one network, and what turned out to be the same
/// cause.
final class TriageDraft {

    /// A problem that has many more dialogs than a step is not named together with it.
    static final double AS_LARGE = 0.5;

    private static final String REFUSED = "refused";

    private static final Comparator<NoveltyDetection.Group> TELLING =
            Comparator.comparing((NoveltyDetection.Group each) -> each.dialogs().deviation().isPresent())
                    .thenComparingInt(each -> each.dialogs().count())
                    .thenComparingDouble(each -> each.dialogs().suspicion().bits());

    private final int network;
    private final TriageCause cause;
    private final NavigableSet<Integer> own = new TreeSet<>();
    private final NavigableSet<Integer> shown = new TreeSet<>();
    private final NavigableSet<Integer> dialogs = new TreeSet<>();

    /// The messages that prove its problem, by dialog.
    private final Map<Integer, Integer> messages = new HashMap<>();

    private final List<NoveltyDetection.Group> ownGroups = new ArrayList<>();
    private final List<TriageDraft> others = new ArrayList<>();

    /// What has nothing but an incident in common.
    private final List<TriageDraft> strangers = new ArrayList<>();

    private Optional<SequenceDetection.Group> sequence = Optional.empty();
    private Optional<Finding> period = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Sentence incident = Sentence.none();
    private Sentence decisive = Sentence.none();

    TriageDraft(int network, TriageCause cause) {
        this.network = network;
        this.cause = cause;
    }

    /// Adds a dialog that it explains.
    void add(int dialog) {
        own.add(dialog);
        shown.add(dialog);
        dialogs.add(dialog);
    }

    /// Adds some dialogs of a group.
    void add(NoveltyDetection.Group group, List<Integer> some) {
        ownGroups.add(group);
        some.forEach(this::add);
    }

    /// Adds the dialogs of periods that are unlike normal ones.
    void add(List<Integer> some, Finding unlike) {
        some.forEach(this::add);
        period = period.or(() -> Optional.of(unlike));
    }

    void add(int dialog, Optional<SequenceDetection.Group> group) {
        add(dialog);
        sequence = group;
    }

    void add(int dialog, Problem its) {
        add(dialog);
        problem = problem.or(() -> Optional.of(its));
        its.message().ifPresent(message -> messages.put(dialog, message));
    }

    /// Adds a dialog that has the problem beside another one, which explains more.
    void addShown(int dialog) {
        shown.add(dialog);
    }

    /// Takes the dialog in which the incident that the row is about succeeded.
    ///
    /// @param shows what can be seen in it
    void addDecisive(int dialog, Sentence shows) {
        dialogs.add(dialog);
        decisive = own.contains(dialog) ? Sentence.none() : shows;
    }

    /// Takes another one that belongs to the same incident.
    void join(TriageDraft other, Sentence title) {
        strangers.add(other);
        strangers.addAll(other.others);
        strangers.addAll(other.strangers);
        other.others.clear();
        other.strangers.clear();
        dialogs.addAll(other.dialogs);
        incident = title;
    }

    /// Takes another one that is the same cause.
    void join(TriageDraft other) {
        others.add(other);
        others.addAll(other.others);
        other.others.clear();
        dialogs.addAll(other.dialogs);
    }

    /// How the problem shows in the dialog that stands for the row.
    void tell(Problem its) {
        problem = Optional.of(its);
    }

    /// The message of a dialog that proves the problem, if one does.
    Optional<Integer> message(int dialog) {
        return Optional.ofNullable(messages.get(dialog));
    }

    int network() {
        return network;
    }

    TriageCause cause() {
        return cause;
    }

    /// All of its dialogs.
    NavigableSet<Integer> dialogs() {
        return Collections.unmodifiableNavigableSet(dialogs);
    }

    /// Those that the cause itself explains.
    NavigableSet<Integer> own() {
        return Collections.unmodifiableNavigableSet(own);
    }

    /// Those that have the cause, even if another one explains more.
    NavigableSet<Integer> shown() {
        return Collections.unmodifiableNavigableSet(shown);
    }

    /// This one and those that were joined, the largest first.
    Stream<TriageDraft> parts() {
        return Stream.concat(Stream.of(this), Stream.concat(others.stream(), strangers.stream())
                .sorted(Comparator.comparingInt(each -> -each.own.size())));
    }

    /// What was joined, the largest first.
    List<TriageJoined> joined() {
        return parts().skip(1).map(each -> new TriageJoined(each.cause, each.title(), List.copyOf(each.own))).toList();
    }

    /// The incident that several causes belong to; says nothing where the cause is one.
    Sentence incident() {
        return incident;
    }

    /// In what it succeeded, where the cause itself does not show it.
    Sentence decisive() {
        return decisive;
    }

    Optional<Problem> problem() {
        return problem;
    }

    Optional<SequenceDetection.Group> sequence() {
        return sequence;
    }

    /// What was found of the periods of its source, if it is a row of that.
    Optional<Finding> period() {
        return period;
    }

    /// That, and what was found of periods of which nearly all dialogs are its.
    Stream<Finding> periods() {
        return parts().flatMap(each -> each.period.stream());
    }

    boolean isStep() {
        return !ownGroups.isEmpty();
    }

    /// The groups of all of its steps.
    Stream<NoveltyDetection.Group> groups() {
        return parts().flatMap(each -> each.ownGroups.stream());
    }

    /// The step that is told about: its own, else of those of the same dialogs; one that departs from
    /// RFC 3261 before others, then the most frequent.
    Optional<NoveltyDetection.Group> step() {
        return isStep() ? ownGroups.stream().max(TELLING)
                : others.stream().flatMap(each -> each.ownGroups.stream()).max(TELLING);
    }

    /// Whether the problem and a departure from RFC 3261 are the same dialogs.
    boolean isOfBoth() {
        return problem.isPresent() && step().map(NoveltyDetection.Group::dialogs)
                .filter(each -> each.deviation().isPresent() && each.count() >= AS_LARGE * own.size())
                .isPresent();
    }

    /// The cause itself in words.
    Sentence title() {
        return cause.title();
    }

    /// The dialogs that show what is told about it.
    NavigableSet<Integer> telling() {
        if (!isStep() && !isOfBoth()) {
            return own;
        }
        NavigableSet<Integer> telling = new TreeSet<>();
        for (int dialog : step().orElseThrow().dialogs().dialogs()) {
            if (own.contains(dialog)) {
                telling.add(dialog);
            }
        }
        return telling.isEmpty() ? own : telling;
    }

    /// Equal for rows that differ in details only, of whatever hosts: of the same departure, or of
    /// the same step with another status code of the class.
    String family() {
        return problem.isPresent() ? cause.text()
                : step().map(each -> each.dialogs().stepFamily()).orElseGet(cause::text);
    }

    /// Equal for causes that are one between the same hosts: the same departure, a refusal of
    /// what a client does not need, no answer to anything; empty for all others.
    Optional<String> kind() {
        return problem.isPresent() ? problem.flatMap(TriageDraft::kind) : step().flatMap(each -> kind(each.dialogs()));
    }

    private static Optional<String> kind(Problem problem) {
        return problem.isUnanswered() ? Optional.of("unanswered")
                : problem.loss() == TriageLoss.REFUSED_EXTRA ? Optional.of(REFUSED)
                : Optional.empty();
    }

    private static Optional<String> kind(NoveltyGroup group) {
        String method = group.word().request();
        boolean isRefused = DialogFacts.isExtra(method) && group.word().status().compareTo("3") > 0;
        return group.deviation()
                .map(Deviation::word)
                .or(() -> isRefused ? Optional.of(method + " " + group.word().status()) : Optional.empty());
    }
}
