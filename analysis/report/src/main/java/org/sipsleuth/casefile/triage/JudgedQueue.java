package org.sipsleuth.casefile.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageJoined;
import org.sipsleuth.triage.TriagePlace;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.triage.TriageVariant;

/// The queue of a capture with the verdicts of a case. A verdict on a step holds for the dialogs
/// whose senders or servers its scope names: on the step of a row for all that it joins, on one that
/// was joined for the dialogs with this one. One on a whole sequence, which cases before version 3
/// have, holds for the dialogs with exactly this sequence. Immutable; any thread.
public final class JudgedQueue {

    private final TriageQueue queue;
    private final List<JudgedRow> rows;

    private JudgedQueue(TriageQueue queue, List<JudgedRow> rows) {
        this.queue = queue;
        this.rows = List.copyOf(rows);
    }

    /// Joins them. Cost: the dialogs of the queue, and for each kind of them the verdicts on it.
    public static JudgedQueue of(TriageQueue queue, Verdicts verdicts) {
        List<JudgedRow> rows = new ArrayList<>();
        for (TriageItem item : queue.items()) {
            rows.add(new JudgedRow(rows.size() + 1, item, parts(item, verdicts)));
        }
        return new JudgedQueue(queue, rows);
    }

    /// By what dialogs of a row differ.
    ///
    /// @param steps that of the row, then those that were joined
    /// @param places their numbers in the row
    private record Kind(List<Subject> steps, List<Integer> places, String sequence) {}

    static List<JudgedPart> parts(TriageItem item, Verdicts verdicts) {
        Map<Integer, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < item.places().size(); place++) {
            for (int dialog : item.places().get(place).dialogs()) {
                places.computeIfAbsent(dialog, _ -> new ArrayList<>()).add(place);
            }
        }
        Map<Integer, String> sequences = new HashMap<>();
        for (TriageVariant variant : item.variants()) {
            variant.dialogs().forEach(each -> sequences.put(each, variant.text()));
        }
        Map<Integer, List<Subject>> joined = new HashMap<>();
        for (TriageJoined each : item.alsoBy()) {
            Subject step = Subject.step(each.cause().text());
            each.dialogs().forEach(dialog -> joined.computeIfAbsent(dialog, _ -> new ArrayList<>()).add(step));
        }
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int dialog : item.dialogs()) {
            List<Subject> steps = new ArrayList<>(List.of(Subject.step(item.cause().text())));
            steps.addAll(joined.getOrDefault(dialog, List.of()));
            Kind kind = new Kind(steps, places.getOrDefault(dialog, List.of()), sequences.getOrDefault(dialog, ""));
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(dialog);
        }
        List<JudgedPart> parts = new ArrayList<>();
        kinds.forEach((kind, dialogs) -> {
            List<Verdict> standing = new ArrayList<>(verdicts.on(Subject.sequence(kind.sequence())));
            kind.steps().forEach(each -> standing.addAll(verdicts.on(each)));
            standing.sort(Comparator.comparingLong(Verdict::number));
            List<TriagePlace> hops = kind.places().stream().map(item.places()::get).toList();
            parts.add(JudgedPart.of(kind.steps(), hops, kind.sequence(), dialogs, standing));
        });
        return parts;
    }

    /// The rows in the order of the queue.
    public List<JudgedRow> rows() {
        return rows;
    }

    /// Those to be decided first, in the order of the queue; the decided ones below.
    public List<JudgedRow> toDecide() {
        return rows.stream().sorted(Comparator.comparing(JudgedRow::isDecided)).toList();
    }

    /// The rows of a step: one for each network that has it; else those that it was joined to.
    public List<JudgedRow> rows(String cause) {
        Subject step = Subject.step(cause);
        List<JudgedRow> own = rows.stream().filter(each -> each.subject().equals(step)).toList();
        return own.isEmpty() ? rows.stream().filter(each -> each.isOf(step)).toList() : own;
    }

    /// The row at a place of the queue, if it has so many.
    ///
    /// @param rank from 1
    public Optional<JudgedRow> row(int rank) {
        return rank < 1 || rank > rows.size() ? Optional.empty() : Optional.of(rows.get(rank - 1));
    }

    /// The rows of the same family, with another step, about which the same can be decided: the scope
    /// holds for some of their dialogs, and not all of these are decided.
    public List<JudgedRow> siblings(JudgedRow row, Scope scope) {
        List<TriageItem> items = queue.siblings(row.item());
        return rows.stream()
                .filter(each -> items.contains(each.item()) && !each.subject().equals(row.subject()))
                .filter(each -> each.parts().stream().anyMatch(part -> part.isCovered(scope) && !part.isDecided()))
                .toList();
    }

    /// The contradicting verdicts of each row that has some.
    public List<List<Verdict>> contradictions() {
        return rows.stream().map(JudgedRow::contradiction).filter(those -> !those.isEmpty()).toList();
    }

    /// The dialogs that are learned as normal traffic: all of their rows are safe.
    public BitSet safeDialogs() {
        BitSet safe = new BitSet();
        BitSet others = new BitSet();
        for (JudgedRow row : rows) {
            BitSet dialogs = row.isSafe() ? safe : others;
            row.item().dialogs().forEach(dialogs::set);
        }
        safe.andNot(others);
        return safe;
    }
}
