package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.CLOSE;
import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.OPEN;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.measured;
import static org.sipsleuth.sentence.Sentence.user;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States who sent messages to which users, and how many were delivered.
final class MessageSpamText {

    private static final int DELIVERED = 200;
    private static final double NANOS_IN_SECOND = 1e9;
    private static final int MOST_LISTED = 1_000;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<HopTransaction> sent;
    private final int[] users;

    /// @param sent of one source, in the order of time
    /// @param users to whom
    MessageSpamText(Traffic traffic, List<HopTransaction> sent, int[] users) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.sent = sent;
        this.users =
                IntStream.of(users).boxed().sorted(Comparator.comparing(table::user)).mapToInt(each -> each).toArray();
    }

    Finding finding() {
        CallsOfOthers requests = new CallsOfOthers(traffic, sent);
        Collection<HopTransaction> hops = requests.withCopies();
        List<HopTransaction> accepted = requests.accepted();
        HopTransaction first = sent.getFirst();
        // 202: kept for later, if at all (RFC 3428 §7)
        boolean isDelivered = accepted.stream().anyMatch(each -> each.status() == DELIVERED);
        boolean isNear = new KnownNetworks(traffic.roles()).has(first.source());
        long kept = new SteadyPeers(table).intervalNanos(sent);
        Sentence what = text("messages.sent", count(sent.size()), count(users.length));
        Observed observed = new Observed(traffic, IncidentKind.MESSAGE_SPAM).on(hops)
                .by(HostNames.actors(table, sent))
                .against(hops.stream().map(HopTransaction::destination).filter(each -> each != first.source()))
                .accounts(IntStream.of(users).boxed())
                .outcome(requests.outcome(isDelivered ? Outcome.SUCCEEDED : Outcome.PARTIAL))
                .confidence("0.6 + n ÷ 60", Input.of("n", Observed.TEXTS.sentence("explain.users"), users.length))
                .hints(new JoinHints("MESSAGE", Set.of(), sent.size()))
                .measure("messages.measure.users", users.length, traffic.settings().count(MessageSpam.USERS.name()) + 1)
                .verb("sent")
                .clause(what, sent)
                .words(OPEN, HostNames.users(table, users), CLOSE)
                .words(FingerprintText.tool(table, sent))
                .words(COMMA)
                .clause(text("messages.accepted", count(accepted.size())), accepted.isEmpty() ? sent : accepted)
                .card(what, text("messages.result", count(accepted.size())))
                .key(first.request(), text("messages.key.first"))
                .key(first.response(), text("foreign.response", count(first.status())))
                .alternative(isNear ? text("messages.alternative.near")
                        : kept > 0 ? text("messages.alternative.kept", measured(kept / NANOS_IN_SECOND))
                        : text("messages.alternative"))
                .rationale(this::rationale);
        if (isNear || kept > 0) {
            observed.minor();
        }
        return observed.finding();
    }

    /// To whom, each with the first message.
    private Rationale rationale() {
        Map<String, HopTransaction> first = new TreeMap<>();
        sent.forEach(each -> first.putIfAbsent(table.user(each.requestUser()), each));
        Rationale.Builder lines = new Rationale.Builder().section(text("messages.rationale", count(users.length)));
        first.entrySet().stream().limit(MOST_LISTED).forEach(each -> {
            HopTransaction message = each.getValue();
            lines.cited(user(each.getKey()),
                    message.response() < 0 ? text("messages.silent")
                            : new Responder(table.index(), message.response()).sentence(),
                    Observed.evidenceOf(List.of(message)));
        });
        return lines.build();
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
