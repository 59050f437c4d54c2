package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;

/// Recognises hosts whose OPTIONS requests are large: they may carry something else. The example of
/// `docs/ADDING-A-RULE.md`.
final class LargeOptions implements SessionRule {

    private static final int LEAST_BYTES = 1_000;
    private static final int LEAST_REQUESTS = 5;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.COVERT_CHANNEL);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        Map<Integer, List<HopTransaction>> bySource = new TreeMap<>();
        for (HopTransaction each : traffic.open()) {
            if (isLarge(each, traffic.table().index().messages())) {
                bySource.computeIfAbsent(each.source(), _ -> new ArrayList<>()).add(each);
            }
        }
        List<Finding> findings = new ArrayList<>();
        bySource.forEach((host, requests) -> {
            if (requests.size() >= LEAST_REQUESTS) {
                findings.add(finding(traffic, host, requests));
            }
        });
        return findings;
    }

    private static boolean isLarge(HopTransaction request, MessageTable messages) {
        return request.method() == MessageTypes.OPTIONS && messages.lengthBytes(request.request()) >= LEAST_BYTES;
    }

    private static Finding finding(Traffic traffic, int host, List<HopTransaction> requests) {
        traffic.explain(requests, IncidentKind.COVERT_CHANNEL);
        boolean isAnswered = requests.stream().anyMatch(HopTransaction::isAccepted);
        return new Observed(traffic, IncidentKind.COVERT_CHANNEL).on(requests)
                .by(host, List.of())
                .against(requests.stream().map(HopTransaction::destination))
                .outcome(isAnswered ? Outcome.PARTIAL : Outcome.ATTEMPTED)
                .confidence(0.5)
                .measure("large.measure.requests", requests.size(), LEAST_REQUESTS)
                .verb("sent")
                .clause(Observed.TEXTS.sentence("large.requests", count(requests.size()), count(LEAST_BYTES)), requests)
                .card(Observed.TEXTS.sentence("large.did", count(requests.size())),
                        Observed.TEXTS.sentence("large.result", count(isAnswered ? 1 : 0)))
                .key(requests.getFirst().request(), Observed.TEXTS.sentence("large.key"))
                .finding();
    }
}
