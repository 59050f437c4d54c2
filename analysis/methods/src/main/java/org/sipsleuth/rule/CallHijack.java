package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.transaction.HopTransaction;

/// A party of a call that a third host takes over: it transfers the party with REFER (RFC 3515), or
/// directs the party's requests to itself with another Contact in re-INVITE or UPDATE (RFC 3261
/// §12.2).
final class CallHijack implements SessionRule {

    /// A party calls the target of a transfer at once.
    private static final long FOLLOWING_NANOS = 10_000_000_000L;

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<Finding> findings = new ArrayList<>();
        ForeignRequests.find(
                        traffic,
                        Set.of(MessageTypes.INVITE, MessageTypes.UPDATE, MessageTypes.REFER))
                .forEach(
                        (host, requests) -> {
                            List<ForeignRequest> taking =
                                    requests.stream()
                                            .filter(each -> takesOver(traffic, each.request()))
                                            .toList();
                            if (!taking.isEmpty()) {
                                findings.add(finding(traffic, host, taking));
                            }
                        });
        return findings;
    }

    private static boolean takesOver(Traffic traffic, HopTransaction request) {
        return takesOver(traffic, request, traffic.table().index().message(request.request()));
    }

    /// Whether a request transfers its receiver, or directs further requests to its own source.
    static boolean takesOver(Traffic traffic, HopTransaction request, SipMessage message) {
        if (request.method() == MessageTypes.REFER) {
            return true;
        }
        String source = traffic.table().host(request.source());
        return message.contacts().stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .map(SipUri::host)
                .anyMatch(host -> host.equals(source) || host.equals("[" + source + "]"));
    }

    private static Finding finding(Traffic traffic, int host, List<ForeignRequest> requests) {
        List<HopTransaction> sent = requests.stream().map(ForeignRequest::request).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        List<HopTransaction> accepted = sent.stream().filter(HopTransaction::isAccepted).toList();
        List<HopTransaction> followed =
                accepted.stream()
                        .filter(each -> each.method() == MessageTypes.REFER)
                        .flatMap(each -> follows(traffic, each).stream())
                        .toList();
        boolean isTaken =
                !followed.isEmpty()
                        || accepted.stream().anyMatch(e -> e.method() != MessageTypes.REFER);
        traffic.explain(calls.withCopies(), IncidentKind.CALL_HIJACK);
        traffic.explain(followed, IncidentKind.CALL_HIJACK);
        Observed observed =
                calls.observed(IncidentKind.CALL_HIJACK, host, requests)
                        .outcome(
                                isTaken
                                        ? Outcome.SUCCEEDED
                                        : calls.outcome(accepted, Outcome.PARTIAL))
                        .words(Observed.TEXTS.text("hijack.tried"))
                        .clause(Observed.TEXTS.text("hijack.calls", calls.count()), sent)
                        .words(Observed.TEXTS.text("teardown.which"))
                        .clause(
                                Observed.TEXTS.text("teardown.accepted", accepted.size()),
                                accepted.isEmpty() ? sent : accepted)
                        .card(
                                Observed.TEXTS.text("hijack.did", calls.count()),
                                Observed.TEXTS.text("teardown.result", accepted.size()));
        if (!followed.isEmpty()) {
            observed.words(Observed.TEXTS.text("hijack.and"))
                    .clause(Observed.TEXTS.text("hijack.followed", followed.size()), followed);
        }
        for (ForeignRequest each : requests) {
            HopTransaction request = each.request();
            observed.key(request.request(), Observed.TEXTS.text("hijack.key"))
                    .key(
                            request.response(),
                            Observed.TEXTS.text("foreign.response", request.status()))
                    .key(each.laterRequest(), Observed.TEXTS.text("foreign.later"));
        }
        followed.forEach(
                each -> observed.key(each.request(), Observed.TEXTS.text("hijack.key.followed")));
        return observed.finding();
    }

    /// The call that a party makes because of a REFER: to the user that Refer-To names, by a host
    /// that the REFER reached.
    private static Optional<HopTransaction> follows(Traffic traffic, HopTransaction refer) {
        Optional<String> target =
                traffic.table()
                        .index()
                        .message(refer.request())
                        .header("Refer-To")
                        .map(NameAddr::of)
                        .flatMap(NameAddr::sipUri)
                        .map(SipUri::user);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        long end = refer.atNanos() + FOLLOWING_NANOS;
        return traffic.table().origins().stream()
                .filter(each -> each.atNanos() >= refer.atNanos() && each.atNanos() <= end)
                .filter(each -> each.method() == MessageTypes.INVITE && !each.isWithinDialog())
                .filter(each -> each.dialog() != refer.dialog())
                .filter(each -> traffic.table().user(each.requestUser()).equals(target.get()))
                .filter(each -> each.source() != refer.source())
                .findFirst();
    }
}
