package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.row;
import static org.sipsleuth.sentence.Sentence.term;
import static org.sipsleuth.sentence.Sentence.user;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States a flood: who sent how many requests to whom, how densely, and what became of legitimate
/// requests meanwhile.
final class FloodText {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// A slower flood is described by its requests in a minute.
    private static final int FEW_A_SECOND = 3;

    private final Traffic traffic;
    private final TransactionTable table;
    private final Flood flood;
    private final FloodEffect effect;
    private final List<HopTransaction> requests;
    private final RungPhones phones;

    FloodText(Traffic traffic, Flood flood, FloodEffect effect) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.flood = flood;
        this.effect = effect;
        this.requests = flood.requests();
        this.phones = new RungPhones(traffic, requests);
    }

    Finding finding() {
        Observed observed = new Observed(traffic, flood.kind()).on(requests)
                .by(actors())
                .against(Stream.of(flood.target()))
                .reached(phones.reached())
                .accounts(flood.users().stream().filter(user -> !flood.isOnlyNumber(user)))
                .outcome(outcome())
                .confidence("0.6 + n ÷ 1000",
                        Input.of("n", Observed.TEXTS.sentence("explain.requests"), requests.size()))
                .hints(new JoinHints(flood.method(), Set.of(), requests.size()));
        measure(observed);
        describe(observed);
        doubt(observed);
        return observed.finding();
    }

    /// Whoever is called by a flood is disturbed, also where the server serves others as before.
    private Outcome outcome() {
        boolean isHarmed = effect.outcome().compareTo(Outcome.PARTIAL) >= 0;
        return isHarmed || phones.count() == 0 ? effect.outcome() : Outcome.PARTIAL;
    }

    private Actors actors() {
        List<String> addresses = flood.actors().stream().map(table::host).toList();
        return new Actors(addresses, flood.sources(), flood.areForged(), FingerprintText.common(table, requests));
    }

    private void measure(Observed observed) {
        observed.measure("floods.measure.minute", Spans.peak(requests, MINUTE).count(),
                Floods.most(flood.method(), traffic.settings()) + 1);
        switch (flood.method()) {
            case "INVITE", "REGISTER",
                    "OPTIONS" -> observed.measure("floods.measure.tries",
                            requests.size() / (double) Counts.of(HopTransaction::toUser, requests).size(),
                            traffic.settings().count(Floods.TRIES.name()));
            default -> {
            }
        }
    }

    private void describe(Observed observed) {
        Sentence count = requests(requests.size());
        Sentence tool = FingerprintText.tool(table, requests);
        String target = table.host(flood.target());
        List<Integer> users = flood.users();
        Spans.Peak second = Spans.peak(requests, SECOND);
        boolean isFast = second.count() >= FEW_A_SECOND;
        Spans.Peak peak = isFast ? second : Spans.peak(requests, MINUTE);
        List<HopTransaction> densest = requests.subList(peak.first(), peak.first() + peak.count());
        Sentence rate = text(isFast ? "floods.rate.second" : "floods.rate.minute", count(peak.count()));
        observed.verb("sent")
                .clause(count, requests)
                .words(tool)
                .words(SPACE,
                        users.isEmpty() ? text("floods.to", host(target))
                                : text("floods.to.user", host(target), userNames(users)))
                .words(what())
                .words(COMMA)
                .clause(rate, densest);
        Sentence result = describeEffect(observed);
        phones.describe(observed);
        observed.card(count, result)
                .key(requests.getFirst().request(), text("floods.key.first", term(flood.method())))
                .key(densest.getFirst().request(), text("floods.key.peak", rate));
        effect.failed().stream().findFirst().ifPresent(each -> observed.key(each.request(), text("floods.key.failed")));
        observed.key(requests.getLast().request(), text("floods.key.last", term(flood.method())));
    }

    private Sentence userNames(List<Integer> users) {
        return joined(COMMA, users.stream().map(this::userName).toList());
    }

    private Sentence userName(int user) {
        Sentence name = user(table.user(user));
        return flood.isOnlyNumber(user) ? text("floods.number", name) : name;
    }

    /// What the requests are, or what answered them.
    private Sentence what() {
        return switch (nothing()) {
            case "invite", "other" -> row(COMMA, new FloodAnswers(table, requests).sentence());
            default -> row(SPACE, text("floods.nothing." + nothing()));
        };
    }

    private Sentence describeEffect(Observed observed) {
        if (!effect.failed().isEmpty()) {
            observed.words(COMMA, text("floods.while"), SPACE)
                    .clause(text("floods.failed", count(effect.failed().size()), count(effect.requests())),
                            effect.failed());
            return text("floods.result.failed", count(effect.failed().size()));
        }
        if (!effect.repeated().isEmpty()) {
            observed.words(COMMA, text("floods.while"), SPACE)
                    .clause(text("floods.repeated", count(effect.repeated().size()), count(effect.requests())),
                            effect.repeated());
            return text("floods.result.repeated", count(effect.repeated().size()));
        }
        if (effect.delayNanos() > 0) {
            Sentence delay = seconds(effect.delayNanos());
            observed.words(COMMA, text("floods.while"), SPACE, text("floods.slower", delay));
            return text("floods.result.slower", delay);
        }
        if (phones.count() > 0) {
            return text("floods.result.rang", count(phones.count()), count(phones.calls()));
        }
        return text(effect.outcome() == Outcome.NOT_DETERMINED ? "floods.result.unknown" : "floods.result.none");
    }

    private static Sentence seconds(long nanos) {
        return number(nanos / (double) SECOND.toNanos(), 1);
    }

    private void doubt(Observed observed) {
        if (table.sinceBeginNanos(flood.requests().getFirst()) < SECOND.toNanos()) {
            observed.notDetermined(text("floods.unknown.begin"));
        }
        if (table.untilEndNanos(flood.requests().getLast()) < SECOND.toNanos()) {
            observed.notDetermined(text("floods.unknown.end"));
        }
        if (effect.outcome() == Outcome.NOT_DETERMINED) {
            observed.notDetermined(unseenEffect());
        }
        if (flood.areForged()) {
            observed.notDetermined(text(flood.borrowed() > 0 ? "floods.unknown.borrowed" : "floods.unknown.invented",
                    count(flood.sources()), count(flood.borrowed())));
        }
        if (!flood.areForged() && !flood.isPooled() && flood.borrowed() > 0) {
            observed.notDetermined(text("floods.unknown.owner", host(table.host(flood.actors().getFirst()))));
        }
        observed.alternative(text("floods.alternative." + nothing()));
        if (flood.isPooled()) {
            observed.alternative(text("floods.alternative.pooled"));
        }
    }

    /// Why it cannot be said what became of legitimate requests.
    private Sentence unseenEffect() {
        if (!table.visibility().hasResponses()) {
            return text("floods.unknown.oneway");
        }
        return text(effect.requests() == 0 ? "floods.unknown.effect" : "floods.unknown.few",
                host(table.host(flood.target())), count(effect.served()), count(OthersServed.ENOUGH));
    }

    private String nothing() {
        String method = flood.method();
        return switch (method) {
            case "INVITE", "REGISTER", "OPTIONS" -> method.toLowerCase(Locale.ROOT);
            case "BYE", "CANCEL" -> "call";
            default -> "other";
        };
    }

    /// So many requests of the method: `1 INVITE`, `1,200 OPTIONS requests`.
    private Sentence requests(int count) {
        return switch (flood.method()) {
            case "" -> text("floods.requests.unknown", count(count));
            case "OPTIONS" -> text("floods.requests.options", count(count));
            default -> text("floods.requests", count(count), term(flood.method()));
        };
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
