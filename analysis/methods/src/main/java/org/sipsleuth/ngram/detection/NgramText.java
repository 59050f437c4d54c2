package org.sipsleuth.ngram.detection;

import static org.sipsleuth.sentence.Sentence.Punctuation.CLOSE;
import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.OPEN;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.english;
import static org.sipsleuth.sentence.Sentence.field;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.ngram.contribution.Contribution;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.contribution.FieldContribution;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States that a source sent messages unlike normal ones that also depart from the protocol.
final class NgramText {

    /// So many different messages of one source that depart in so many ways are made by a fuzzer.
    private static final int FUZZED_MESSAGES = 30;

    private static final int FUZZED_KINDS = 4;
    private static final int MOST_KINDS = 5;
    private static final int MOST_FIELDS = 5;
    private static final int MOST_CLUSTERED = 400;
    private static final int SERVER_ERROR = 500;
    private static final double SURE_OF_FEW = 0.4;
    private static final double SURE_OF_FUZZING = 0.8;

    private final NgramDetection detection;
    private final SipIndex index;
    private final TransactionTable table;
    private final DepartingMessages suspects;
    private final int[] messages;

    NgramText(NgramDetection detection, TransactionTable table, DepartingMessages suspects) {
        this.detection = detection;
        this.index = detection.index();
        this.table = table;
        this.suspects = suspects;
        this.messages = suspects.messages().stream().mapToInt(each -> each).toArray();
    }

    /// The finding about a source.
    Finding finding(int source) {
        IncidentKind kind = isFuzzing() ? IncidentKind.FUZZING : IncidentKind.CONTENT_ANOMALY;
        Evidence evidence = Evidence.ofMessages(messages, List.of());
        int[] failed = failed();
        Outcome outcome = failed.length > 0 ? Outcome.PARTIAL : Outcome.ATTEMPTED;
        int highest = highest();
        String host = table.host(source);
        Sentence count = text("requests", count(messages.length));
        Sentence kinds = kinds();
        Sentence what = text("sent", count, count(suspects.kinds().size()), kinds);
        Observation observation = new Observation(kind, Actors.of(host, List.of()), victims(), List.of(), false,
                isFuzzing() ? SURE_OF_FUZZING : SURE_OF_FEW, evidence.fromNanos(index), evidence.toNanos(index),
                predicate(count, kinds, evidence, failed), count,
                failed.length > 0 ? text("failed", count(failed.length)) : none(),
                List.of(new KeyMessage(messages[0], text("key.first")), new KeyMessage(highest, text("key.highest"))),
                List.of(), List.of(text("alternative")), new JoinHints("", Set.of(), messages.length));
        String word = kind.word();
        return new Finding(
                FindingId.of(NgramModel.KIND,
                        String.format(Locale.ROOT, "%s %d %d %d", word, messages[0], messages[messages.length - 1],
                                messages.length)),
                detection.origin(), kind.severity(outcome, false),
                new Statement(word, text("title." + word, host(host)), text("explanation", host(host), what), outcome,
                        List.of(text("advice." + word))),
                new Grounds(List.of(measure(highest)), true, text("sample", count(detection.model().size()))), evidence,
                new Subject(Subject.Kind.SOURCE, host), () -> rationale(highest), Optional.of(observation));
    }

    private Measurement measure(int highest) {
        return new Measurement(text("measure.score"), detection.scores().of(highest),
                detection.model().threshold().score(), Measurement.Side.ABOVE);
    }

    private boolean isFuzzing() {
        long distinct = Arrays.stream(messages).map(detection.scores().distinct()::of).distinct().count();
        return distinct >= FUZZED_MESSAGES && suspects.kinds().size() >= FUZZED_KINDS;
    }

    private int highest() {
        int highest = messages[0];
        for (int message : messages) {
            if (detection.scores().of(message) > detection.scores().of(highest)) {
                highest = message;
            }
        }
        return highest;
    }

    private List<String> victims() {
        return Arrays.stream(messages).map(table::destination).distinct().mapToObj(table::host).sorted().toList();
    }

    /// The requests that were answered with 500 (Server Internal Error).
    private int[] failed() {
        return Arrays.stream(messages).filter(message -> {
            int transaction = table.transactionOf(message);
            if (transaction < 0) {
                return false;
            }
            HopTransaction its = table.all().get(transaction);
            return its.response() >= 0 && index.messages().type(its.response()) == SERVER_ERROR;
        }).toArray();
    }

    private Sentence kinds() {
        return text("kinds",
                english(suspects.kinds()
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_KINDS)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "))));
    }

    private List<Clause> predicate(Sentence count, Sentence kinds, Evidence evidence, int[] failed) {
        Clause sent = Clause.of(text("predicate", count), evidence);
        Clause how = Clause.of(row(OPEN, kinds, CLOSE));
        return failed.length == 0 ? List.of(sent, how)
                : List.of(sent, how, Clause.of(COMMA),
                        Clause.of(text("failed", count(failed.length)), Evidence.ofMessages(failed, List.of())));
    }

    private Rationale rationale(int highest) {
        Rationale.Builder lines = new Rationale.Builder();
        lines.section(text("section.departures"));
        suspects.kinds().forEach((kind, number) -> lines.line(english(kind), text("requests", count(number))));
        headers(lines);
        lines.section(text("section.clusters"));
        MessageClusters groups =
                detection.clusters(suspects.messages().stream().limit(MOST_CLUSTERED).toList(), RunMonitor.NONE);
        for (int i = 0; i < groups.clusters().count(); i++) {
            List<Integer> members = groups.of(i);
            lines.cited(text("cluster", count(i + 1)), text("requests", count(members.size())),
                    Evidence.ofMessages(members.stream().mapToInt(each -> each).toArray(), List.of()));
        }
        lines.detail(text("section.fields"));
        MessageExplanation why = detection.explain(highest);
        why.bytes()
                .ofFields(index.bytes(highest))
                .stream()
                .sorted((a, b) -> Double.compare(b.value(), a.value()))
                .limit(MOST_FIELDS)
                .forEach(field -> lines.line(name(field), number(field.value(), 1)));
        if (why.bytes().missing() > 0) {
            lines.line(text("missing"), number(why.bytes().missing(), 1));
        }
        return lines.explained(explanation(highest, why.contributions())).build();
    }

    /// How the score of the message came about: what each of its n-grams adds.
    private Explanation explanation(int highest, Contributions contributions) {
        return Explanation.of(measure(highest), "Σc − s",
                List.of(Input.of("c", text("explain.contributions"),
                        contributions.all().stream().map(Contribution::value).toList()),
                        Input.of("s", text("explain.spread"), contributions.spread())),
                text("explain.paper"));
    }

    /// How many have header fields unlike normal ones, and the first of them as an example.
    private void headers(Rationale.Builder lines) {
        boolean isFirst = true;
        for (HeaderTest test : HeaderTest.values()) {
            int[] some = Arrays.stream(messages)
                    .filter(message -> detection.headers()
                            .tests(detection.scores().distinct().of(message))
                            .contains(test))
                    .toArray();
            if (some.length > 0) {
                if (isFirst) {
                    lines.section(text("section.headers"));
                    isFirst = false;
                }
                lines.cited(text("header.test." + test.name().toLowerCase(Locale.ROOT)),
                        text("requests", count(some.length)), Evidence.ofMessages(some, List.of()));
            }
        }
        detection.headerReasons(messages[0]).forEach(reason -> lines.line(text("header.first"), reason));
    }

    private static Sentence name(FieldContribution field) {
        return field.name().isEmpty() ? text("other") : field(field.name());
    }

    private static Sentence text(String key, Sentence... arguments) {
        return NgramMethod.TEXTS.sentence(key, arguments);
    }
}
