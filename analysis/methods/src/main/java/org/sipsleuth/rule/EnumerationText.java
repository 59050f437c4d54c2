package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.CLOSE;
import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.OPEN;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.term;
import static org.sipsleuth.sentence.Sentence.user;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States an enumeration: how many users were tried by which method, and which were revealed.
final class EnumerationText {

    private static final double SURER = 0.2;
    private static final double MOSTLY_MISSING = 0.5;

    /// More users are not kept to be compared or listed.
    private static final int MOST_KEPT = 10_000;

    private static final int MOST_LISTED = 1_000;
    private static final long SECOND = 1_000_000_000L;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<HopTransaction> tries;
    private final String method;
    private final UserAnswers answers;
    private final Counts sources;
    private final int[] revealed;
    private final List<HopTransaction> revealing;

    EnumerationText(Traffic traffic, List<HopTransaction> tries, String method, UserAnswers answers) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.tries = tries;
        this.method = method;
        this.answers = answers;
        this.sources = Counts.of(HopTransaction::source, tries);
        this.revealed =
                answers.revealed().boxed().sorted(Comparator.comparing(table::user)).mapToInt(each -> each).toArray();
        Map<Integer, HopTransaction> first = new LinkedHashMap<>();
        tries.stream()
                .filter(each -> answers.isRevealed(Probes.user(each, method)))
                .filter(HopTransaction::isAnswered)
                .forEach(each -> first.putIfAbsent(Probes.user(each, method), each));
        this.revealing = List.copyOf(first.values());
    }

    Finding finding() {
        int users = answers.tried().length;
        Sentence count = text("enumeration.users", count(users));
        Sentence tool = FingerprintText.tool(table, tries);
        Observed observed = new Observed(traffic, IncidentKind.EXTENSION_ENUMERATION).on(tries)
                .by(HostNames.actors(table, sources, tries))
                .against(Stream.of(tries.getFirst().destination()))
                .accounts(IntStream.of(revealed).limit(MOST_KEPT).boxed())
                .outcome(outcome())
                .confidence("0.5 + n ÷ 60 + m", Input.of("n", Observed.TEXTS.sentence("explain.users"), users),
                        Input.of("m", Observed.TEXTS.sentence("explain.missing"),
                                answers.shareMissing() > MOSTLY_MISSING ? SURER : 0))
                .hints(new JoinHints(method, names(answers.tried()), tries.size()))
                .measure("enumeration.measure.users", users,
                        traffic.settings()
                                .count(sources.size() > 1 ? ExtensionEnumeration.POOLED.name()
                                        : ExtensionEnumeration.USERS.name())
                                + 1)
                .verb("tried")
                .clause(count, tries)
                .words(SPACE, text("enumeration.by", term(method), host(table.host(tries.getFirst().destination()))))
                .words(tool)
                .words(COMMA)
                .key(tries.getFirst().request(), text("enumeration.key.first"))
                .rationale(this::rationale);
        describe(observed, count);
        observed.key(tries.getLast().request(), text("enumeration.key.last"));
        doubt(observed);
        return observed.finding();
    }

    private Set<String> names(int[] users) {
        return IntStream.of(users)
                .limit(MOST_KEPT)
                .mapToObj(table::user)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Outcome outcome() {
        if (revealed.length > 0) {
            return Outcome.PARTIAL;
        }
        return tries.stream().anyMatch(HopTransaction::isAnswered) ? Outcome.ATTEMPTED : Outcome.NOT_DETERMINED;
    }

    private void describe(Observed observed, Sentence count) {
        List<HopTransaction> answered = tries.stream().filter(HopTransaction::isAnswered).toList();
        if (revealed.length > 0) {
            observed.words(text("enumeration.of.which"), SPACE)
                    .clause(text("enumeration.exist", count(revealed.length)), revealing)
                    .words(OPEN, HostNames.users(table, revealed), CLOSE)
                    .card(count, text("enumeration.result.exist", count(revealed.length)))
                    .key(response(revealing.getFirst()), text("enumeration.key.revealed",
                            user(table.user(Probes.user(revealing.getFirst(), method)))));
        } else if (answers.showsMissing()) {
            observed.clause(text("enumeration.none"), answered).card(count, text("enumeration.result.none"));
        } else if (answered.isEmpty()) {
            observed.words(text("enumeration.silent")).card(count, text("enumeration.result.silent"));
        } else {
            boolean areAlike = Counts.of(HopTransaction::status, answered).all().filter(code -> code > 0).count() <= 1;
            observed.clause(text(areAlike ? "enumeration.alike" : "enumeration.mixed", term(statuses(answered))),
                    answered).card(count, text("enumeration.result.alike"));
        }
    }

    /// The most frequent final status codes: `401`, `401, 403`.
    private String statuses(List<HopTransaction> answered) {
        Counts counts = Counts.of(HopTransaction::status, answered);
        return counts.all().filter(status -> status > 0).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private void doubt(Observed observed) {
        if (table.sinceBeginNanos(tries.getFirst()) < SECOND) {
            observed.notDetermined(text("enumeration.unknown.begin"));
        }
        if (table.untilEndNanos(tries.getLast()) < SECOND) {
            observed.notDetermined(text("enumeration.unknown.end"));
        }
        if (outcome() == Outcome.NOT_DETERMINED) {
            observed.notDetermined(text("enumeration.unknown.silent"));
        }
        observed.alternative(text(method.equals("INVITE") ? "enumeration.alternative.calls" : "enumeration.alternative",
                count(answers.missing().count()), count(answers.tried().length)));
    }

    private Rationale rationale() {
        Rationale.Builder lines =
                new Rationale.Builder().section(text("enumeration.rationale", count(revealed.length)));
        revealing.stream()
                .limit(MOST_LISTED)
                .sorted(Comparator.comparing(each -> table.user(Probes.user(each, method))))
                .forEach(each -> lines.cited(user(table.user(Probes.user(each, method))),
                        new Responder(table.index(), response(each)).sentence(),
                        Evidence.ofMessages(new int[]{each.request(), response(each)}, List.of())));
        return lines.build();
    }

    private static int response(HopTransaction each) {
        return each.response() >= 0 ? each.response() : each.firstProvisional();
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
