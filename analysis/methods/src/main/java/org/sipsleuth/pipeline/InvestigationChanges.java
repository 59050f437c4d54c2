package org.sipsleuth.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;

/// What two investigations of one capture have in different ways, say before and after a model was
/// replaced. What both have alike is left out.
///
/// @param index has the evidence of both
/// @param findings by id: those that vanish and change, in the order before; then new ones
/// @param incidents the same of incidents
public record InvestigationChanges(SipIndex index, List<Difference<Finding>> findings,
        List<Difference<Incident>> incidents) {

    /// How something differs.
    public enum Kind {
        VANISHES, APPEARS, CHANGES
    }

    /// Something that at least one of the investigations has.
    public record Difference<T>(Optional<T> before, Optional<T> after) {

        /// @throws IllegalArgumentException if neither has it
        public Difference {
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("nothing differs");
            }
        }

        /// How it differs.
        public Kind kind() {
            return after.isEmpty() ? Kind.VANISHES : before.isEmpty() ? Kind.APPEARS : Kind.CHANGES;
        }

        /// It as it is after, or was before.
        public T latest() {
            return after.or(() -> before).orElseThrow();
        }
    }

    /// Takes copies.
    public InvestigationChanges {
        findings = List.copyOf(findings);
        incidents = List.copyOf(incidents);
    }

    /// Compares two investigations of one capture. A finding changes with its severity, its title or
    /// its dialogs; an incident also with its outcome, its confidence and its stages. That a
    /// finding which only accompanies an incident vanishes is a change of the finding.
    public static InvestigationChanges between(Investigation before, Investigation after) {
        SipIndex index = SipIndex.later(before.index(), after.index());
        return new InvestigationChanges(index,
                differences(before.findings(), after.findings(), Finding::id,
                        (one, other) -> isAlike(one, other, index)),
                differences(before.incidents(), after.incidents(), Incident::id,
                        (one, other) -> isAlike(one, other, index)));
    }

    private static boolean isAlike(Finding one, Finding other, SipIndex index) {
        return one.severity() == other.severity() && one.statement().title().equals(other.statement().title())
                && Arrays.equals(one.evidence().dialogs(index), other.evidence().dialogs(index));
    }

    private static boolean isAlike(Incident one, Incident other, SipIndex index) {
        return one.severity() == other.severity() && one.outcome() == other.outcome()
                && one.title().equals(other.title()) && one.confidence().equals(other.confidence())
                && kinds(one).equals(kinds(other))
                && Arrays.equals(one.evidence().dialogs(index), other.evidence().dialogs(index));
    }

    private static List<IncidentKind> kinds(Incident incident) {
        return incident.stages().stream().map(Stage::kind).toList();
    }

    private static <T> List<Difference<T>> differences(List<T> before, List<T> after, Function<T, String> id,
            BiPredicate<T, T> isAlike) {
        Map<String, T> left = byId(after, id);
        List<Difference<T>> differences = new ArrayList<>();
        byId(before, id).forEach((name, one) -> {
            Optional<T> other = Optional.ofNullable(left.remove(name));
            if (other.filter(its -> isAlike.test(one, its)).isEmpty()) {
                differences.add(new Difference<>(Optional.of(one), other));
            }
        });
        left.values().forEach(each -> differences.add(new Difference<>(Optional.empty(), Optional.of(each))));
        return differences;
    }

    private static <T> Map<String, T> byId(List<T> some, Function<T, String> id) {
        Map<String, T> all = new LinkedHashMap<>();
        some.forEach(each -> all.putIfAbsent(id.apply(each), each));
        return all;
    }

    /// How many findings differ in a way.
    public long findings(Kind kind) {
        return count(findings, kind);
    }

    /// How many incidents differ in a way.
    public long incidents(Kind kind) {
        return count(incidents, kind);
    }

    private static <T> long count(List<Difference<T>> all, Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).count();
    }
}
