package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.Suspicion;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.triage.DialogProblems.Problem;
import org.sipsleuth.triage.TriageCause.Source;

/// Makes the rows of a queue, in no order. One thread.
final class TriageRows {

    /// Two causes are one row where the one has so large a share of the other's dialogs.
    private static final double SAME = 0.8;

    /// A problem that has many more dialogs stays a row of its own, so that a rare step is not
    /// hidden in it.
    private static final double AS_LARGE = 0.5;

    private static final int DIALOGS_A_STEP = 1 << 8;

    private final SequenceDetection detection;
    private final SipIndex index;
    private final IntPredicate isJudged;
    private final List<Incident> incidents;

    /// How many dialogs each network has.
    private final int[] ofNetworks;

    /// The dialogs of each incident, in order.
    private final List<int[]> ofIncidents;

    TriageRows(SequenceDetection detection, IntPredicate isJudged, List<Incident> incidents) {
        this.detection = detection;
        this.index = detection.index();
        this.isJudged = isJudged;
        this.incidents = incidents;
        ofNetworks = new int[index.dialogs().coverages().all().size()];
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            ofNetworks[index.dialogs().coverageOf(dialog)]++;
        }
        ofIncidents = incidents.stream().map(each -> each.evidence().dialogs(index)).toList();
    }

    /// What makes a row: a cause in one network, so that no row depends on what else is open.
    private record Key(int network, TriageCause cause) {}

    /// A row that is being made.
    private static final class Draft {
        private final Key key;
        private final TriageCause cause;
        private final TreeSet<Integer> dialogs = new TreeSet<>();
        private final List<NoveltyDetection.Group> groups = new ArrayList<>();
        private final List<TriageCause> alsoBy = new ArrayList<>();
        private Optional<SequenceDetection.Group> sequence = Optional.empty();
        private Optional<Problem> problem = Optional.empty();

        Draft(Key key) {
            this.key = key;
            cause = key.cause();
        }

        private Optional<NoveltyGroup> worst() {
            return groups.stream()
                    .map(NoveltyDetection.Group::dialogs)
                    .max(Comparator.comparingDouble(each -> each.suspicion().bits()));
        }
    }

    /// All rows.
    ///
    /// @param unknown the dialogs that the model does not know
    Collection<TriageItem> all(BitSet unknown, RunMonitor monitor) {
        Map<Key, Draft> steps = detection.novelty().isPresent() ? steps() : sequences(unknown);
        Map<Key, Draft> problems = new LinkedHashMap<>();
        DialogProblems reader = new DialogProblems(table(monitor));
        List<Optional<Key>> keys = new ArrayList<>();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
            }
            Optional<Problem> problem = reader.of(dialog);
            int network = index.dialogs().coverageOf(dialog);
            Optional<Key> key = problem.map(each -> new Key(network, new TriageCause(Source.PROBLEM, each.key())));
            keys.add(key);
            if (key.isPresent()) {
                Draft draft = problems.computeIfAbsent(key.get(), Draft::new);
                draft.dialogs.add(dialog);
                draft.problem = draft.problem.or(() -> problem);
            }
        }
        List<Draft> rows = new ArrayList<>(problems.values());
        for (Draft step : steps.values()) {
            Optional<Draft> same = same(step, keys, problems);
            if (same.isPresent()) {
                same.get().dialogs.addAll(step.dialogs);
                same.get().groups.addAll(step.groups);
                same.get().alsoBy.add(step.cause);
            } else {
                rows.add(step);
            }
        }
        return rows.stream().map(this::item).toList();
    }

    private TransactionTable table(RunMonitor monitor) {
        return detection.novelty()
                .map(its -> its.novelty().units().table())
                .orElseGet(() -> TransactionTable.shared(index, monitor));
    }

    /// The problem that a step is: nearly all of its dialogs have it, and not many more.
    private static Optional<Draft> same(Draft step, List<Optional<Key>> keys, Map<Key, Draft> problems) {
        Map<Key, Integer> counts = new LinkedHashMap<>();
        step.dialogs.forEach(dialog -> keys.get(dialog).ifPresent(each -> counts.merge(each, 1, Integer::sum)));
        return counts.entrySet()
                .stream()
                .filter(each -> each.getValue() >= SAME * step.dialogs.size())
                .flatMap(each -> Stream.ofNullable(problems.get(each.getKey())))
                .filter(problem -> step.dialogs.size() >= AS_LARGE * problem.dialogs.size())
                .findFirst();
    }

    /// By the step that was never seen.
    private Map<Key, Draft> steps() {
        Map<Key, Draft> steps = new LinkedHashMap<>();
        for (NoveltyDetection.Group group : detection.novelty().orElseThrow().listed(isJudged)) {
            Draft draft = steps.computeIfAbsent(key(group.dialogs()), Draft::new);
            draft.groups.add(group);
            IntStream.of(group.dialogs().dialogs()).forEach(draft.dialogs::add);
        }
        return steps;
    }

    private Key key(NoveltyGroup group) {
        Source source = group.step().isTransaction() ? Source.ORDER : Source.TRANSACTION;
        return new Key(index.dialogs().coverageOf(group.dialogs()[0]), new TriageCause(source, group.stepKey()));
    }

    /// By whole sequences, where the model knows no steps.
    private Map<Key, Draft> sequences(BitSet unknown) {
        Map<Integer, SequenceDetection.Group> groups = new LinkedHashMap<>();
        detection.groups().forEach(each -> groups.put(each.dialogs().sequence(), each));
        Map<Key, Draft> rows = new LinkedHashMap<>();
        unknown.stream().filter(isJudged).forEach(dialog -> {
            TriageCause cause = new TriageCause(Source.SEQUENCE, index.dialogs().sequenceText(dialog));
            Draft draft = rows.computeIfAbsent(new Key(index.dialogs().coverageOf(dialog), cause), Draft::new);
            draft.dialogs.add(dialog);
            draft.sequence = Optional.ofNullable(groups.get(detection.scored().sequences().ofDialog(dialog)));
        });
        return rows;
    }

    private TriageItem item(Draft row) {
        List<Integer> dialogs = List.copyOf(row.dialogs);
        List<Incident> its = incidents(dialogs);
        Optional<NoveltyGroup> worst = row.worst();
        List<TriagePlace> places = places(dialogs, worst.isPresent() && row.problem.isEmpty());
        Suspicion suspicion = worst.map(NoveltyGroup::suspicion)
                .orElseGet(() -> row.problem.isPresent() ? ofProblem(dialogs, row.key.network()) : ofSequence(dialogs))
                .with(!its.isEmpty());
        return new TriageItem(row.cause, row.key.network(), row.alsoBy, family(row), row.cause.title(), dialogs,
                variants(dialogs), places, need(row, its, suspicion), users(dialogs), suspicion,
                worst.map(group -> group.senders().size()).orElse(0), worst.map(NoveltyGroup::allSenders).orElse(0),
                worst.map(NoveltyGroup::name).orElse(""), worst.map(NoveltyGroup::departure).orElse(Sentence.none()),
                row.problem.map(Problem::explanation).orElse(Sentence.none()), findings(row), its);
    }

    /// Rows of the same departure, or of the same step with another final response.
    private static String family(Draft row) {
        return row.worst().filter(_ -> row.problem.isEmpty()).map(NoveltyGroup::stepFamily).orElse(row.cause.text());
    }

    private static List<Finding> findings(Draft row) {
        return row.sequence.map(SequenceDetection.Group::finding)
                .map(List::of)
                .orElseGet(() -> row.groups.stream()
                        .map(NoveltyDetection.Group::finding)
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList());
    }

    private static TriageNeed need(Draft row, List<Incident> incidents, Suspicion suspicion) {
        boolean isAttack = incidents.stream().anyMatch(each -> each.severity().compareTo(Severity.LOW) > 0);
        boolean isFailure = row.problem.filter(Problem::isFailure).isPresent();
        return isAttack ? TriageNeed.ATTACK
                : !incidents.isEmpty() ? TriageNeed.ATTEMPT
                : isFailure ? TriageNeed.FAILURE
                : suspicion.deviates() || row.problem.isPresent() ? TriageNeed.DEPARTURE
                : TriageNeed.RARE;
    }

    private List<Incident> incidents(List<Integer> dialogs) {
        return IntStream.range(0, incidents.size())
                .filter(incident -> dialogs.stream()
                        .anyMatch(each -> Arrays.binarySearch(ofIncidents.get(incident), each) >= 0))
                .mapToObj(incidents::get)
                .toList();
    }

    private int users(List<Integer> dialogs) {
        return (int) dialogs.stream().map(index.dialogs()::callerNumber).distinct().count();
    }

    private List<TriageVariant> variants(List<Integer> dialogs) {
        DialogTable table = index.dialogs();
        return grouped(dialogs, table::sequence).stream()
                .map(some -> new TriageVariant(table.sequenceText(some.getFirst()),
                        IntStream.of(table.sequenceTypes(some.getFirst()))
                                .mapToObj(index.messages()::typeName)
                                .toList(),
                        some))
                .toList();
    }

    /// Who has it: of a step the sender of its request; of a problem that of the dialog's first
    /// request.
    private List<TriagePlace> places(List<Integer> dialogs, boolean isStep) {
        MessageTable messages = index.messages();
        Function<Integer, Integer> first = isStep ? dialog -> stepMessage(dialog) : dialog -> request(dialog);
        Function<Integer, List<String>> ends = dialog -> {
            int message = first.apply(dialog);
            return List.of(address(messages.source(message)), address(messages.destination(message)));
        };
        return grouped(dialogs, ends).stream().map(some -> {
            List<String> its = ends.apply(some.getFirst());
            return new TriagePlace(its.getFirst(), its.getLast(), some);
        }).toList();
    }

    private int request(int dialog) {
        return IntStream.of(index.messagesOf(dialog))
                .filter(index.messages()::isRequest)
                .findFirst()
                .orElseGet(() -> index.dialogs().firstMessage(dialog));
    }

    private int stepMessage(int dialog) {
        HopNovelty novelty = detection.novelty().orElseThrow().novelty();
        HopUnits units = novelty.units();
        int worst = novelty.worstUnit(dialog);
        return worst < 0 ? index.dialogs().firstMessage(dialog) : units.message(worst);
    }

    private String address(int endpoint) {
        return index.messages().endpoint(endpoint).address().getHostAddress();
    }

    /// The groups of equal keys, the largest first, equally large ones in the order of the capture.
    private static <K> List<List<Integer>> grouped(List<Integer> dialogs, Function<Integer, K> key) {
        Map<K, List<Integer>> groups = new LinkedHashMap<>();
        dialogs.forEach(dialog -> groups.computeIfAbsent(key.apply(dialog), _ -> new ArrayList<>()).add(dialog));
        return groups.values().stream().sorted(Comparator.comparingInt(each -> -each.size())).toList();
    }

    /// By how few of the dialogs of the network have it.
    private Suspicion ofProblem(List<Integer> dialogs, int network) {
        return new Suspicion(0, false, bits((double) dialogs.size() / ofNetworks[network]), 0, false);
    }

    /// By the network's highest output, where it knows whole dialogs only.
    private Suspicion ofSequence(List<Integer> dialogs) {
        SequenceScore score = detection.scored().score(detection.scored().sequences().ofDialog(dialogs.getFirst()));
        return new Suspicion(bits(Math.max(Double.MIN_NORMAL, score.maximum())), false,
                bits((double) dialogs.size() / index.dialogs().size()), 0, false);
    }

    private static double bits(double share) {
        return -StrictMath.log(share) / StrictMath.log(2);
    }
}
