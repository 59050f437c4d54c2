package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;

/// Calls that somebody ends who has no part in them: BYE or CANCEL of a third host, or one
/// with the forged address of a party (RFC 3261 §26.1.4).
final class SessionTeardown implements SessionRule {

    private static final int TERMINATED = 487;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.SESSION_TEARDOWN);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<Finding> findings = new ArrayList<>();
        ForeignRequests.find(traffic, Set.of(MessageTypes.BYE, MessageTypes.CANCEL))
                .forEach((host, requests) -> findings.add(finding(traffic, host, requests)));
        BitSet otherPaths = new PacketPaths(traffic.table().index().messages()).others();
        List<ForgedTeardown> forged = new ArrayList<>(ForgedByes.find(traffic, otherPaths));
        forged.addAll(ForgedCancels.find(traffic, otherPaths));
        if (!forged.isEmpty()) {
            findings.add(ForgedTeardownText.finding(traffic, forged));
        }
        return findings;
    }

    private static Finding finding(Traffic traffic, int host, List<ForeignRequest> requests) {
        List<HopTransaction> sent = requests.stream().map(ForeignRequest::request).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        traffic.explain(calls.withCopies(), IncidentKind.SESSION_TEARDOWN);
        List<HopTransaction> accepted = calls.accepted();
        boolean isEnded = accepted.stream().anyMatch(each -> each.method() == MessageTypes.BYE)
                || calls.hasInvite(accepted.stream(), TERMINATED);
        Observed observed = calls
                .stated(IncidentKind.SESSION_TEARDOWN, host, requests, "sent",
                        Observed.TEXTS.sentence("teardown.requests", count(sent.size()), methods(sent)))
                .outcome(isEnded ? Outcome.SUCCEEDED : calls.outcome(Outcome.PARTIAL))
                .card(Observed.TEXTS.sentence("teardown.did", count(calls.count()), methods(sent)),
                        Observed.TEXTS.sentence("teardown.result", count(accepted.size())));
        CallsOfOthers.addKeys(observed, requests,
                each -> Observed.TEXTS.sentence("teardown.key", methods(List.of(each))));
        return observed.finding();
    }

    /// The methods of requests: `BYE`, `CANCEL` or `BYE and CANCEL`.
    static Sentence methods(List<HopTransaction> requests) {
        boolean isBye = requests.stream().anyMatch(its -> its.method() == MessageTypes.BYE);
        boolean isCancel = requests.stream().anyMatch(its -> its.method() == MessageTypes.CANCEL);
        return isBye && isCancel ? Observed.TEXTS.sentence("teardown.both") : term(isBye ? "BYE" : "CANCEL");
    }
}
