package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.CLOSE;
import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.OPEN;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.english;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States that somebody sent malformed requests, with the most frequent defects and how the targets
/// took them.
final class MalformedText {

    private static final int MOST_KINDS_NAMED = 3;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<HopTransaction> requests;
    private final Map<DefectKind, Integer> kinds;

    /// @param kinds how many of the requests have a defect
    MalformedText(Traffic traffic, List<HopTransaction> requests, Map<DefectKind, Integer> kinds) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.requests = requests;
        this.kinds = kinds;
    }

    /// The finding.
    ///
    /// @param byTarget all transactions at their hop of origin, by destination
    Finding finding(Groups byTarget) {
        int[] targets = Counts.of(HopTransaction::destination, requests).all().toArray();
        ParserEffect effect = ParserEffect.of(requests, targets, byTarget, traffic);
        Sentence count = text("malformed.requests", count(requests.size()));
        Sentence tool = FingerprintText.tool(table, requests);
        Observed observed = new Observed(traffic, IncidentKind.MALFORMED_MESSAGES).on(requests)
                .by(actors())
                .against(Arrays.stream(targets).boxed())
                .outcome(effect.outcome())
                .confidence("0.6 + n ÷ 100",
                        Input.of("n", Observed.TEXTS.sentence("explain.requests"), requests.size()))
                .hints(new JoinHints("", Set.of(), requests.size()))
                .verb("sent")
                .clause(count, requests)
                .words(tool)
                .words(SPACE, text("malformed.to", HostNames.hosts(table, targets)))
                .words(OPEN, text("malformed.kinds", count(kinds.size()), english(mostFrequent())), CLOSE)
                .key(requests.getFirst().request(), text("malformed.key.first"))
                .card(count, text("malformed.result." + effect.outcome().name().toLowerCase(Locale.ROOT)));
        measure(observed);
        describe(effect, observed);
        if (effect.outcome() == Outcome.NOT_DETERMINED) {
            observed.notDetermined(table.visibility().hasResponses()
                    ? text("malformed.unknown.few", count(effect.served()), count(OthersServed.ENOUGH))
                    : text("malformed.unknown"));
        }
        return observed.key(requests.getLast().request(), text("malformed.key.last"))
                .alternative(text("malformed.alternative"))
                .finding();
    }

    /// Many are measured by their number and kinds; those that no program sends need neither.
    private void measure(Observed observed) {
        int most = traffic.settings().count(MalformedMessages.REQUESTS.name());
        int mostKinds = traffic.settings().count(MalformedMessages.KINDS.name());
        if (requests.size() > most && kinds.size() > mostKinds) {
            observed.measure("malformed.measure.requests", requests.size(), most + 1)
                    .measure("malformed.measure.kinds", kinds.size(), mostKinds + 1);
        } else {
            observed.measure("malformed.measure.impossible", MalformedMessages.ofNoProgram(requests, table).size(), 1);
        }
    }

    private Actors actors() {
        return HostNames.actors(table, Counts.of(HopTransaction::source, requests), requests);
    }

    private String mostFrequent() {
        return kinds.entrySet()
                .stream()
                .sorted(Map.Entry.<DefectKind, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_KINDS_NAMED)
                .map(each -> each.getKey().text())
                .collect(Collectors.joining(", "));
    }

    private static void describe(ParserEffect effect, Observed observed) {
        if (effect.seen().isEmpty()) {
            return;
        }
        if (effect.outcome() == Outcome.SUCCEEDED) {
            observed.words(COMMA)
                    .clause(text("malformed.silent", count(effect.seen().size())), effect.seen())
                    .key(effect.shown(), text("malformed.key.silent"));
        } else {
            observed.words(COMMA)
                    .clause(text("malformed.odd", count(effect.seen().size())), effect.seen())
                    .key(effect.shown(), text("malformed.key.odd"));
        }
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
