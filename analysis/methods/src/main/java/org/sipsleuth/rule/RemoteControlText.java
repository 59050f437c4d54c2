package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States who made which phones restart or load a configuration, and which of them did.
final class RemoteControlText {

    private static final double SURE = 0.9;
    private static final double DOUBTFUL = 0.6;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<HopTransaction> orders;
    private final List<HopTransaction> restarted;

    /// @param orders of one source, in the order of time
    /// @param restarted registrations of the phones that began again after them
    RemoteControlText(Traffic traffic, List<HopTransaction> orders, List<HopTransaction> restarted) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.orders = orders;
        this.restarted = restarted;
    }

    Finding finding() {
        CallsOfOthers requests = new CallsOfOthers(traffic, orders);
        Collection<HopTransaction> hops = requests.withCopies();
        List<HopTransaction> accepted = requests.accepted();
        HopTransaction first = orders.getFirst();
        Set<String> users = new TreeSet<>();
        orders.stream().map(each -> table.user(each.requestUser())).filter(name -> !name.isEmpty()).forEach(users::add);
        Outcome outcome = requests.outcome(Outcome.SUCCEEDED);
        boolean isPartly = outcome != Outcome.SUCCEEDED && !restarted.isEmpty();
        // a registration of one of them was captured, or the order went to their server
        boolean isServerKnown = orders.stream().anyMatch(each -> traffic.roles().isKnown(each.destination()));
        boolean isNear = isNear(first.source());
        Sentence what = text("control.requests", count(orders.size()), captured(RemoteControl.written(first, table)));
        Observed observed = new Observed(traffic, IncidentKind.REMOTE_CONTROL).on(hops)
                .by(HostNames.actors(table, orders))
                .against(phones(hops))
                .accounts(orders.stream().map(HopTransaction::requestUser))
                .outcome(isPartly ? Outcome.PARTIAL : outcome)
                .confidence(isServerKnown && !isNear ? SURE : DOUBTFUL)
                .hints(new JoinHints("NOTIFY", Set.of(), orders.size()))
                .measure("control.measure.requests", orders.size(), 1)
                .verb("sent")
                .clause(what, orders)
                .words(users.isEmpty() ? text("control.to", host(table.host(first.destination())))
                        : text("control.to", Names.listed(users)))
                .words(COMMA)
                .clause(text("control.accepted", count(accepted.size())), accepted.isEmpty() ? orders : accepted)
                .card(what, text("control.result", count(accepted.size())))
                .key(first.request(), text("control.key.first"))
                .key(first.response(), text("foreign.response", count(first.status())));
        if (!isServerKnown || isNear) {
            observed.minor();
        }
        describe(observed);
        return observed.notDetermined(text("control.unknown"))
                .alternative(text(isNear ? "control.alternative.near"
                        : isServerKnown ? "control.alternative"
                        : "control.alternative.server"))
                .finding();
    }

    /// Whether a stranger is in the network of known hosts.
    private boolean isNear(int source) {
        return traffic.roles().isStranger(source) && new KnownNetworks(traffic.roles()).has(source);
    }

    /// Where the orders came to; servers only where they passed on none.
    private Stream<Integer> phones(Collection<HopTransaction> hops) {
        List<Integer> all = hops.stream().map(HopTransaction::destination).distinct().toList();
        List<Integer> phones = all.stream().filter(each -> !traffic.roles().isServer(each)).toList();
        return (phones.isEmpty() ? all : phones).stream();
    }

    private void describe(Observed observed) {
        if (!restarted.isEmpty()) {
            observed.words(COMMA)
                    .clause(text("control.restarted", count(restarted.size())), restarted)
                    .key(restarted.getFirst().request(), text("control.key.restarted"));
        }
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
