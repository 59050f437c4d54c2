package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.belief.detection.UnlikeSpan;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopStep;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.Suspicion;
import org.sipsleuth.triage.DialogProblems.Problem;
import org.sipsleuth.triage.TriageCause.Source;

/// Makes the rows of a queue, in no order. One thread.
final class TriageRows {

    private final SequenceDetection detection;
    private final SipIndex index;
    private final IntPredicate isJudged;
    private final RowIncidents incidents;
    private final Departures departures;

    /// How many dialogs each network has.
    private final int[] ofNetworks;

    /// @param index has the evidence of all that was found; the detection can be of an earlier state
    TriageRows(SipIndex index, SequenceDetection detection, IntPredicate isJudged, List<Incident> incidents,
            ProblemList known, RunMonitor monitor) {
        this.detection = detection;
        this.index = index;
        this.isJudged = isJudged;
        this.incidents = new RowIncidents(incidents, index);
        departures = Departures.of(detection, known, monitor);
        ofNetworks = new int[index.dialogs().coverages().all().size()];
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            ofNetworks[index.dialogs().coverageOf(dialog)]++;
        }
    }

    /// All rows.
    ///
    /// @param unknown the dialogs that the model does not know
    /// @param findings those of all methods
    Collection<TriageItem> all(BitSet unknown, List<Finding> findings, RunMonitor monitor) {
        Map<CauseParts.Key, TriageDraft> steps = detection.novelty().isPresent() ? steps() : sequences(unknown);
        List<TriageDraft> causes = new ArrayList<>(steps.values());
        causes.addAll(periods(findings).values());
        TriageJoins joins = new TriageJoins(incidents, this::ownPlaces);
        return joins.rows(problems(monitor).values(), causes).stream().map(this::item).toList();
    }

    private static TriageDraft draft(Map<CauseParts.Key, TriageDraft> drafts, CauseParts.Key key) {
        return drafts.computeIfAbsent(key, _ -> new TriageDraft(key.network(), key.cause()));
    }

    /// By what went wrong.
    private Map<CauseParts.Key, TriageDraft> problems(RunMonitor monitor) {
        Map<Integer, List<Problem>> all = departures.problems(detection.index(), monitor);
        CauseParts parts = new CauseParts(incidents);
        all.forEach(
                (dialog, found) -> parts.learn(index.dialogs().coverageOf(dialog), cause(found.getFirst()), dialog));
        Map<CauseParts.Key, TriageDraft> drafts = new LinkedHashMap<>();
        all.forEach(
                (dialog, found) -> draft(drafts, key(parts, found.getFirst(), dialog)).add(dialog, found.getFirst()));
        all.forEach((dialog, found) -> found.stream()
                .skip(1)
                .map(each -> drafts.get(key(parts, each, dialog)))
                .filter(Objects::nonNull)
                .forEach(each -> each.addShown(dialog)));
        return drafts;
    }

    private CauseParts.Key key(CauseParts parts, Problem problem, int dialog) {
        return parts.of(index.dialogs().coverageOf(dialog), cause(problem), dialog);
    }

    private static TriageCause cause(Problem problem) {
        return new TriageCause(Source.PROBLEM, problem.key());
    }

    /// By the source that is unlike normal ones; what is part of an incident is no cause of its own.
    private Map<CauseParts.Key, TriageDraft> periods(List<Finding> findings) {
        CauseParts parts = new CauseParts(incidents);
        List<Finding> unlike = findings.stream()
                .filter(each -> each.statement().kind().equals(UnlikeSpan.UNLIKE) && !incidents.has(each))
                .toList();
        unlike.forEach(each -> IntStream.of(each.evidence().dialogs(index))
                .forEach(dialog -> parts.learn(index.dialogs().coverageOf(dialog), cause(each), dialog)));
        Map<CauseParts.Key, TriageDraft> drafts = new LinkedHashMap<>();
        for (Finding each : unlike) {
            IntStream.of(each.evidence().dialogs(index))
                    .boxed()
                    .collect(Collectors.groupingBy(
                            dialog -> parts.of(index.dialogs().coverageOf(dialog), cause(each), dialog),
                            LinkedHashMap::new, Collectors.toList()))
                    .forEach((key, dialogs) -> draft(drafts, key).add(dialogs, each));
        }
        return drafts;
    }

    private static TriageCause cause(Finding unlike) {
        return new TriageCause(Source.PERIOD, unlike.subject().name());
    }

    /// By the step that was never seen.
    private Map<CauseParts.Key, TriageDraft> steps() {
        List<NoveltyDetection.Group> groups = detection.novelty().orElseThrow().listed(isJudged);
        CauseParts parts = new CauseParts(incidents);
        groups.stream().map(NoveltyDetection.Group::dialogs).forEach(group -> {
            int network = index.dialogs().coverageOf(group.dialogs()[0]);
            IntStream.of(group.dialogs()).forEach(each -> parts.learn(network, TriageCause.of(group.step()), each));
        });
        Map<CauseParts.Key, TriageDraft> steps = new LinkedHashMap<>();
        for (NoveltyDetection.Group group : groups) {
            NoveltyGroup its = group.dialogs();
            int network = index.dialogs().coverageOf(its.dialogs()[0]);
            Map<CauseParts.Key, List<Integer>> byPart = new LinkedHashMap<>();
            for (int dialog : its.dialogs()) {
                byPart.computeIfAbsent(parts.of(network, TriageCause.of(its.step()), dialog), _ -> new ArrayList<>())
                        .add(dialog);
            }
            byPart.forEach((key, some) -> draft(steps, key).add(group, some));
        }
        return steps;
    }

    /// By whole sequences, where the model knows no steps.
    private Map<CauseParts.Key, TriageDraft> sequences(BitSet unknown) {
        Map<Integer, SequenceDetection.Group> groups = new LinkedHashMap<>();
        detection.groups().forEach(each -> groups.put(each.dialogs().sequence(), each));
        CauseParts parts = new CauseParts(incidents);
        unknown.stream()
                .filter(isJudged)
                .forEach(dialog -> parts.learn(index.dialogs().coverageOf(dialog), sequence(dialog), dialog));
        Map<CauseParts.Key, TriageDraft> rows = new LinkedHashMap<>();
        unknown.stream().filter(isJudged).forEach(dialog -> {
            CauseParts.Key key = parts.of(index.dialogs().coverageOf(dialog), sequence(dialog), dialog);
            draft(rows, key).add(dialog,
                    Optional.ofNullable(groups.get(detection.scored().sequences().ofDialog(dialog))));
        });
        return rows;
    }

    private TriageCause sequence(int dialog) {
        return new TriageCause(Source.SEQUENCE, index.dialogs().sequenceText(dialog));
    }

    private TriageItem item(TriageDraft row) {
        int example = example(row);
        List<Integer> dialogs = List.copyOf(row.dialogs());
        List<Incident> its = incidents.of(dialogs);
        Optional<NoveltyGroup> step = row.step().map(NoveltyDetection.Group::dialogs);
        Suspicion suspicion = step.map(NoveltyGroup::suspicion)
                .orElseGet(() -> row.problem().isPresent() ? ofProblem(dialogs, row.network())
                        : row.period().map(TriageRows::ofPeriod).orElseGet(() -> ofSequence(dialogs)))
                .with(!its.isEmpty());
        return new TriageItem(row.cause(), row.network(), row.joined(), row.family(), TriageReason.of(row), dialogs,
                dialogs.stream().map(dialog -> message(row, dialog)).toList(), example, variants(dialogs), places(row),
                need(row, its, suspicion), loss(row), users(dialogs), suspicion,
                step.map(group -> group.senders().size()).orElse(0), step.map(NoveltyGroup::allSenders).orElse(0), its);
    }

    /// From which message a dialog departs: by the problem if the cause that it has is one, else by
    /// its step.
    private int message(TriageDraft row, int dialog) {
        return row.parts()
                .filter(part -> part.own().contains(dialog))
                .findFirst()
                .flatMap(part -> part.isStep() ? departures.step(dialog, isJudged.test(dialog)).map(HopStep::message)
                        : part.message(dialog))
                .orElseGet(() -> request(dialog));
    }

    /// The dialog that stands for a row, which then tells what the problem is in this one.
    private int example(TriageDraft row) {
        List<List<Integer>> variants = grouped(List.copyOf(row.telling()), index.dialogs()::sequence);
        int first = variants.getFirst().getFirst();
        Optional<KeyMessage> decisive = incidents.decisive(row.dialogs(), row.network());
        decisive.ifPresent(each -> row.addDecisive(incidents.dialog(each), each.shows()));
        int example = decisive.map(incidents::dialog).orElse(first);
        int told = row.own().contains(example) ? example : first;
        row.problem()
                .flatMap(each -> departures.problems(told)
                        .stream()
                        .filter(one -> one.key().equals(each.key()))
                        .findFirst())
                .ifPresent(row::tell);
        return example;
    }

    private static TriageLoss loss(TriageDraft row) {
        return row.parts()
                .flatMap(each -> each.problem().stream())
                .map(Problem::loss)
                .min(Comparator.naturalOrder())
                .orElse(TriageLoss.NOTHING);
    }

    private static TriageNeed need(TriageDraft row, List<Incident> incidents, Suspicion suspicion) {
        boolean isAttack = incidents.stream().anyMatch(each -> each.severity().compareTo(Severity.LOW) > 0);
        return isAttack ? TriageNeed.ATTACK
                : !incidents.isEmpty() ? TriageNeed.ATTEMPT
                : loss(row).isFailure() ? TriageNeed.FAILURE
                : suspicion.deviates() || (row.problem().isPresent() && loss(row) == TriageLoss.NOTHING)
                        ? TriageNeed.DEPARTURE
                : TriageNeed.RARE;
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

    /// Who has it, by the cause that was found first of each dialog.
    private List<TriagePlace> places(TriageDraft row) {
        Map<Integer, List<String>> ends = new TreeMap<>();
        row.parts().forEach(part -> part.own().forEach(dialog -> ends.putIfAbsent(dialog, ends(dialog, part))));
        row.dialogs().forEach(dialog -> ends.putIfAbsent(dialog, ends(dialog, row)));
        return places(ends);
    }

    private List<TriagePlace> ownPlaces(TriageDraft cause) {
        Map<Integer, List<String>> ends = new TreeMap<>();
        cause.own().forEach(dialog -> ends.put(dialog, ends(dialog, cause)));
        return places(ends);
    }

    private static List<TriagePlace> places(Map<Integer, List<String>> ends) {
        return grouped(List.copyOf(ends.keySet()), dialog -> ends.getOrDefault(dialog, List.of())).stream()
                .map(some -> {
                    List<String> its = ends.getOrDefault(some.getFirst(), List.of());
                    return new TriagePlace(its.getFirst(), its.getLast(), some);
                })
                .toList();
    }

    /// Who asks whom: of a step the two of its request; of a problem those of the dialog's first
    /// request.
    private List<String> ends(int dialog, TriageDraft cause) {
        MessageTable messages = index.messages();
        int message = cause.isStep() && cause.own().contains(dialog) ? stepMessage(dialog) : request(dialog);
        return List.of(address(messages.source(message)), address(messages.destination(message)));
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

    /// By how few normal periods are as unlike others.
    private static Suspicion ofPeriod(Finding unlike) {
        double p = unlike.grounds().measures().getLast().value();
        return new Suspicion(0, false, 0, bits(Math.max(Double.MIN_NORMAL, p)), false);
    }

    private static double bits(double share) {
        return -StrictMath.log(share) / StrictMath.log(2);
    }
}
