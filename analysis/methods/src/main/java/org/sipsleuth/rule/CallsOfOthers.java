package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;

/// The calls in which somebody acts who has no part in them.
final class CallsOfOthers {

    private final Traffic traffic;
    private final List<HopTransaction> sent;
    private final Set<Integer> dialogs = new LinkedHashSet<>();

    /// @param sent what was sent in them, at the hop of origin
    CallsOfOthers(Traffic traffic, List<HopTransaction> sent) {
        this.traffic = traffic;
        this.sent = sent;
        sent.forEach(each -> dialogs.add(each.dialog()));
    }

    /// How many calls.
    int count() {
        return dialogs.size();
    }

    /// What was accepted of it.
    List<HopTransaction> accepted() {
        return sent.stream().filter(HopTransaction::isAccepted).toList();
    }

    /// Whether an INVITE of one of the calls of some transactions was answered with a status.
    boolean hasInvite(Stream<HopTransaction> some, int status) {
        return some.map(HopTransaction::dialog)
                .distinct()
                .flatMap(dialog -> traffic.byDialog().of(dialog).stream())
                .anyMatch(each -> each.method() == MessageTypes.INVITE && each.status() == status);
    }

    /// What copies of a request have in common with it.
    private record Passed(int dialog, int method, long cseq, int fromUser) {

        static Passed of(HopTransaction each) {
            return new Passed(each.dialog(), each.method(), each.cseq(), each.fromUser());
        }
    }

    /// What was sent, and what proxies passed on of it.
    Collection<HopTransaction> withCopies() {
        Map<Passed, List<HopTransaction>> copies = new HashMap<>();
        for (int dialog : dialogs) {
            for (HopTransaction each : traffic.byDialog().of(dialog)) {
                if (each.isCopy()) {
                    copies.computeIfAbsent(Passed.of(each), _ -> new ArrayList<>(1)).add(each);
                }
            }
        }
        Set<HopTransaction> all = new LinkedHashSet<>(sent);
        for (HopTransaction each : sent) { // in the order of time: the first one has all copies
            List<HopTransaction> its = copies.remove(Passed.of(each));
            if (its != null) {
                its.stream().filter(copy -> copy.atNanos() >= each.atNanos()).forEach(all::add);
            }
        }
        return all;
    }

    /// How far it got: what is accepted decides.
    ///
    /// @param achieved the outcome if any was accepted
    Outcome outcome(Outcome achieved) {
        if (sent.stream().anyMatch(HopTransaction::isAccepted)) {
            return achieved;
        }
        boolean isAnswered = sent.stream().anyMatch(HopTransaction::isAnswered);
        return isAnswered || traffic.table().visibility().hasResponses() ? Outcome.ATTEMPTED : Outcome.NOT_DETERMINED;
    }

    /// States the requests of a host without a part in them, of which some may be accepted.
    ///
    /// @param verb what the host did, as the end of a key of texts: `sent`
    /// @param what was sent: `2 BYE requests in calls of others`
    Observed stated(IncidentKind kind, int host, List<ForeignRequest> requests, String verb, Sentence what) {
        List<HopTransaction> accepted = accepted();
        return observed(kind, host, requests).verb(verb)
                .clause(what, sent)
                .words(Observed.TEXTS.sentence("teardown.which"))
                .clause(Observed.TEXTS.sentence("teardown.accepted", Sentence.count(accepted.size())),
                        accepted.isEmpty() ? sent : accepted);
    }

    /// Adds the requests, their responses, and what shows that the party did not send them.
    ///
    /// @param sent what each request shows
    static void addKeys(Observed observed, List<ForeignRequest> requests, Function<HopTransaction, Sentence> sent) {
        for (ForeignRequest each : requests) {
            HopTransaction request = each.request();
            observed.key(request.request(), sent.apply(request))
                    .key(request.response(),
                            Observed.TEXTS.sentence("foreign.response", Sentence.count(request.status())))
                    .key(each.laterRequest(), Observed.TEXTS.sentence("foreign.later"));
        }
    }

    /// A finding about them, with its parties, evidence, confidence and doubts.
    private Observed observed(IncidentKind kind, int host, List<ForeignRequest> requests) {
        double confidence = requests.stream().mapToDouble(ForeignRequest::confidence).max().orElse(0);
        List<HopTransaction> hops = List.copyOf(withCopies());
        Observed observed = new Observed(traffic, kind).on(hops)
                .by(host, List.of())
                .against(victims(host, hops))
                .accounts(sent.stream().flatMap(each -> Stream.of(each.fromUser(), each.toUser())))
                .confidence(confidence + 0.02 * (count() - 1))
                .measure("measure.foreign", sent.size(), 1);
        if (requests.stream().allMatch(each -> each.laterRequest() < 0)) {
            observed.notDetermined(Observed.TEXTS.sentence("foreign.unknown"));
        }
        return observed.alternative(Observed.TEXTS
                .sentence(requests.stream().anyMatch(each -> each.laterRequest() >= 0) ? "foreign.alternative.against"
                        : "foreign.alternative"));
    }

    /// Whom the requests were sent to, by whatever way.
    private static Stream<Integer> victims(int host, List<HopTransaction> hops) {
        return hops.stream().map(HopTransaction::destination).filter(each -> each != host);
    }
}
