package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.MessageTypes;
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
import org.sipsleuth.finding.StageGroup;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Collects what a rule states, and makes the finding of it.
final class Observed {

    static final RuleTexts TEXTS = new RuleTexts();

    private static final double UNSTATED = 0.5;
    private static final int MOST_KEYS = 10;
    private static final int MOST_NAMES = 3;
    private static final int MOST_CALLERS = 1_000;

    private final Traffic traffic;
    private final IncidentKind kind;
    private final List<Clause> predicate = new ArrayList<>();
    private final List<Measurement> measures = new ArrayList<>();
    private final List<KeyMessage> keys = new ArrayList<>();
    private final List<Sentence> notDetermined = new ArrayList<>();
    private final List<Sentence> alternatives = new ArrayList<>();
    private final Set<String> victims = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private Collection<HopTransaction> seen = List.of();
    private Actors actors = new Actors(List.of(), 0, false, List.of());
    private Outcome outcome = Outcome.NOT_DETERMINED;
    private Optional<Outcome> gravity = Optional.empty();
    private JoinHints hints = new JoinHints("", Set.of(), 0);
    private Evidence evidence = Evidence.ofMessages(new int[0], List.of());
    private boolean isMinor;
    private boolean isHarmless;
    private double confidence = UNSTATED;
    private Explanation sure = explained("c", List.of(Input.of("c", TEXTS.sentence("explain.constant"), UNSTATED)));
    private long from;
    private long to;
    private Supplier<Rationale> rationale = () -> Rationale.NONE;
    private Sentence did = none();
    private Sentence result = none();

    /// @param kind what was done
    Observed(Traffic traffic, IncidentKind kind) {
        this.traffic = traffic;
        this.kind = kind;
    }

    /// The messages of transactions: requests, their first provisional and final responses and
    /// ACKs.
    static Evidence evidenceOf(Collection<HopTransaction> transactions) {
        return Evidence.ofMessages(transactions.stream()
                .flatMapToInt(
                        each -> IntStream.of(each.request(), each.firstProvisional(), each.response(), each.ack()))
                .filter(message -> message >= 0)
                .toArray(), List.of());
    }

    /// The transactions it rests on: its evidence and its span.
    Observed on(Collection<HopTransaction> transactions) {
        seen = transactions;
        evidence = evidenceOf(transactions);
        from = transactions.stream().mapToLong(HopTransaction::atNanos).min().orElse(0);
        to = transactions.stream().mapToLong(HopTransaction::atNanos).max().orElse(0);
        return this;
    }

    /// The messages it rests on, where they are no transactions: its evidence and its span.
    Observed onMessages(int... messages) {
        seen = List.of();
        evidence = Evidence.ofMessages(messages, List.of());
        from = evidence.fromNanos(table().index());
        to = evidence.toNanos(table().index());
        return this;
    }

    /// Who did it.
    Observed by(Actors who) {
        actors = who;
        return this;
    }

    /// One host did it.
    Observed by(int host, List<String> fingerprints) {
        return by(Actors.of(table().host(host), fingerprints));
    }

    /// Hosts it was done to.
    Observed against(Stream<Integer> hosts) {
        hosts.distinct().map(table()::host).forEach(victims::add);
        return this;
    }

    /// Hosts that it reached through those it was done to.
    Observed reached(Stream<Integer> hosts) {
        hosts.distinct().map(table()::host).filter(host -> !victims.contains(host)).forEach(reached::add);
        return this;
    }

    /// Users it was done to, or as whom it was done.
    Observed accounts(Stream<Integer> users) {
        users.distinct().map(table()::user).filter(name -> !name.isEmpty()).forEach(accounts::add);
        return this;
    }

    /// How far it got.
    Observed outcome(Outcome how) {
        outcome = how;
        return this;
    }

    /// It is as grave as with another outcome: what was got was not used as far as can be seen.
    Observed asGraveAs(Outcome how) {
        gravity = Optional.of(how);
        return this;
    }

    /// How sure it is, 0 to 1: a constant of the rule.
    Observed confidence(double how) {
        confidence = Math.clamp(how, 0, 0.99);
        sure = explained("c", List.of(Input.of("c", TEXTS.sentence("explain.constant"), confidence)));
        return this;
    }

    /// How sure it is, 0 to 1, by a formula; at most 0.99.
    Observed confidence(String formula, Input... inputs) {
        sure = explained("min(0.99, " + formula + ")", List.of(inputs));
        confidence = sure.value();
        return this;
    }

    private static Explanation explained(String formula, List<Input> inputs) {
        return Explanation.of(TEXTS.sentence("explain.confidence"), formula, inputs,
                TEXTS.sentence("explain.direction"), Sentence.name("docs/SESSION-RULES.md"));
    }

    /// It is never more severe than low.
    Observed minor() {
        isMinor = true;
        return this;
    }

    /// It is taken for the harmless thing that resembles its kind: at most low, and named so.
    Observed harmless() {
        isHarmless = true;
        return minor();
    }

    /// A measured value and the least one that counts; the first one decided.
    ///
    /// @param key of the text that names it
    Observed measure(String key, double value, double least) {
        measures.add(new Measurement(TEXTS.sentence(key), value, least, Measurement.Side.AT_LEAST));
        return this;
    }

    /// Words of the predicate that connect.
    Observed words(Sentence... words) {
        predicate.add(Clause.of(row(words)));
        return this;
    }

    /// The verb of the predicate, which agrees with how many did it: they are stated before.
    ///
    /// @param key of the text, after `verb.`
    Observed verb(String key) {
        return words(verbText(key));
    }

    /// A statement of the predicate that begins with its verb.
    ///
    /// @param verb as [#verb]
    Observed did(String verb, Sentence what, Collection<HopTransaction> seen) {
        return clause(row(verbText(verb), what), seen);
    }

    /// The verb and a space, as [#verb] adds it.
    Sentence verbText(String key) {
        return row(TEXTS.sentence("verb." + key, count(subjects())), SPACE);
    }

    /// How many the sentence speaks of; forged addresses are one unknown sender.
    private int subjects() {
        if (actors.areForged()) {
            return 1;
        }
        return actors.addresses().isEmpty() ? actors.sources() : actors.addresses().size();
    }

    /// A statement of the predicate, with the transactions where it can be seen.
    Observed clause(Sentence words, Collection<HopTransaction> seen) {
        predicate.add(Clause.of(words, evidenceOf(seen)));
        return this;
    }

    /// A statement of the predicate, with the messages where it can be seen.
    Observed clause(Sentence words, int... messages) {
        predicate.add(Clause.of(words, Evidence.ofMessages(messages, List.of())));
        return this;
    }

    /// What was done and what came of it, for a card.
    Observed card(Sentence what, Sentence cameOfIt) {
        did = what;
        result = cameOfIt;
        return this;
    }

    /// A message that shows it; ignored where there is no such message, and after ten.
    Observed key(int message, Sentence shows) {
        boolean isNew = keys.stream().noneMatch(key -> key.message() == message);
        if (message >= 0 && isNew && keys.size() < MOST_KEYS) {
            keys.add(new KeyMessage(message, shows));
        }
        return this;
    }

    /// What could not be determined.
    Observed notDetermined(Sentence sentence) {
        notDetermined.add(sentence);
        return this;
    }

    /// A harmless explanation and what speaks for or against it.
    Observed alternative(Sentence sentence) {
        alternatives.add(sentence);
        return this;
    }

    /// What decides whether others belong to it.
    Observed hints(JoinHints which) {
        hints = which;
        return this;
    }

    /// Lists beyond the measures, such as the hosts that answered; made when somebody asks.
    Observed rationale(Supplier<Rationale> lists) {
        rationale = lists;
        return this;
    }

    /// Under which caller names calls were made: ` as 5269`; nothing where they have none.
    static Sentence callers(Collection<Call> calls, TransactionTable table) {
        List<Sentence> names = calls.stream()
                .map(Call::caller)
                .distinct()
                .map(table::user)
                .filter(name -> !name.isEmpty())
                .map(Sentence::user)
                .toList();
        return names.isEmpty() ? none() : TEXTS.sentence("callers", count(names.size()), few(names));
    }

    /// The first names, and how many more there are.
    static Sentence few(List<Sentence> names) {
        return few(names, MOST_NAMES);
    }

    /// The same with so many names.
    static Sentence few(List<Sentence> names, int most) {
        Sentence first = joined(COMMA, names.stream().limit(most).toList());
        return names.size() <= most ? first : TEXTS.sentence("more", first, count(names.size() - most));
    }

    /// A title that states success is that of a success only.
    private Sentence title(Sentence who) {
        if (isHarmless) {
            return kind.texts().sentence("finding.harmless", who);
        }
        List<String> keys = switch (outcome) {
            case SUCCEEDED -> List.of();
            case NOT_DETERMINED -> List.of("finding.undecided", "finding.tried");
            case ATTEMPTED, PARTIAL -> List.of("finding.tried");
        };
        return kind.texts()
                .sentence(keys.stream().filter(key -> kind.texts().find(key).isPresent()).findFirst().orElse("finding"),
                        who);
    }

    private Subject subject() {
        if (actors.names().size() != 1) {
            return new Subject(Subject.Kind.TARGET, victims.stream().findFirst().orElse(""));
        }
        return new Subject(actors.areUsers() ? Subject.Kind.USER : Subject.Kind.SOURCE, actors.names().getFirst());
    }

    /// The users as whom the actors called; none where their addresses are forged, or of a flood, as
    /// names are invented then.
    private List<String> callers() {
        if (actors.areForged() || kind.group() == StageGroup.FLOOD) {
            return List.of();
        }
        Set<String> hosts = new HashSet<>(actors.addresses());
        hosts.addAll(actors.carriers());
        return seen.stream()
                .filter(each -> each.method() == MessageTypes.INVITE && !each.isWithinDialog())
                .filter(each -> hosts.isEmpty() || hosts.contains(table().host(each.source())))
                .map(HopTransaction::fromUser)
                .distinct()
                .map(table()::user)
                .filter(name -> !name.isEmpty())
                .limit(MOST_CALLERS)
                .toList();
    }

    private static Supplier<Rationale> explained(Supplier<Rationale> lists, Explanation confidence) {
        return () -> lists.get().explained(List.of(confidence));
    }

    private TransactionTable table() {
        return traffic.table();
    }

    /// The finding.
    Finding finding() {
        String word = kind.word();
        Severity severity = kind.severity(gravity.orElse(outcome), isMinor);
        Sentence who =
                actors.names().isEmpty() ? TEXTS.sentence("sources", count(actors.sources())) : few(actors.sentences());
        Sentence what = joined(none(), predicate.stream().map(Clause::words).toList());
        Observation observation = new Observation(kind, actors, List.copyOf(victims), List.copyOf(reached),
                List.copyOf(accounts), callers(), isMinor, confidence, from, to, predicate, did, result, keys,
                notDetermined, alternatives, hints, isHarmless);
        String claim = String.format(Locale.ROOT, // the same identifier on every machine
                "%s %d %d %d", word, from, to, evidence.messages(table().index()).length);
        return new Finding(FindingId.of(RuleMethod.NAME, claim), traffic.origin(), severity,
                new Statement(word, title(who),
                        actors.areForged() ? TEXTS.sentence("explanation.forged", count(actors.sources()), what)
                                : TEXTS.sentence("explanation", who, what),
                        outcome, kind.texts().find("finding.advice").stream().toList()),
                new Grounds(measures, true, TEXTS.sentence("sample", count(table().all().size()))), evidence, subject(),
                explained(rationale, sure), Optional.of(observation));
    }
}
