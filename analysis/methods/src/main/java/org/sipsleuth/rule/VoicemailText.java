package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.measured;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States who called which voicemail how often, how many PINs were tried, and whether the last call
/// shows that one was right. Digits are never shown.
final class VoicemailText {

    private static final double SURE = 0.85;
    private static final double DOUBTFUL = 0.6;

    /// Who is let in stays so much longer than those who are not, and so long at least.
    private static final double TIMES_LONGER = 3;

    private static final double LISTENING_SECONDS = 30;
    private static final int FEWEST_BEFORE = 3;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<Call> calls;
    private final int entries;
    private final boolean isKnown;

    /// @param calls of one source, in the order of time
    /// @param entries how many different entries of digits they have
    /// @param isKnown whether the source belonged to the place before
    VoicemailText(Traffic traffic, List<Call> calls, int entries, boolean isKnown) {
        this.isKnown = isKnown;
        this.traffic = traffic;
        this.table = traffic.table();
        this.calls = calls;
        this.entries = entries;
    }

    Finding finding() {
        List<HopTransaction> invites = calls.stream().flatMap(call -> call.invites().stream()).toList();
        List<HopTransaction> answered = calls.stream().filter(Call::isAnswered).map(Call::last).toList();
        Optional<Call> listening = listening();
        HopTransaction first = invites.getFirst();
        Sentence what = text("voicemail.calls", count(calls.size()),
                Names.listed(calls.stream().map(call -> table.user(call.callee())).distinct().sorted().toList()));
        Observed observed = new Observed(traffic, IncidentKind.VOICEMAIL_PROBING).on(invites)
                .by(HostNames.actors(table, invites))
                .against(calls.stream().map(Call::destination))
                .accounts(calls.stream().map(Call::callee))
                .outcome(outcome(answered, listening))
                .confidence(isKnown || entries == 0 ? DOUBTFUL : SURE)
                .hints(new JoinHints("INVITE", Set.of(), calls.size()))
                .verb("made")
                .clause(what, invites)
                .words(COMMA)
                .clause(text("voicemail.answered", count(answered.size())), answered.isEmpty() ? invites : answered)
                .words(COMMA, text("voicemail.entries", count(entries)))
                .card(what, text("voicemail.result", count(answered.size())))
                .key(first.request(), text("voicemail.key.first"));
        listening.ifPresent(call -> observed.words(COMMA)
                .clause(text("voicemail.listened", measured(table.talkNanos(call) / Guesser.SECOND)), call.invites())
                .key(call.last().response(), text("voicemail.key.listened")));
        measure(observed);
        if (isKnown) {
            observed.minor();
        }
        return observed.notDetermined(text("voicemail.unknown"))
                .alternative(text(isKnown ? "voicemail.alternative.known" : "voicemail.alternative"))
                .finding();
    }

    /// What decided first.
    private void measure(Observed observed) {
        int mostEntries = traffic.settings().count(VoicemailProbing.PINS.name());
        if (entries > mostEntries) {
            observed.measure("voicemail.measure.pins", entries, mostEntries + 1);
        }
        int mostCalls = traffic.settings().count(VoicemailProbing.CALLS.name());
        if (calls.size() > mostCalls) {
            observed.measure("voicemail.measure.calls", calls.size(), mostCalls + 1);
        }
    }

    private Outcome outcome(List<HopTransaction> answered, Optional<Call> listening) {
        if (listening.isPresent()) {
            return Outcome.SUCCEEDED;
        }
        if (!answered.isEmpty()) {
            return Outcome.PARTIAL;
        }
        return table.visibility().hasResponses() ? Outcome.ATTEMPTED : Outcome.NOT_DETERMINED;
    }

    /// The last answered call, if PINs were tried and it is far longer than those before it.
    private Optional<Call> listening() {
        List<Call> answered = calls.stream().filter(Call::isAnswered).toList();
        if (entries == 0 || answered.size() <= FEWEST_BEFORE) {
            return Optional.empty();
        }
        Call last = answered.getLast();
        double seconds = table.talkNanos(last) / Guesser.SECOND;
        double before = VoicemailProbing.medianSeconds(answered.subList(0, answered.size() - 1), table);
        boolean isLonger = seconds >= LISTENING_SECONDS && seconds >= TIMES_LONGER * before;
        return isLonger && last.endedAtNanos() != 0 ? Optional.of(last) : Optional.empty();
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
