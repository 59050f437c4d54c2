package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.hosts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.transaction.HopTransaction;

/// Media that somebody moves who has no part in the call: re-INVITE or UPDATE of a third host with
/// a session description (RFC 3261 §26.1.4, RFC 3264 §8).
///
/// A party may move its media wherever it likes: hold, transfer and media servers are such moves.
final class MediaRedirect implements SessionRule {

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.MEDIA_REDIRECT);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<Finding> findings = new ArrayList<>();
        ForeignRequests.find(traffic, Set.of(MessageTypes.INVITE, MessageTypes.UPDATE)).forEach((host, requests) -> {
            List<ForeignRequest> moving = requests.stream().filter(each -> moves(traffic, each.request())).toList();
            if (!moving.isEmpty()) {
                findings.add(finding(traffic, host, moving));
            }
        });
        return findings;
    }

    /// Whether it asks for media, and leaves requests to the party that it imitates.
    private static boolean moves(Traffic traffic, HopTransaction request) {
        SipMessage message = traffic.table().index().message(request.request());
        return !CallParties.mediaOf(message).isEmpty() && !CallHijack.takesOver(traffic, request, message);
    }

    private static Finding finding(Traffic traffic, int host, List<ForeignRequest> requests) {
        List<HopTransaction> sent = requests.stream().map(ForeignRequest::request).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        traffic.explain(calls.withCopies(), IncidentKind.MEDIA_REDIRECT);
        Sentence addresses = hosts(addresses(traffic.table().index(), sent)); // asked first: where to
        Observed observed = calls
                .stated(IncidentKind.MEDIA_REDIRECT, host, requests, "asked",
                        Observed.TEXTS.sentence("media.moved", count(calls.count()), addresses))
                .outcome(calls.outcome(Outcome.SUCCEEDED))
                .card(Observed.TEXTS.sentence("media.did", count(calls.count())),
                        Observed.TEXTS.sentence("media.result", addresses));
        CallsOfOthers.addKeys(observed, requests, _ -> Observed.TEXTS.sentence("media.key", addresses));
        return observed.finding();
    }

    /// Where some requests ask for media.
    static Set<String> addresses(SipIndex index, List<HopTransaction> sent) {
        Set<String> addresses = new LinkedHashSet<>();
        for (HopTransaction each : sent) {
            addresses.addAll(CallParties.mediaOf(index.message(each.request())));
        }
        return addresses;
    }
}
