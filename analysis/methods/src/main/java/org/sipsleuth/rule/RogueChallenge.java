package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostNetwork;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.StrayResponse;

/// Phones that somebody challenges to obtain a digest of their password (RFC 3261 §22, §26.1): a
/// host that calls a phone and answers the phone's BYE or re-INVITE with 401 or 407, or a host that
/// answers a request which was sent to another one.
///
/// Servers that challenge requests outside dialogs may challenge those within too. A server with
/// several addresses may answer from another one; then the one that was asked does not answer.
final class RogueChallenge implements SessionRule {

    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;

    /// Where so many hosts of one network challenge within dialogs, it is the habit of phones.
    private static final int HABIT = 3;

    /// A phone answers a challenge with its next requests; many more are no answers to it.
    private static final int MOST_ANSWERS = 100;

    /// A transaction is challenged once or twice; of more challenges the first ones are enough.
    private static final int MOST_CHALLENGES = 100;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.ROGUE_CHALLENGE);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    /// A challenge.
    ///
    /// @param message of the 401 or 407
    /// @param asked the request that it answers
    /// @param phone who sent that first
    /// @param answers requests with credentials for it
    private record Challenge(int message, HopTransaction asked, int phone, List<HopTransaction> answers) {}

    @Override
    public List<Finding> apply(Traffic traffic) {
        Map<Integer, List<Challenge>> byHost = new TreeMap<>();
        within(traffic, byHost);
        instead(traffic, byHost);
        List<Finding> findings = new ArrayList<>();
        byHost.forEach((host, challenges) -> findings.add(finding(traffic, host, challenges)));
        return findings;
    }

    private static boolean mayBeServer(Traffic traffic, int host) {
        return traffic.roles().isServer(host) || traffic.roles().isTrunk(host) || traffic.roles().isAllowed(host);
    }

    // challenges within a dialog

    private static String network(Traffic traffic, HopTransaction challenged) {
        return HostNetwork.of(traffic.table().host(challenged.destination()));
    }

    private static void within(Traffic traffic, Map<Integer, List<Challenge>> byHost) {
        Set<Integer> servers = new HashSet<>();
        Map<Integer, Integer> callers = new HashMap<>();
        Set<Integer> challenged = new HashSet<>();
        for (HopTransaction each : traffic.table().all()) {
            if (!each.isWithinDialog() && each.isChallenged()) {
                servers.add(each.destination());
            }
            if (each.method() == MessageTypes.INVITE && !each.isWithinDialog() && !each.isCopy()) {
                callers.putIfAbsent(each.dialog(), each.source());
            }
        }
        List<HopTransaction> candidates = new ArrayList<>();
        for (HopTransaction each : traffic.table().all()) {
            int host = each.destination();
            if (each.isWithinDialog() && each.isChallenged() && each.method() != MessageTypes.ACK
                    && callers.getOrDefault(each.dialog(), -1) == host && !servers.contains(host)
                    && !mayBeServer(traffic, host)) {
                candidates.add(each);
                challenged.add(each.dialog());
            }
        }
        Map<String, Set<Integer>> byNetwork = new HashMap<>();
        for (HopTransaction each : candidates) {
            byNetwork.computeIfAbsent(network(traffic, each), _ -> new HashSet<>()).add(each.destination());
        }
        candidates.removeIf(each -> byNetwork.getOrDefault(network(traffic, each), Set.of()).size() >= HABIT);
        Map<Asked, Integer> phones = new HashMap<>();
        Map<Sender, List<HopTransaction>> authorized = new HashMap<>();
        for (HopTransaction each : traffic.table().origins()) {
            if (challenged.contains(each.dialog()) && each.isWithinDialog()) {
                phones.putIfAbsent(Asked.of(each), each.source());
                addAuthorized(each, authorized);
            }
        }
        for (HopTransaction each : candidates) {
            int phone = phones.getOrDefault(Asked.of(each), each.source());
            List<HopTransaction> answers =
                    after(each, authorized.getOrDefault(new Sender(each.dialog(), phone), List.of())).toList();
            byHost.computeIfAbsent(each.destination(), _ -> new ArrayList<>())
                    .add(new Challenge(each.response(), each, phone, answers));
        }
    }

    /// A request within a dialog, on whatever hop.
    private record Asked(int dialog, int method, long cseq) {

        static Asked of(HopTransaction each) {
            return new Asked(each.dialog(), each.method(), each.cseq());
        }
    }

    /// Who sends requests of a dialog.
    private record Sender(int dialog, int host) {}

    private static void addAuthorized(HopTransaction each, Map<Sender, List<HopTransaction>> authorized) {
        if (each.hasCredentials()) {
            authorized.computeIfAbsent(new Sender(each.dialog(), each.source()), _ -> new ArrayList<>(1)).add(each);
        }
    }

    /// The next requests with credentials after one that was challenged.
    private static Stream<HopTransaction> after(HopTransaction challenged, List<HopTransaction> authorized) {
        int first = Groups.firstFrom(authorized, challenged.atNanos() + 1);
        return authorized.subList(first, authorized.size()).stream().limit(MOST_ANSWERS);
    }

    // challenges by another host than the one that was asked

    private static void instead(Traffic traffic, Map<Integer, List<Challenge>> byHost) {
        Map<Integer, List<StrayResponse>> strays = new HashMap<>();
        MessageTable messages = traffic.table().index().messages();
        for (StrayResponse each : traffic.table().strayResponses()) {
            int status = messages.type(each.message());
            boolean isChallenge = status == UNAUTHORIZED || status == PROXY_UNAUTHORIZED;
            if (isChallenge && !mayBeServer(traffic, each.source())) {
                List<StrayResponse> its =
                        strays.computeIfAbsent(messages.transaction(each.message()), _ -> new ArrayList<>(1));
                if (its.size() < MOST_CHALLENGES) {
                    its.add(each);
                }
            }
        }
        if (strays.isEmpty()) {
            return;
        }
        Map<Sender, List<HopTransaction>> authorized = new HashMap<>();
        traffic.table().origins().forEach(each -> addAuthorized(each, authorized));
        for (HopTransaction each : traffic.table().all()) {
            if (each.response() < 0) {
                continue; // the server does not answer: it may do so from another address
            }
            int transaction = messages.transaction(each.request());
            for (StrayResponse stray : strays.getOrDefault(transaction, List.of())) {
                if (stray.destination() == each.source() && stray.source() != each.destination()
                        && !isNamed(traffic, each, stray.source())) {
                    String nonce = nonce(traffic, stray.message());
                    List<HopTransaction> answers =
                            after(each, authorized.getOrDefault(new Sender(each.dialog(), each.source()), List.of()))
                                    .filter(e -> !nonce.isEmpty() && answers(traffic, e, nonce))
                                    .toList();
                    byHost.computeIfAbsent(stray.source(), _ -> new ArrayList<>())
                            .add(new Challenge(stray.message(), each, each.source(), answers));
                }
            }
        }
    }

    /// Whether a request names a host as its target or on its route.
    private static boolean isNamed(Traffic traffic, HopTransaction request, int host) {
        SipMessage message = traffic.table().index().message(request.request());
        String address = traffic.table().host(host);
        boolean isTarget = message instanceof SipRequest asked && CallParties.names(asked.requestUri(), address);
        return isTarget || Stream.concat(message.headers("Route").stream(), message.headers("Via").stream())
                .anyMatch(value -> CallParties.names(value, address));
    }

    private static String nonce(Traffic traffic, int message) {
        SipMessage response = traffic.table().index().message(message);
        return Stream.of("WWW-Authenticate", "Proxy-Authenticate")
                .map(response::header)
                .flatMap(Optional::stream)
                .map(RogueChallenge::nonceOf)
                .findFirst()
                .orElse("");
    }

    private static String nonceOf(String challenge) {
        int at = challenge.indexOf("nonce=\"");
        int end = at < 0 ? -1 : challenge.indexOf('"', at + 7);
        return end < 0 ? "" : challenge.substring(at + 7, end);
    }

    private static boolean answers(Traffic traffic, HopTransaction request, String nonce) {
        SipMessage message = traffic.table().index().message(request.request());
        return Stream.of("Authorization", "Proxy-Authorization")
                .flatMap(name -> message.headers(name).stream())
                .anyMatch(value -> value.contains(nonce));
    }

    // findings

    private static Finding finding(Traffic traffic, int host, List<Challenge> challenges) {
        List<HopTransaction> asked = challenges.stream().map(Challenge::asked).toList();
        List<HopTransaction> answers = challenges.stream().flatMap(each -> each.answers.stream()).distinct().toList();
        List<HopTransaction> all = new ArrayList<>(asked);
        all.addAll(answers);
        traffic.explain(asked, IncidentKind.ROGUE_CHALLENGE);
        int[] messages = challenges.stream().mapToInt(Challenge::message).toArray();
        boolean isWithin = asked.stream().anyMatch(each -> each.destination() == host);
        long phones = challenges.stream().mapToInt(Challenge::phone).distinct().count();
        Observed observed = new Observed(traffic, IncidentKind.ROGUE_CHALLENGE).on(all)
                .by(host, List.of())
                .against(challenges.stream().map(Challenge::phone))
                .accounts(answers.isEmpty() ? asked.stream().map(HopTransaction::fromUser)
                        : answers.stream().map(HopTransaction::credentials))
                .outcome(answers.isEmpty() ? Outcome.ATTEMPTED : Outcome.SUCCEEDED)
                .confidence((isWithin ? 0.7 : 0.65) + (answers.isEmpty() ? 0 : 0.1) + 0.03 * challenges.size())
                .measure("measure.challenges", challenges.size(), 1)
                .verb("challenged")
                .clause(Observed.TEXTS.sentence(isWithin ? "challenge.within" : "challenge.instead",
                        Sentence.count(phones)), messages)
                .words(Observed.TEXTS.sentence("teardown.which"))
                .clause(Observed.TEXTS.sentence("challenge.answered",
                        Sentence.count(challenges.stream().filter(each -> !each.answers.isEmpty()).count())),
                        answers.isEmpty() ? asked : answers)
                .card(Observed.TEXTS.sentence("challenge.did", Sentence.count(phones)),
                        Observed.TEXTS.sentence("challenge.result", Sentence.count(answers.size())))
                .alternative(Observed.TEXTS
                        .sentence(isWithin ? "challenge.alternative.within" : "challenge.alternative.instead"));
        for (Challenge each : challenges) {
            observed.key(each.message, Observed.TEXTS.sentence("challenge.key"));
            each.answers.stream()
                    .findFirst()
                    .ifPresent(
                            answer -> observed.key(answer.request(), Observed.TEXTS.sentence("challenge.key.answer")));
        }
        return observed.finding();
    }
}
