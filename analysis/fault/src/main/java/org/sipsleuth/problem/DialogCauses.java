package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;
import org.sipsleuth.transaction.fault.NetworkFault;

/// What went wrong in the signalling of each dialog, as its hints and its outcome state it. One
/// thread.
final class DialogCauses {

    /// Why another one is there: their names stand beside its.
    static final Set<DialogHint> EXPLAINING = EnumSet.of(DialogHint.CONTACT_UNREACHABLE, DialogHint.CONTACT_MISSING,
            DialogHint.CONTACT_TRANSPORT, DialogHint.ACK_MISMATCH, DialogHint.ACK_ROUTE, DialogHint.STRICT_ROUTE,
            DialogHint.TAG_MISSING, DialogHint.TAG_CHANGED, DialogHint.CSEQ_BACK, DialogHint.NO_PRACK,
            DialogHint.PRIVATE_TARGET, DialogHint.NEXT_HOP_SILENT, DialogHint.LARGE_OVER_UDP, DialogHint.VIA_TRANSPORT,
            DialogHint.CONTENT_LENGTH, DialogHint.LOOP, DialogHint.OUT_OF_ORDER, DialogHint.FAULT_IN_REFUSAL,
            DialogHint.FAULT_IN_BYE, DialogHint.FAULT_IN_CANCEL);

    /// Of these, what has its own advice, which then is that of the problem: it is what to repair.
    private static final Set<DialogHint> DECIDING =
            EnumSet.of(DialogHint.ACK_MISMATCH, DialogHint.ACK_ROUTE, DialogHint.LARGE_OVER_UDP);

    /// What follows from another one, whose messages show that one, too.
    private static final Set<DialogHint> FOLLOWING =
            EnumSet.of(DialogHint.ANSWER_REPEATED, DialogHint.DROPPED_AFTER_32_S, DialogHint.BYE_UNANSWERED);

    /// What a call was refused for, and no more: such a call has a row among those that nobody took.
    private static final Set<DialogHint> OF_REFUSAL = EnumSet.of(DialogHint.UNAVAILABLE, DialogHint.UNWANTED,
            DialogHint.NOT_FOUND, DialogHint.NUMBER_INCOMPLETE, DialogHint.NUMBER_AMBIGUOUS, DialogHint.NO_HOPS);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final DialogFacts facts;
    private final FaultParty party;
    private final IcmpReasons icmp;
    private final IntPredicate isHeard;

    /// @param icmp why requests have no response
    /// @param isHeard the dialogs in which RTP proves that both sides were heard
    DialogCauses(DialogFacts facts, FaultParty party, IcmpReasons icmp, IntPredicate isHeard) {
        this.facts = facts;
        this.party = party;
        this.icmp = icmp;
        this.isHeard = isHeard;
    }

    /// Those of a dialog, the one that explains most first; none where nothing went wrong, where no
    /// request was captured, and where a response was most likely not captured. Cost: the messages
    /// of the dialog.
    List<DialogCause> of(int dialog) {
        return facts.outcome(dialog).map(outcome -> ofAll(dialog, outcome)).orElse(List.of());
    }

    /// Of the dialog, and of the accounts that it registers besides.
    private List<DialogCause> ofAll(int dialog, DialogOutcome outcome) {
        Map<String, DialogCause> causes = new LinkedHashMap<>();
        of(dialog, outcome, facts.hints(dialog, outcome))
                .forEach(each -> causes.merge(each.key(), each, DialogCause::with));
        for (DialogOutcome another : facts.ofFurtherAccounts(dialog, outcome)) {
            of(dialog, another, facts.hintsOfAccount(dialog, another))
                    .forEach(each -> causes.merge(each.key(), each, DialogCause::with));
        }
        return List.copyOf(causes.values());
    }

    private List<DialogCause> of(int dialog, DialogOutcome outcome, List<FoundHint> found) {
        List<FoundHint> failures = found.stream().filter(each -> !DialogFacts.isHarmless(each, outcome)).toList();
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
                .filter(each -> DialogFacts.isHarmless(each, outcome))
                .filter(each -> isNew || !EXPLAINING.contains(each.hint()))
                .filter(each -> !outcome.isCall() || !isOfRefusal(each, outcome))
                .filter(each -> each.hint() != DialogHint.ONE_WAY_MEDIA || !isHeard.test(dialog))
                .map(each -> harmless(dialog, each, outcome))
                .forEach(causes::add);
        return causes;
    }

    private static boolean isOfRefusal(FoundHint hint, DialogOutcome outcome) {
        return OF_REFUSAL.contains(hint.hint())
                || (hint.hint() == DialogHint.OTHER_PHRASE && hint.evidence().contains(outcome.evidence()));
    }

    /// Why nobody took a call, which is no problem by itself: with the status code, and what the
    /// messages state as a reason.
    ///
    /// @param outcome that of the call, the last or an earlier one of its dialog
    DialogCause ofUnanswered(int dialog, DialogOutcome outcome) {
        boolean isRefused = outcome.outcome().isBad() || outcome.outcome() == Outcome.REDIRECTED;
        if (!isRefused) {
            return ofCancelled(dialog, outcome);
        }
        boolean isLast = facts.outcome(dialog).filter(outcome::equals).isPresent();
        List<FoundHint> hints = !isLast ? List.of()
                : facts.hints(dialog, outcome).stream().filter(each -> isOfRefusal(each, outcome)).toList();
        DialogCause plain = cause(dialog, outcome, false);
        Optional<FoundHint> first = hints.stream().filter(each -> each.hint() != DialogHint.OTHER_PHRASE).findFirst();
        if (hints.isEmpty()) {
            return plain;
        }
        String kind = first.map(each -> each.hint().id()).orElse(plain.kind());
        Sentence title =
                kind.equals(plain.kind()) ? plain.title() : refusal(dialog, outcome, first.orElseThrow().hint());
        List<Sentence> stated = new ArrayList<>();
        if (first.isEmpty()) {
            stated.add(plain.explanation());
        }
        hints.forEach(each -> stated.add(Sentence.english(each.explanation())));
        first.map(each -> party.of(each.hint(), each.evidence()))
                .filter(each -> !each.isEmpty())
                .ifPresent(stated::add);
        return new DialogCause(kind, plain.key(), title, Sentence.joined(Punctuation.SPACE, stated),
                Advice.of(kind, facts.method(dialog, outcome), outcome.status()), plain.source(), plain.messages(),
                false);
    }

    private DialogCause ofCancelled(int dialog, DialogOutcome outcome) {
        String kind = outcome.cause().name().toLowerCase(Locale.ROOT);
        String key = outcome.cause() == Cause.CANCELLED_BY_CALLER || outcome.cause() == Cause.ANSWERED_ELSEWHERE ? kind
                : "ended_early";
        String given = facts.reason(dialog);
        String reason = given.startsWith(outcome.status() + " ") ? "" : given; // 487 says no more
        return new DialogCause(key, key, ProblemTexts.TEXTS.sentence("cause." + key),
                Sentence.paragraph(ProblemTexts.TEXTS.sentence("cause." + key + ".text"),
                        reason.isEmpty() ? Sentence.none()
                                : ProblemTexts.TEXTS.sentence("cause.reason", Sentence.captured(reason))),
                Sentence.none(), outcome.cause().source(), DialogFacts.evidence(outcome).stream().boxed().toList(),
                false);
    }

    /// One from which nobody is known to suffer.
    private DialogCause harmless(int dialog, FoundHint hint, DialogOutcome outcome) {
        boolean isRefusal = outcome.status() >= 300 && !outcome.isCall() && hint.hint() != DialogHint.OTHER_PHRASE;
        return cause(hint, List.of(), List.of(),
                new Subject(facts.method(dialog, outcome), outcome.status(), variant(dialog, outcome, isRefusal), false,
                        isUp(outcome), isRefusal ? refusal(dialog, outcome, hint.hint()) : Sentence.none()));
    }

    /// What a cause is about.
    ///
    /// @param method what was asked for
    /// @param status the status code that decided, or 0
    /// @param variant tells refusals of one kind apart
    /// @param isLost whether somebody could not do what they wanted
    /// @param isUp whether the call that it is of was not ended
    /// @param name its title; says nothing where the kind has one
    private record Subject(String method, int status, String variant, boolean isLost, boolean isUp, Sentence name) {}

    private static boolean isUp(DialogOutcome outcome) {
        return outcome.outcome() == Outcome.ESTABLISHED;
    }

    /// Whether somebody could not do what they wanted: clients work without what they subscribe to.
    private static boolean isLost(DialogOutcome outcome, String method) {
        return DialogFacts.isNeeded(outcome, method) || !DialogFacts.isExtra(method);
    }

    /// Hints of one dialog are about one thing: what happened first, and why.
    private DialogCause cause(int dialog, List<FoundHint> all, DialogOutcome outcome, boolean isLost) {
        List<FoundHint> failures = all.stream().filter(each -> !DialogFacts.isHarmless(each, outcome)).toList();
        FoundHint first = failures.stream()
                .filter(each -> !EXPLAINING.contains(each.hint()))
                .findFirst()
                .orElse(failures.getFirst());
        List<FoundHint> explaining =
                all.stream().filter(each -> !each.equals(first) && EXPLAINING.contains(each.hint())).toList();
        List<FoundHint> following =
                failures.stream().filter(each -> !each.equals(first) && FOLLOWING.contains(each.hint())).toList();
        boolean isRefusal = outcome.status() >= 300;
        DialogCause cause = cause(first, explaining, following,
                new Subject(facts.method(dialog, outcome), outcome.status(), variant(dialog, outcome, isRefusal),
                        isLost, isUp(outcome), isRefusal ? refusal(dialog, outcome, first.hint()) : Sentence.none()));
        return first.hint() == DialogHint.AUTHENTICATION_FAILED ? withSuccess(cause, outcome) : cause;
    }

    /// An account that is accepted at another time exists, and its password is known there.
    private DialogCause withSuccess(DialogCause cause, DialogOutcome outcome) {
        OptionalLong nanos = facts.acceptedAfterNanos(outcome.evidence());
        if (nanos.isEmpty()) {
            return cause;
        }
        String when = nanos.getAsLong() > 0 ? "accepted_later" : "accepted_before";
        return new DialogCause(cause.kind(), cause.key() + " " + when, cause.title(),
                Sentence.paragraph(cause.explanation(),
                        ProblemTexts.TEXTS.sentence("cause." + when,
                                Sentence.count(Math.abs(nanos.getAsLong()) / NANOS_PER_SECOND))),
                Advice.of(cause.kind() + "." + when), cause.source(), cause.messages(), cause.isFailure());
    }

    /// What tells refusals of one kind apart: the status code, and what was asked for if it is no call.
    private String variant(int dialog, DialogOutcome outcome, boolean isRefusal) {
        String method = outcome.isCall() ? "" : " " + facts.method(dialog, outcome);
        return isRefusal ? method + " " + outcome.status() : "";
    }

    /// What follows from the first one is left out: who reads that no ACK came need not read how often
    /// the answer was repeated. Its messages show it, too.
    private DialogCause cause(FoundHint first, List<FoundHint> explaining, List<FoundHint> following, Subject subject) {
        boolean isRouted = first.hint() == DialogHint.NO_ACK
                && explaining.stream().anyMatch(each -> each.hint() == DialogHint.ACK_ROUTE);
        boolean isTimed = following.stream().anyMatch(each -> each.hint() == DialogHint.DROPPED_AFTER_32_S);
        String kind = first.hint().id();
        String reasons = explaining.stream().map(each -> " " + each.hint().id()).collect(Collectors.joining());
        List<Sentence> names = new ArrayList<>();
        names.add(subject.name().isEmpty() ? ProblemTitle.of(
                kind + (isRouted ? ".routed" : "") + (subject.isUp() ? ".up" : isTimed ? ".timed" : ""), first.hint())
                : subject.name());
        explaining.stream()
                .filter(each -> !isRouted || each.hint() != DialogHint.ACK_ROUTE)
                .forEach(each -> names.add(ProblemTitle.ofReason(each.hint())));
        boolean isMismatched = explaining.stream().anyMatch(each -> each.hint() == DialogHint.ACK_MISMATCH);
        List<FoundHint> stated = stated(first, explaining, isRouted);
        DialogCause cause =
                new DialogCause(kind, kind + subject.variant() + reasons, Sentence.joined(Punctuation.COMMA, names),
                        Sentence.paragraph(
                                Sentence.joined(Punctuation.SPACE,
                                        stated.stream().map(each -> Sentence.english(each.explanation())).toList()),
                                isMismatched ? Sentence.none() : party.of(first.hint(), first.evidence())),
                        explaining.stream()
                                .filter(each -> DECIDING.contains(each.hint()))
                                .findFirst()
                                .map(each -> Advice.of(each.hint().id()))
                                .orElseGet(() -> Advice.of(kind, subject.method(), subject.status())),
                        first.hint().source(),
                        Stream.concat(stated.stream(), following.stream())
                                .flatMap(each -> each.evidence().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        subject.isLost());
        Optional<NetworkFault> error =
                FaultParty.isSilence(first.hint()) ? icmp.of(first.evidence().getFirst()) : Optional.empty();
        return error.map(each -> with(cause, each, explaining, subject.method())).orElse(cause);
    }

    /// An ICMP error says more than that no response was captured.
    private static DialogCause with(DialogCause cause, NetworkFault error, List<FoundHint> explaining, String method) {
        String kind = error.kind().id();
        Stream<Sentence> beside = explaining.stream().map(each -> Sentence.english(each.explanation()));
        return new DialogCause(cause.kind(), cause.key() + " " + kind,
                Sentence.joined(Punctuation.COMMA, List.of(cause.title(), Sentence.english(error.kind().label()))),
                Sentence.joined(Punctuation.SPACE,
                        Stream.concat(Stream.of(ProblemTexts.TEXTS.sentence("cause.icmp", Sentence.term(method)),
                                Sentence.english(error.text())), beside).toList()),
                Advice.of(kind), cause.source(), cause.messages(), cause.isFailure(), List.of(), error.frames());
    }

    /// In the order of cause and effect: an ACK that leaves the route is why it does not arrive.
    private static List<FoundHint> stated(FoundHint first, List<FoundHint> explaining, boolean isRouted) {
        Stream<FoundHint> all = Stream.concat(Stream.of(first), explaining.stream());
        return all.sorted(Comparator.comparing(each -> !isRouted || each.hint() != DialogHint.ACK_ROUTE)).toList();
    }

    /// `INVITE refused: Extension not supported (420)`; what has a title of its own has the method
    /// before it where it is no call: `REGISTER: Credentials refused`.
    private Sentence refusal(int dialog, DialogOutcome outcome, DialogHint hint) {
        Sentence method = Sentence.term(facts.method(dialog, outcome));
        if (ProblemTitle.isOwn(hint)) {
            return outcome.isCall() ? Sentence.none()
                    : ProblemTexts.TEXTS.sentence("cause.of_method", method, ProblemTitle.of(hint.id(), hint));
        }
        return ProblemTexts.TEXTS.sentence("cause.refused", method, Sentence.term(outcome.outcome().text()),
                Sentence.term(hint.label()), Sentence.term(Integer.toString(outcome.status())));
    }

    private DialogCause cause(int dialog, DialogOutcome outcome, boolean isLost) {
        String method = facts.method(dialog, outcome);
        Cause cause = outcome.cause();
        String kind = cause.name().toLowerCase(Locale.ROOT);
        return new DialogCause(kind, kind + " " + method + (outcome.status() > 0 ? " " + outcome.status() : ""),
                ProblemTexts.TEXTS.sentence("cause", Sentence.term(method), Sentence.term(outcome.text())),
                Sentence.paragraph(facts.explanation(dialog, outcome), party(outcome)),
                Advice.of(kind, method, outcome.status()), cause.source(),
                DialogFacts.evidence(outcome).stream().boxed().toList(), isLost);
    }

    private Sentence party(DialogOutcome outcome) {
        OptionalInt evidence = DialogFacts.evidence(outcome);
        return evidence.isPresent() ? party.of(outcome.cause(), evidence.getAsInt()) : Sentence.none();
    }

    private DialogCause notFound(int dialog, DialogOutcome outcome) {
        String kind = ProblemTitle.REGISTERED;
        return new DialogCause(kind, kind,
                ProblemTexts.TEXTS.sentence("cause.registered", Sentence.term(outcome.text())),
                facts.registeredBefore(dialog, outcome), Advice.of(kind), outcome.cause().source(),
                facts.registeredEvidence(dialog, outcome), true);
    }
}
