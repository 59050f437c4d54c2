package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.Sentence.Punctuation;

/// What went wrong in the signalling of each dialog, as its hints and its outcome state it. One
/// thread.
final class DialogCauses {

    /// Why another one is there: their names stand beside its.
    private static final Set<DialogHint> EXPLAINING = EnumSet.of(DialogHint.CONTACT_UNREACHABLE,
            DialogHint.CONTACT_MISSING, DialogHint.CONTACT_TRANSPORT, DialogHint.ACK_ROUTE, DialogHint.STRICT_ROUTE,
            DialogHint.TAG_MISSING, DialogHint.TAG_CHANGED, DialogHint.CSEQ_BACK, DialogHint.NO_PRACK,
            DialogHint.PRIVATE_TARGET, DialogHint.NEXT_HOP_SILENT, DialogHint.LARGE_OVER_UDP, DialogHint.VIA_TRANSPORT,
            DialogHint.CONTENT_LENGTH, DialogHint.LOOP, DialogHint.OUT_OF_ORDER, DialogHint.FAULT_IN_REFUSAL,
            DialogHint.FAULT_IN_BYE, DialogHint.FAULT_IN_CANCEL);

    private final DialogFacts facts;
    private final FaultParty party;
    private final IntPredicate isHeard;

    /// @param isHeard the dialogs in which RTP proves that both sides were heard
    DialogCauses(DialogFacts facts, FaultParty party, IntPredicate isHeard) {
        this.facts = facts;
        this.party = party;
        this.isHeard = isHeard;
    }

    /// Those of a dialog, the one that explains most first; none where nothing went wrong, where no
    /// request was captured, and where a response was most likely not captured. Cost: the messages
    /// of the dialog.
    List<DialogCause> of(int dialog) {
        return facts.outcome(dialog).map(outcome -> of(dialog, outcome)).orElse(List.of());
    }

    private List<DialogCause> of(int dialog, DialogOutcome outcome) {
        List<FoundHint> found = facts.hints(dialog, outcome);
        List<FoundHint> failures = found.stream().filter(each -> !DialogFacts.isHarmless(each)).toList();
        boolean isLost = isLost(outcome, facts.method(dialog, outcome));
        List<DialogCause> causes = new ArrayList<>();
        if (!failures.isEmpty()) {
            causes.add(cause(dialog, found, outcome, isLost));
        } else if (facts.isFailure(dialog, outcome)) {
            causes.add(cause(dialog, outcome, isLost));
        } else if (facts.isNotFoundThoughRegistered(dialog, outcome)) {
            causes.add(notFound(dialog, outcome));
        }
        boolean isNew = failures.isEmpty(); // else it stands beside them, if it explains them
        found.stream()
                .filter(DialogFacts::isHarmless)
                .filter(each -> isNew || !EXPLAINING.contains(each.hint()))
                .filter(each -> each.hint() != DialogHint.ONE_WAY_MEDIA || !isHeard.test(dialog))
                .map(each -> cause(each, List.of(), List.of(), "", false, Sentence.none()))
                .forEach(causes::add);
        return List.copyOf(causes);
    }

    /// Whether somebody could not do what they wanted: clients work without what they subscribe to.
    private static boolean isLost(DialogOutcome outcome, String method) {
        return DialogFacts.isNeeded(outcome, method) || !DialogFacts.isExtra(method);
    }

    /// Hints of one dialog are about one thing: what happened first, and why.
    private DialogCause cause(int dialog, List<FoundHint> all, DialogOutcome outcome, boolean isLost) {
        List<FoundHint> failures = all.stream().filter(each -> !DialogFacts.isHarmless(each)).toList();
        FoundHint first = failures.stream()
                .filter(each -> !EXPLAINING.contains(each.hint()))
                .findFirst()
                .orElse(failures.getFirst());
        List<FoundHint> explaining =
                all.stream().filter(each -> !each.equals(first) && EXPLAINING.contains(each.hint())).toList();
        List<FoundHint> others = failures.stream().filter(each -> !each.equals(first)).toList();
        boolean isRefusal = outcome.status() >= 300;
        return cause(first, explaining, others, variant(dialog, outcome, isRefusal), isLost,
                isRefusal ? refusal(dialog, outcome, first.hint()) : Sentence.none());
    }

    /// What tells refusals of one kind apart: the status code, and what was asked for if it is no call.
    private String variant(int dialog, DialogOutcome outcome, boolean isRefusal) {
        String method = outcome.isCall() ? "" : " " + facts.method(dialog, outcome);
        return isRefusal ? method + " " + outcome.status() : "";
    }

    /// What follows from the first one is left out: who reads that no ACK came need not read how often
    /// the answer was repeated.
    private DialogCause cause(FoundHint first, List<FoundHint> explaining, List<FoundHint> others, String variant,
            boolean isLost, Sentence name) {
        boolean isTimed = others.stream().anyMatch(each -> each.hint() == DialogHint.DROPPED_AFTER_32_S);
        String kind = first.hint().id();
        String reasons = explaining.stream().map(each -> " " + each.hint().id()).collect(Collectors.joining());
        List<Sentence> names = new ArrayList<>();
        names.add(name.isEmpty() ? ProblemTitle.of(kind + (isTimed ? ".timed" : ""), first.hint()) : name);
        explaining.forEach(each -> names.add(ProblemTitle.of(each.hint().id() + ".reason", each.hint())));
        List<FoundHint> stated = Stream.concat(Stream.of(first), explaining.stream()).toList();
        return new DialogCause(kind, kind + variant + reasons, Sentence.joined(Punctuation.COMMA, names),
                Sentence.paragraph(
                        Sentence.joined(Punctuation.SPACE,
                                stated.stream().map(each -> Sentence.english(each.explanation())).toList()),
                        party.of(first.hint(), first.evidence())),
                first.hint().source(),
                Stream.concat(stated.stream(), others.stream())
                        .flatMap(each -> each.evidence().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                isLost);
    }

    /// `INVITE refused: Extension not supported (420)`; says nothing for what has a title of its own.
    private Sentence refusal(int dialog, DialogOutcome outcome, DialogHint hint) {
        return ProblemTitle.isOwn(hint) ? Sentence.none()
                : ProblemMethod.TEXTS.sentence("cause.refused", Sentence.term(facts.method(dialog, outcome)),
                        Sentence.term(outcome.outcome().text()), Sentence.term(hint.label()),
                        Sentence.term(Integer.toString(outcome.status())));
    }

    private DialogCause cause(int dialog, DialogOutcome outcome, boolean isLost) {
        String method = facts.method(dialog, outcome);
        Cause cause = outcome.cause();
        String kind = cause.name().toLowerCase(Locale.ROOT);
        return new DialogCause(kind, kind + " " + method + (outcome.status() > 0 ? " " + outcome.status() : ""),
                ProblemMethod.TEXTS.sentence("cause", Sentence.term(method), Sentence.term(outcome.text())),
                Sentence.paragraph(facts.explanation(outcome), party(outcome)), cause.source(),
                DialogFacts.evidence(outcome).stream().boxed().toList(), isLost);
    }

    private Sentence party(DialogOutcome outcome) {
        OptionalInt evidence = DialogFacts.evidence(outcome);
        return evidence.isPresent() ? party.of(outcome.cause(), evidence.getAsInt()) : Sentence.none();
    }

    private DialogCause notFound(int dialog, DialogOutcome outcome) {
        String kind = ProblemTitle.REGISTERED;
        return new DialogCause(kind, kind,
                ProblemMethod.TEXTS.sentence("cause.registered", Sentence.term(outcome.text())),
                facts.registeredBefore(dialog), outcome.cause().source(),
                DialogFacts.evidence(outcome).stream().boxed().toList(), true);
    }
}
