package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.sequence.unknown.SequenceWords;
import org.sipsleuth.view.fx.sequence.MarkStyle;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;

/// Tells whether dialogs are known to the model in use.
public final class KnownSection {

    /// How many groups are listed.
    private static final int MOST_GROUPS = 12;

    private final Optional<SequenceDetection> analysis;
    private final Facts.Collector facts;

    /// @param analysis what the model in use says; nothing is told without it
    public KnownSection(Optional<SequenceDetection> analysis, Facts.Collector facts) {
        this.analysis = analysis;
        this.facts = facts;
    }

    /// Adds what is known of a dialog.
    public void addDialog(int dialog) {
        analysis.ifPresent(
                its -> {
                    int sequence = its.scored().sequences().ofDialog(dialog);
                    group(its, sequence)
                            .ifPresentOrElse(
                                    group -> new SequenceFinding(its.index(), facts).add(group),
                                    () -> addKnown(its, its.scored().score(sequence)));
                });
    }

    private void addKnown(SequenceDetection its, SequenceScore score) {
        if (score.isObserved()) {
            SequenceModel model = its.model();
            facts.detail(text("inspector.known"))
                    .plain(
                            text("inspector.known.as"),
                            text(
                                    "inspector.known.dialog",
                                    score.observed(),
                                    model.known().count(score.observed()),
                                    model.known().dialogs()))
                    .plain(
                            text("inspector.known.moments"),
                            mark(model.thresholds().byMoments(score)))
                    .plain(
                            text("inspector.known.maximum"),
                            mark(model.thresholds().byMaximum(score)));
            new SequenceFormulas(facts).add(model, score);
            FindingFacts.addModel(facts, model.identity());
        }
    }

    private static String mark(Mark mark) {
        return MarkStyle.words(mark);
    }

    private static Optional<Group> group(SequenceDetection its, int sequence) {
        return its.groups().stream()
                .filter(group -> group.dialogs().sequence() == sequence)
                .findFirst();
    }

    /// Adds what is known of several dialogs: the findings they belong to.
    public void addDialogs(List<Integer> dialogs) {
        analysis.ifPresent(
                its -> {
                    Map<Integer, Integer> counts = new HashMap<>();
                    for (int dialog : dialogs) {
                        counts.merge(its.scored().sequences().ofDialog(dialog), 1, Integer::sum);
                    }
                    List<Group> groups =
                            its.groups().stream()
                                    .filter(group -> counts.containsKey(group.dialogs().sequence()))
                                    .toList();
                    if (counts.size() == 1 && groups.size() == 1) {
                        new SequenceFinding(its.index(), facts).add(groups.getFirst());
                    } else {
                        addGroups(dialogs.size(), groups, counts);
                    }
                });
    }

    private void addGroups(int dialogs, List<Group> groups, Map<Integer, Integer> counts) {
        int unknown = 0;
        for (Group group : groups) {
            unknown += counts.getOrDefault(group.dialogs().sequence(), 0);
        }
        facts.section(text("inspector.findings"))
                .plain(
                        text("inspector.findings.new"),
                        text("inspector.findings.of", unknown, dialogs, groups.size()));
        groups.stream()
                .sorted(
                        Comparator.comparing((Group group) -> group.finding().severity())
                                .reversed())
                .limit(MOST_GROUPS)
                .forEach(
                        group ->
                                facts.link(
                                        group.finding().severity().word(),
                                        text(
                                                "inspector.findings.group",
                                                group.dialogs().count(),
                                                SequenceWords.difference(group.dialogs())),
                                        Target.ofDialogs(group.dialogs().dialogs())));
        if (groups.size() > MOST_GROUPS) {
            facts.plain("", text("inspector.more", groups.size() - MOST_GROUPS));
        }
    }
}
