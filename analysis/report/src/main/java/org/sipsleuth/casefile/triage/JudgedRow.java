package org.sipsleuth.casefile.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriagePlace;

/// A row of the queue with what analysts decided about it.
///
/// @param rank its place in the queue, from 1, whatever was decided
/// @param parts its dialogs, by the verdicts that hold for them; at least one
public record JudgedRow(int rank, TriageItem item, List<JudgedPart> parts) {

    /// Takes a copy.
    public JudgedRow {
        parts = List.copyOf(parts);
    }

    /// A verdict that counts in a row.
    ///
    /// @param dialogs for how many of its dialogs
    public record Word(Verdict verdict, int dialogs) {

        /// Whether it was given on whole sequences, before steps were judged.
        public boolean isOfSequence() {
            return verdict.subject().kind() == Subject.Kind.SEQUENCE;
        }
    }

    /// For how much of a row a scope holds.
    public record Coverage(int dialogs, int senders) {}

    /// What a verdict about the row is about.
    public Subject subject() {
        return Subject.step(item.cause().text());
    }

    /// Whether a step is that of the row, or one that was joined to it.
    boolean isOf(Subject step) {
        return step.equals(subject())
                || item.alsoBy().stream().anyMatch(each -> Subject.step(each.cause().text()).equals(step));
    }

    /// Whether another one is the same row, whatever was decided: of one step in one network.
    public boolean isSame(JudgedRow other) {
        return item.cause().equals(other.item.cause()) && item.network() == other.item.network();
    }

    /// How many of its dialogs are decided.
    public int decidedDialogs() {
        return parts.stream().filter(JudgedPart::isDecided).mapToInt(each -> each.dialogs().size()).sum();
    }

    /// Whether somebody decided about each of its dialogs.
    public boolean isDecided() {
        return parts.stream().allMatch(JudgedPart::isDecided);
    }

    /// Whether it is safe for all hosts that have it in the capture. A model knows steps, not hosts:
    /// a step that is safe for one of them alone is not learned.
    public boolean isSafe() {
        return parts.stream().allMatch(JudgedPart::isSafe);
    }

    /// The words of all analysts that count for some of its dialogs, in the order in which they came.
    public List<Word> words() {
        Map<Verdict, Integer> dialogs = new LinkedHashMap<>();
        for (JudgedPart part : parts) {
            part.verdicts().forEach(each -> dialogs.merge(each, part.dialogs().size(), Integer::sum));
        }
        return dialogs.entrySet()
                .stream()
                .map(each -> new Word(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(word -> word.verdict().number()))
                .toList();
    }

    /// Verdicts that hold for the same dialogs and differ, in the order in which they came; empty if
    /// nobody contradicts.
    public List<Verdict> contradiction() {
        return parts.stream()
                .flatMap(part -> part.contradicting().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Verdict::number))
                .toList();
    }

    /// The scope of a verdict on the row: those of its hosts about which an analyst has not decided
    /// yet, or else all of them.
    public Scope scope(Scope.Kind kind, String analyst) {
        List<JudgedPart> open = parts.stream().filter(part -> !part.isDecidedBy(analyst)).toList();
        List<JudgedPart> meant = open.isEmpty() ? parts : open;
        Scope scope = switch (kind) {
            case EVERYWHERE -> Scope.EVERYWHERE;
            case SERVER -> Scope.server(hosts(meant, TriagePlace::server));
            case SENDERS -> Scope.senders(hosts(meant, TriagePlace::sender));
        };
        return scope.addresses().isEmpty() ? Scope.EVERYWHERE : scope; // whose they are is not known
    }

    /// Who sends it, as far as that is known.
    public List<String> senders() {
        return List.copyOf(hosts(parts, TriagePlace::sender));
    }

    private static Collection<String> hosts(List<JudgedPart> parts, Function<TriagePlace, String> host) {
        return places(parts.stream()).map(host).filter(address -> !address.isEmpty()).distinct().toList();
    }

    private static Stream<TriagePlace> places(Stream<JudgedPart> parts) {
        return parts.flatMap(part -> part.places().stream());
    }

    /// For how much of the row a verdict with this scope would hold.
    public Coverage coverage(Scope scope) {
        List<JudgedPart> covered = parts.stream().filter(part -> part.isCovered(scope)).toList();
        return new Coverage(covered.stream().mapToInt(part -> part.dialogs().size()).sum(),
                hosts(covered, TriagePlace::sender).size());
    }

    /// The message from which the dialog departs that a verdict with this scope points to.
    public int message(Scope scope) {
        return item.message(firstDialog(scope));
    }

    /// The dialog that a verdict with this scope points to: the example of the row if it would hold
    /// for that, else the first that it would hold for.
    private int firstDialog(Scope scope) {
        List<Integer> covered = new ArrayList<>();
        parts.stream().filter(part -> part.isCovered(scope)).forEach(part -> covered.addAll(part.dialogs()));
        return covered.isEmpty() || covered.contains(item.example()) ? item.example()
                : covered.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /// Whether a verdict is about this row: on its step, or on the whole sequence of a dialog.
    public boolean isAbout(Verdict verdict) {
        return switch (verdict.subject().kind()) {
            case STEP -> isOf(verdict.subject());
            case SEQUENCE -> parts.stream().anyMatch(part -> part.sequence().equals(verdict.subject().key()));
            case DIALOG, INCIDENT -> false;
        };
    }
}
