package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;

/// The calls in which somebody acts who has no part in them.
final class CallsOfOthers {

    private final Traffic traffic;
    private final List<HopTransaction> sent;
    private final Map<Integer, List<HopTransaction>> byDialog = new HashMap<>();

    /// @param sent what was sent in them, at the hop of origin
    CallsOfOthers(Traffic traffic, List<HopTransaction> sent) {
        this.traffic = traffic;
        this.sent = sent;
        Set<Integer> dialogs = new HashSet<>();
        sent.forEach(each -> dialogs.add(each.dialog()));
        for (HopTransaction each : traffic.table().all()) {
            if (dialogs.contains(each.dialog())) {
                byDialog.computeIfAbsent(each.dialog(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /// How many calls.
    int count() {
        return byDialog.size();
    }

    /// The transactions of a call.
    List<HopTransaction> of(int dialog) {
        return byDialog.getOrDefault(dialog, List.of());
    }

    /// Whether an INVITE of a call was answered with a status.
    boolean hasInvite(int dialog, int status) {
        return of(dialog).stream()
                .anyMatch(each -> each.method() == MessageTypes.INVITE && each.status() == status);
    }

    /// What was sent, and what proxies passed on of it.
    Collection<HopTransaction> withCopies() {
        Set<HopTransaction> all = new LinkedHashSet<>(sent);
        for (HopTransaction each : sent) {
            of(each.dialog()).stream().filter(copy -> isCopy(copy, each)).forEach(all::add);
        }
        return all;
    }

    private static boolean isCopy(HopTransaction copy, HopTransaction of) {
        return copy.isCopy()
                && copy.method() == of.method()
                && copy.cseq() == of.cseq()
                && copy.fromUser() == of.fromUser()
                && copy.atNanos() >= of.atNanos();
    }

    /// How far it got: what is accepted decides.
    ///
    /// @param achieved the outcome if any was accepted
    Outcome outcome(Collection<HopTransaction> accepted, Outcome achieved) {
        if (!accepted.isEmpty()) {
            return achieved;
        }
        boolean isAnswered = sent.stream().anyMatch(HopTransaction::isAnswered);
        return isAnswered || traffic.table().visibility().hasResponses()
                ? Outcome.ATTEMPTED
                : Outcome.NOT_DETERMINED;
    }

    /// A finding about them, with its parties, evidence, confidence and doubts.
    Observed observed(IncidentKind kind, int host, List<ForeignRequest> requests) {
        double confidence =
                requests.stream().mapToDouble(ForeignRequest::confidence).max().orElse(0);
        List<HopTransaction> hops = List.copyOf(withCopies());
        Observed observed =
                new Observed(traffic, kind)
                        .on(hops)
                        .by(host, List.of())
                        .against(victims(host, hops))
                        .accounts(
                                sent.stream()
                                        .flatMap(each -> Stream.of(each.fromUser(), each.toUser())))
                        .confidence(confidence + 0.02 * (count() - 1))
                        .measure("measure.foreign", sent.size(), 1);
        if (requests.stream().allMatch(each -> each.laterRequest() < 0)) {
            observed.notDetermined(Observed.TEXTS.text("foreign.unknown"));
        }
        return observed.alternative(
                Observed.TEXTS.text(
                        requests.stream().anyMatch(each -> each.laterRequest() >= 0)
                                ? "foreign.alternative.against"
                                : "foreign.alternative"));
    }

    /// Whom the requests were sent to, by whatever way.
    private static Stream<Integer> victims(int host, List<HopTransaction> hops) {
        return hops.stream().map(HopTransaction::destination).filter(each -> each != host);
    }
}
