package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.StrayResponse;

/// Responses that answer no request, in numbers: servers that answer requests with the forged
/// address of the target, or a sender of invented responses (RFC 3261 §26.1.5).
///
/// A capture that shows one direction only has such responses everywhere. So the requests of the
/// target, or the requests behind the responses to others, must be in the capture.
final class ResponseFlood implements SessionRule {

    private static final String PER_MINUTE = "responses-per-minute";
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 10 * MINUTE_NANOS;
    private static final int MOST_ACTORS = 4;
    private static final int FEWEST_OTHERS = 20;
    private static final double MOST_STRAYS = 0.2;
    private static final double FAILING = 0.5;
    private static final int FEWEST_FAILING = 3;

    /// A response to a request that was sent before the capture began.
    private static final long BEFORE_NANOS = 64_000_000_000L;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.RESPONSE_FLOOD);
    }

    @Override
    public List<Setting> settings() {
        return List
                .of(Setting.whole(PER_MINUTE, 60, "per minute", 1, 1_000_000, "responses without request to one host"));
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        int least = traffic.settings().count(PER_MINUTE);
        MessageTable messages = traffic.table().index().messages();
        DialogTable dialogs = traffic.table().index().dialogs();
        Map<Integer, List<StrayResponse>> byTarget = new TreeMap<>();
        MalformedExchanges malformed = new MalformedExchanges(traffic);
        for (StrayResponse each : traffic.table().strayResponses()) {
            boolean isEarly = messages.capturedAtNanos(each.message()) - dialogs.coverage(each.message()).fromNanos()
                    < BEFORE_NANOS && !asked(traffic, each.destination());
            if (!isEarly && !malformed.explains(each)) {
                byTarget.computeIfAbsent(each.destination(), _ -> new ArrayList<>()).add(each);
            }
        }
        byTarget.values().removeIf(strays -> strays.size() < least);
        if (byTarget.isEmpty()) {
            return List.of();
        }
        Directions directions = new Directions(traffic);
        Requests requests = new Requests(traffic);
        List<Finding> findings = new ArrayList<>();
        byTarget.forEach((target, strays) -> {
            if (directions.areSeenFor(target)) {
                for (List<StrayResponse> burst : bursts(messages, strays)) {
                    int peak = peak(messages, burst);
                    if (peak >= least) {
                        findings.add(finding(traffic, requests, target, burst, peak, least));
                    }
                }
            }
        });
        return findings;
    }

    private static boolean asked(Traffic traffic, int host) {
        return traffic.table().all().stream().limit(FEWEST_OTHERS).anyMatch(each -> each.source() == host);
    }

    /// The requests that hosts sent and received.
    private static final class Requests {

        private final Groups bySource;
        private final Groups byDestination;

        Requests(Traffic traffic) {
            int hosts = traffic.table().hostCount();
            bySource = Groups.by(HopTransaction::source, hosts, traffic.table().all());
            byDestination = Groups.by(HopTransaction::destination, hosts, traffic.table().all());
        }

        /// Those of a host from one time to another, in the order of time.
        List<HopTransaction> of(int host, long fromNanos, long toNanos) {
            return Stream
                    .concat(bySource.of(host, fromNanos, toNanos).stream(),
                            byDestination.of(host, fromNanos, toNanos).stream().filter(each -> each.source() != host))
                    .sorted(Comparator.comparingLong(HopTransaction::atNanos).thenComparingInt(HopTransaction::request))
                    .toList();
        }
    }

    /// Which hosts the capture shows in both directions.
    private static final class Directions {

        /// By host: answered requests that it sent.
        private final Map<Integer, Integer> answered = new HashMap<>();

        /// By host: responses without request.
        private final Map<Integer, Integer> strays = new HashMap<>();

        private int allAnswered;
        private int allStrays;

        Directions(Traffic traffic) {
            for (HopTransaction each : traffic.table().all()) {
                if (each.isAnswered()) {
                    answered.merge(each.source(), 1, Integer::sum);
                    allAnswered++;
                }
            }
            for (StrayResponse each : traffic.table().strayResponses()) {
                strays.merge(each.destination(), 1, Integer::sum);
                allStrays++;
            }
        }

        boolean areSeenFor(int target) {
            int own = answered.getOrDefault(target, 0);
            if (own > 0) {
                return true;
            }
            int others = allAnswered - own;
            int othersStrays = allStrays - strays.getOrDefault(target, 0);
            return others >= FEWEST_OTHERS && othersStrays <= MOST_STRAYS * (others + othersStrays);
        }
    }

    private static List<List<StrayResponse>> bursts(MessageTable messages, List<StrayResponse> strays) {
        List<List<StrayResponse>> bursts = new ArrayList<>();
        long last = Long.MIN_VALUE / 2;
        for (StrayResponse each : strays) {
            long now = messages.capturedAtNanos(each.message());
            if (now - last > PAUSE_NANOS) {
                bursts.add(new ArrayList<>());
            }
            bursts.getLast().add(each);
            last = now;
        }
        return bursts;
    }

    /// The most in a minute.
    private static int peak(MessageTable messages, List<StrayResponse> strays) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < strays.size(); to++) {
            long now = messages.capturedAtNanos(strays.get(to).message());
            while (now - messages.capturedAtNanos(strays.get(from).message()) >= MINUTE_NANOS) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static Finding finding(Traffic traffic, Requests requests, int target, List<StrayResponse> strays, int peak,
            int least) {
        MessageTable messages = traffic.table().index().messages();
        int[] numbers = strays.stream().mapToInt(StrayResponse::message).toArray();
        long from = messages.capturedAtNanos(numbers[0]);
        long to = messages.capturedAtNanos(numbers[numbers.length - 1]);
        Set<Integer> sources = new TreeSet<>();
        strays.forEach(each -> sources.add(each.source()));
        List<HopTransaction> own = requests.of(target, from, to);
        List<HopTransaction> failed = own.stream().filter(each -> !each.isAnswered()).toList();
        boolean isFailing = failed.size() >= FEWEST_FAILING && failed.size() >= FAILING * own.size();
        boolean isSlow = own.stream().anyMatch(each -> each.retransmissions() > 0);
        boolean isOne = sources.size() <= MOST_ACTORS;
        Observed observed = new Observed(traffic, IncidentKind.RESPONSE_FLOOD).onMessages(numbers)
                .by(new Actors(isOne ? sources.stream().map(traffic.table()::host).toList() : List.of(), sources.size(),
                        false, List.of()))
                .against(List.of(target).stream())
                .outcome(isFailing ? Outcome.SUCCEEDED : isSlow ? Outcome.PARTIAL : Outcome.ATTEMPTED)
                .confidence("0.6 + 0.1 · min(3, p ÷ t ÷ 3)",
                        Input.of("p", Observed.TEXTS.sentence("measure.responses"), peak),
                        Input.of("t", Observed.TEXTS.sentence("explain.least"), least))
                .measure("measure.responses", peak, least)
                .verb("sent")
                .clause(Observed.TEXTS.sentence("responses.count", count(numbers.length), count(peak)), numbers)
                .words(Observed.TEXTS.sentence("responses.to", Sentence.host(traffic.table().host(target))))
                .card(Observed.TEXTS.sentence("responses.did", count(numbers.length)),
                        isFailing ? Observed.TEXTS.sentence("responses.failed", count(failed.size())) : Sentence.none())
                .key(numbers[0], Observed.TEXTS.sentence("responses.key"))
                .notDetermined(Observed.TEXTS.sentence("responses.unknown"))
                .alternative(Observed.TEXTS.sentence("responses.alternative"));
        if (isFailing) {
            observed.words(Observed.TEXTS.sentence("responses.meanwhile"))
                    .clause(Observed.TEXTS.sentence("responses.failed", count(failed.size())), failed);
        }
        return observed.finding();
    }
}
