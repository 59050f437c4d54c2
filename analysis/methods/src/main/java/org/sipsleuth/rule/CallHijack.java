package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.hosts;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.transaction.HopTransaction;

/// A party of a call that a third host takes over: it transfers the party with REFER (RFC 3515), or
/// directs the party's requests to itself with another Contact in re-INVITE or UPDATE (RFC 3261
/// §12.2).
final class CallHijack implements SessionRule {

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.CALL_HIJACK);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        Map<Integer, List<ForeignRequest>> taking = new LinkedHashMap<>();
        ForeignRequests.find(traffic, Set.of(MessageTypes.INVITE, MessageTypes.UPDATE, MessageTypes.REFER))
                .forEach((host, requests) -> {
                    List<ForeignRequest> its =
                            requests.stream().filter(each -> takesOver(traffic, each.request())).toList();
                    if (!its.isEmpty()) {
                        taking.put(host, its);
                    }
                });
        if (taking.isEmpty()) {
            return List.of();
        }
        Transfers transfers = new Transfers(traffic.table());
        List<Finding> findings = new ArrayList<>();
        taking.forEach((host, its) -> findings.add(finding(traffic, transfers, host, its)));
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
        return message.contacts()
                .stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .map(SipUri::host)
                .anyMatch(host -> host.equals(source) || host.equals("[" + source + "]"));
    }

    private static Finding finding(Traffic traffic, Transfers transfers, int host, List<ForeignRequest> requests) {
        List<HopTransaction> sent = requests.stream().map(ForeignRequest::request).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        List<HopTransaction> accepted = calls.accepted();
        List<HopTransaction> followed = accepted.stream()
                .filter(each -> each.method() == MessageTypes.REFER)
                .flatMap(each -> transfers.callAfter(each).stream())
                .toList();
        boolean isTaken = !followed.isEmpty() || accepted.stream().anyMatch(e -> e.method() != MessageTypes.REFER);
        traffic.explain(calls.withCopies(), IncidentKind.CALL_HIJACK);
        traffic.explain(followed, IncidentKind.CALL_HIJACK);
        Sentence media = hosts(MediaRedirect.addresses(traffic.table().index(), sent));
        Observed observed =
                stated(calls, host, requests, media)
                        .outcome(isTaken ? Outcome.SUCCEEDED : calls.outcome(Outcome.PARTIAL))
                        .card(Observed.TEXTS.sentence("hijack.did", count(calls.count())), row(
                                Observed.TEXTS.sentence("teardown.result", count(accepted.size())),
                                media.isEmpty() ? none() : Observed.TEXTS.sentence("hijack.media.result", media)));
        if (!followed.isEmpty()) {
            observed.words(Observed.TEXTS.sentence("hijack.and"))
                    .clause(Observed.TEXTS.sentence("hijack.followed", count(followed.size())), followed);
        }
        CallsOfOthers.addKeys(observed, requests, _ -> Observed.TEXTS.sentence("hijack.key"));
        followed.forEach(each -> observed.key(each.request(), Observed.TEXTS.sentence("hijack.key.followed")));
        return observed.finding();
    }

    /// Where media was moved to is what is asked first.
    ///
    /// @param media where they ask for it; may say nothing
    private static Observed stated(CallsOfOthers calls, int host, List<ForeignRequest> requests, Sentence media) {
        return media.isEmpty()
                ? calls.stated(IncidentKind.CALL_HIJACK, host, requests, "tried-to-take",
                        Observed.TEXTS.sentence("hijack.calls", count(calls.count())))
                : calls.stated(IncidentKind.CALL_HIJACK, host, requests, "asked",
                        Observed.TEXTS.sentence("hijack.media", count(calls.count()), media));
    }
}
