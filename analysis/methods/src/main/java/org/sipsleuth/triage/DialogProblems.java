package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.media.fault.MediaFaultKind;
import org.sipsleuth.problem.DialogCause;
import org.sipsleuth.problem.DialogFacts;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.problem.ProblemTitle;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.TransactionTable;

/// What went wrong in dialogs, as their hints and outcomes state it, and with their media. One thread.
final class DialogProblems {

    /// Hints that say why the outcome is what it is: they are no causes beside that of the outcome.
    private static final Set<DialogHint> OF_OUTCOME = EnumSet.of(DialogHint.CHALLENGE_UNANSWERED, DialogHint.REDIRECTED,
            DialogHint.FORBIDDEN, DialogHint.NOT_FOUND, DialogHint.NUMBER_INCOMPLETE, DialogHint.NUMBER_AMBIGUOUS,
            DialogHint.URI_SCHEME, DialogHint.METHOD_REFUSED, DialogHint.TOO_LARGE, DialogHint.EXTENSION_UNSUPPORTED,
            DialogHint.EXTENSION_REQUIRED, DialogHint.EXPIRES_TOO_SMALL, DialogHint.IDENTITY_REFUSED,
            DialogHint.SECURITY_REQUIRED, DialogHint.PRECONDITION, DialogHint.UNAVAILABLE, DialogHint.UNWANTED,
            DialogHint.DIALOG_UNKNOWN, DialogHint.REQUEST_TIMEOUT, DialogHint.SERVICE_UNAVAILABLE,
            DialogHint.SERVER_TIMEOUT, DialogHint.SERVER_ERROR, DialogHint.REQUEST_REJECTED,
            DialogHint.FAULT_IN_REFUSAL, DialogHint.NO_FINAL_RESPONSE, DialogHint.BYE_REFUSED,
            DialogHint.REQUEST_IN_DIALOG_LOST);

    /// A host answers nothing.
    private static final Set<DialogHint> SILENCE =
            EnumSet.of(DialogHint.NO_ANSWER, DialogHint.REGISTER_UNANSWERED, DialogHint.REQUEST_UNANSWERED);

    private static final Set<String> OF_MEDIA =
            Arrays.stream(MediaFaultKind.values()).map(MediaFaultKind::id).collect(Collectors.toSet());

    private static final MethodTexts TEXTS = MethodTexts.beside(DialogProblems.class);

    private final DialogFacts facts;
    private final ProblemList known;

    /// @param known the problems of the capture, for what is known of its media
    DialogProblems(TransactionTable table, ProblemList known) {
        this(new DialogFacts(table), known);
    }

    private DialogProblems(DialogFacts facts, ProblemList known) {
        this.facts = facts;
        this.known = known;
    }

    /// The problems of each dialog that has any, by dialog. Cost: the messages of all dialogs, shared
    /// by all processors.
    ///
    /// @param dialogs how many there are
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    NavigableMap<Integer, List<Problem>> ofAll(int dialogs, RunMonitor monitor) {
        NavigableMap<Integer, List<Problem>> all = new TreeMap<>();
        Blocks.run(dialogs, TEXTS.text("progress"),
                () -> new Share(new DialogProblems(facts.another(), known), new HashMap<>()), monitor, monitor)
                .forEach(share -> all.putAll(share.found));
        return all;
    }

    /// One processor's share of the dialogs.
    private record Share(DialogProblems reader, Map<Integer, List<Problem>> found) implements Blocks.Work {

        @Override
        public void piece(int dialog) {
            List<Problem> its = reader.of(dialog);
            if (!its.isEmpty()) {
                found.put(dialog, its);
            }
        }
    }

    /// A problem.
    ///
    /// @param key the same for the same problem everywhere: `no_ack`, `no_response REGISTER`
    /// @param explanation what that means in this dialog
    /// @param loss what users lose by it
    /// @param isUnanswered whether it is that a host answers nothing
    /// @param message the first message that proves it; empty where nothing that was captured does
    record Problem(String key, Sentence explanation, TriageLoss loss, boolean isUnanswered, OptionalInt message) {

        /// Its name for people.
        Sentence title() {
            return new TriageCause(TriageCause.Source.PROBLEM, key).title();
        }

        /// Where the dialog departs by it.
        Optional<Departure> departure() {
            return message.isEmpty() ? Optional.empty()
                    : Optional.of(new Departure.OfProblem(message.getAsInt(), title(), explanation));
        }
    }

    /// All that a dialog has, the one that explains most first; empty where nothing went wrong, where
    /// no request was captured, and where a response was most likely not captured. Cost: the messages
    /// of the dialog.
    List<Problem> of(int dialog) {
        return facts.outcome(dialog).map(outcome -> of(dialog, outcome)).orElse(List.of());
    }

    private List<Problem> of(int dialog, DialogOutcome outcome) {
        List<FoundHint> all = facts.hints(dialog, outcome);
        List<FoundHint> found = all.stream().filter(each -> !OF_OUTCOME.contains(each.hint())).toList();
        TriageLoss loss = loss(outcome, facts.method(dialog, outcome));
        List<Problem> problems = new ArrayList<>();
        found.stream()
                .filter(each -> !DialogFacts.isHarmless(each, outcome.outcome()))
                .map(each -> problem(each, loss))
                .forEach(problems::add);
        if (facts.isFailure(dialog, outcome)) {
            problems.add(problem(dialog, outcome, loss,
                    all.stream().filter(each -> OF_OUTCOME.contains(each.hint())).findFirst()));
        }
        if (problems.isEmpty() && facts.isNotFoundThoughRegistered(dialog, outcome)) {
            problems.add(notFound(dialog, outcome));
        }
        known.of(dialog)
                .stream()
                .filter(each -> each.isFailure() && OF_MEDIA.contains(each.kind()))
                .map(DialogProblems::ofMedia)
                .forEach(problems::add);
        if (problems.isEmpty()) {
            found.stream().map(each -> problem(each, TriageLoss.NOTHING)).limit(1).forEach(problems::add);
        }
        return problems;
    }

    private static Problem ofMedia(DialogCause cause) {
        return new Problem(cause.key(), cause.explanation(), TriageLoss.SERVICE, false,
                cause.messages().stream().mapToInt(each -> each).findFirst());
    }

    private static TriageLoss loss(DialogOutcome outcome, String method) {
        return DialogFacts.isProbe(method) ? TriageLoss.NOTHING
                : DialogFacts.isNeeded(outcome, method) ? TriageLoss.SERVICE
                : DialogFacts.isExtra(method) && outcome.status() > 0 ? TriageLoss.REFUSED_EXTRA
                : TriageLoss.EXTRA;
    }

    private static Problem problem(FoundHint hint, TriageLoss loss) {
        return new Problem(hint.hint().id(), Sentence.term(hint.explanation()), loss, SILENCE.contains(hint.hint()),
                hint.evidence().stream().mapToInt(each -> each).findFirst());
    }

    private Problem problem(int dialog, DialogOutcome outcome, TriageLoss loss, Optional<FoundHint> hint) {
        Cause cause = outcome.cause();
        return new Problem(cause.name().toLowerCase(Locale.ROOT) + " " + facts.method(dialog, outcome),
                hint.map(each -> Sentence.term(each.text())).orElseGet(() -> facts.explanation(dialog, outcome)), loss,
                cause == Cause.NO_RESPONSE, DialogFacts.evidence(outcome));
    }

    private Problem notFound(int dialog, DialogOutcome outcome) {
        return new Problem(ProblemTitle.REGISTERED, facts.registeredBefore(dialog, outcome), TriageLoss.SERVICE, false,
                DialogFacts.evidence(outcome));
    }
}
