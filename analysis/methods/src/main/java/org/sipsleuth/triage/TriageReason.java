package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.sequence.unknown.NoveltyText;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// What is said of a row, all of it about one problem, one step, or both where they are the same
/// dialogs.
///
/// @param title the cause in words: `BYE/200 after INVITE/486`
/// @param text why it is a row, in sentences: in what an attack succeeded, what the problem means,
///     how the step departs from RFC 3261 or that training never showed it, and what else is the same
///     cause with how many dialogs
/// @param step what was never seen in training: a transaction, or the order of two; empty where the
///     row has no step
/// @param departure how this step departs from RFC 3261, in a sentence; says nothing if it does not
/// @param findings those about the steps of the row, that of this step first, then the most severe
public record TriageReason(Sentence title, Sentence text, String step, Sentence departure, List<Finding> findings) {

    private static final MethodTexts TEXTS = MethodTexts.beside(TriageReason.class);
    private static final int MOST_NAMED = 4;

    /// Takes a copy.
    public TriageReason {
        findings = List.copyOf(findings);
    }

    static TriageReason of(TriageDraft row) {
        Optional<NoveltyGroup> step = row.step().map(NoveltyDetection.Group::dialogs);
        Sentence departure = step.map(NoveltyGroup::departure).orElse(Sentence.none());
        Sentence explanation = row.problem().map(DialogProblems.Problem::explanation).orElse(Sentence.none());
        Sentence unseen = row.problem().isPresent() || !departure.isEmpty() ? Sentence.none()
                : step.map(group -> TEXTS.sentence("reason.unseen", TriageCause.of(group.step()).title(),
                        NoveltyText.seen(group.step())))
                        .or(() -> row.period().map(each -> each.statement().explanation()))
                        .orElseGet(() -> TEXTS.sentence("reason.sequence"));
        Sentence decisive =
                row.decisive().isEmpty() ? Sentence.none() : TEXTS.sentence("reason.decisive", row.decisive());
        boolean isMain = row.isStep() || row.isOfBoth(); // else it is one of those that are named
        Sentence text = isMain ? Sentence.paragraph(decisive, explanation, departure, unseen, joined(row))
                : Sentence.paragraph(decisive, explanation, unseen, joined(row), departure);
        return new TriageReason(title(row), text, step.map(NoveltyGroup::name).orElse(""), departure, findings(row));
    }

    /// The step is named beside the problem where it departs from RFC 3261 in most of the dialogs; an
    /// incident before both where it joins several causes.
    private static Sentence title(TriageDraft row) {
        Sentence step =
                row.isOfBoth() ? TriageCause.of(row.step().orElseThrow().dialogs().step()).title() : Sentence.none();
        return Sentence.joined(Punctuation.SEMICOLON,
                Stream.of(row.incident(), row.title(), step).filter(each -> !each.isEmpty()).toList());
    }

    private static Sentence joined(TriageDraft row) {
        List<TriageJoined> all = row.joined();
        if (all.isEmpty()) {
            return Sentence.none();
        }
        List<Sentence> named = new ArrayList<>();
        for (TriageJoined each : all.subList(0, Math.min(MOST_NAMED, all.size()))) {
            named.add(TEXTS.sentence("reason.joined", each.title(), Sentence.count(each.dialogs().size())));
        }
        if (all.size() > MOST_NAMED) {
            named.add(TEXTS.sentence("reason.joined.more", Sentence.count(all.size() - MOST_NAMED)));
        }
        return TEXTS.sentence("reason.also", Sentence.joined(Punctuation.SEMICOLON, named));
    }

    private static List<Finding> findings(TriageDraft row) {
        Stream<Finding> first = row.step().map(NoveltyDetection.Group::finding).stream();
        Stream<Finding> more = row.groups()
                .map(NoveltyDetection.Group::finding)
                .sorted(Comparator.comparing(Finding::severity).reversed());
        return Stream.of(row.sequence().map(SequenceDetection.Group::finding).stream(), first, more, row.periods())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
