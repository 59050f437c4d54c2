package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.Via;
import org.sipsleuth.transaction.HopTransaction;

/// Calls that somebody ends who has no part in them: BYE or CANCEL of a third host, or a BYE with
/// the forged address of a party (RFC 3261 §26.1.4).
final class SessionTeardown implements SessionRule {

    private static final int TERMINATED = 487;
    private static final int NO_SUCH_DIALOG = 481;
    private static final long CROSSING_NANOS = 500_000_000L;

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<Finding> findings = new ArrayList<>();
        ForeignRequests.find(traffic, Set.of(MessageTypes.BYE, MessageTypes.CANCEL))
                .forEach((host, requests) -> findings.add(finding(traffic, host, requests)));
        List<Forged> forged = forged(traffic);
        if (!forged.isEmpty()) {
            findings.add(forgedFinding(traffic, forged));
        }
        return findings;
    }

    private static Finding finding(Traffic traffic, int host, List<ForeignRequest> requests) {
        List<HopTransaction> sent = requests.stream().map(ForeignRequest::request).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        traffic.explain(calls.withCopies(), IncidentKind.SESSION_TEARDOWN);
        List<HopTransaction> accepted = calls.accepted();
        boolean isEnded =
                accepted.stream().anyMatch(each -> each.method() == MessageTypes.BYE)
                        || calls.hasInvite(accepted.stream(), TERMINATED);
        Observed observed =
                calls.stated(
                                IncidentKind.SESSION_TEARDOWN,
                                host,
                                requests,
                                Observed.TEXTS.text("teardown.sent"),
                                Observed.TEXTS.text("teardown.requests", sent.size()))
                        .outcome(isEnded ? Outcome.SUCCEEDED : calls.outcome(Outcome.PARTIAL))
                        .card(
                                Observed.TEXTS.text("teardown.did", calls.count()),
                                Observed.TEXTS.text("teardown.result", accepted.size()));
        CallsOfOthers.addKeys(observed, requests, Observed.TEXTS.text("teardown.key"));
        return observed.finding();
    }

    // BYE with a forged address

    /// A BYE that a party did not send, and one that it sent itself later.
    private record Forged(HopTransaction bye, HopTransaction own) {}

    /// The same side ends a call twice: the first BYE was accepted, so the second, which is written
    /// otherwise and refused, shows that somebody else wrote the first.
    private static List<Forged> forged(Traffic traffic) {
        Map<Integer, List<HopTransaction>> byDialog = new LinkedHashMap<>();
        for (HopTransaction each : traffic.open()) {
            if (each.method() == MessageTypes.BYE && each.isWithinDialog()) {
                byDialog.computeIfAbsent(each.dialog(), _ -> new ArrayList<>(2)).add(each);
            }
        }
        List<Forged> found = new ArrayList<>();
        for (List<HopTransaction> byes : byDialog.values()) {
            HopTransaction first = byes.getFirst();
            for (HopTransaction later : byes.subList(1, byes.size())) {
                boolean isLater = later.atNanos() > first.atNanos() + CROSSING_NANOS;
                if (first.isAccepted()
                        && later.status() == NO_SUCH_DIALOG
                        && isLater
                        && isOfSameSideButOther(traffic.table().index(), first, later)) {
                    found.add(new Forged(first, later));
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isOfSameSideButOther(
            SipIndex index, HopTransaction first, HopTransaction later) {
        SipMessage one = index.message(first.request());
        SipMessage other = index.message(later.request());
        Optional<String> tag = one.from().flatMap(NameAddr::tag);
        if (tag.isEmpty() || !tag.equals(other.from().flatMap(NameAddr::tag))) {
            return false;
        }
        return !CallParties.product(one).equals(CallParties.product(other))
                || !order(one).equals(order(other))
                || !grammar(one).equals(grammar(other));
    }

    /// The names of the header fields in their order, but for those that proxies add.
    private static List<String> order(SipMessage message) {
        return message.headerFields().stream()
                .map(HeaderField::name)
                .filter(name -> !name.equalsIgnoreCase("Via") && !name.equalsIgnoreCase("v"))
                .filter(name -> !name.equalsIgnoreCase("Route"))
                .filter(name -> !name.equalsIgnoreCase("Record-Route"))
                .toList();
    }

    /// The length and alphabet of the branch of its originator.
    private static String grammar(SipMessage message) {
        List<Via> vias = message.vias();
        String branch = vias.isEmpty() ? "" : vias.getLast().branch().orElse("");
        String kind =
                branch.replaceFirst("^z9hG4bK", "")
                        .replaceAll("[0-9]+", "0")
                        .replaceAll("[a-z]+", "a")
                        .replaceAll("[A-Z]+", "A")
                        .replaceAll("(0|a|A){2,}", "x");
        return branch.length() / 4 + kind;
    }

    private static Finding forgedFinding(Traffic traffic, List<Forged> forged) {
        List<HopTransaction> sent = forged.stream().map(Forged::bye).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        traffic.explain(calls.withCopies(), IncidentKind.SESSION_TEARDOWN);
        Map<Integer, Integer> sources = new HashMap<>();
        sent.forEach(each -> sources.merge(each.source(), 1, Integer::sum));
        Observed observed =
                new Observed(traffic, IncidentKind.SESSION_TEARDOWN)
                        .on(sent)
                        .by(new Actors(List.of(), sources.size(), true, List.of()))
                        .against(
                                sent.stream()
                                        .flatMap(
                                                each ->
                                                        Stream.of(
                                                                each.source(), each.destination())))
                        .accounts(sent.stream().map(HopTransaction::toUser))
                        .outcome(Outcome.SUCCEEDED)
                        .confidence(0.7)
                        .measure("measure.foreign", sent.size(), 1)
                        .words(Observed.TEXTS.text("teardown.sent"))
                        .clause(Observed.TEXTS.text("teardown.forged", sent.size()), sent)
                        .words(Observed.TEXTS.text("teardown.proof"))
                        .clause(
                                Observed.TEXTS.text("teardown.own"),
                                forged.stream().map(Forged::own).toList())
                        .card(
                                Observed.TEXTS.text("teardown.did", calls.count()),
                                Observed.TEXTS.text("teardown.result", sent.size()))
                        .alternative(Observed.TEXTS.text("teardown.twice"));
        for (Forged each : forged) {
            observed.key(each.bye().request(), Observed.TEXTS.text("teardown.key.forged"))
                    .key(each.own().request(), Observed.TEXTS.text("foreign.later"))
                    .key(
                            each.own().response(),
                            Observed.TEXTS.text("foreign.response", each.own().status()));
        }
        return observed.finding();
    }
}
