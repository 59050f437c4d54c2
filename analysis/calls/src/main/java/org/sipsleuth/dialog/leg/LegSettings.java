package org.sipsleuth.dialog.leg;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.leg.evidence.Evidence;
import org.sipsleuth.dialog.leg.evidence.Evidences;

/// How legs are searched for.
///
/// @param callIdFields header fields whose value is the Call-ID of another leg, in lower case
/// @param without names of kinds of evidence that are left out
/// @param leastConfidence from which confidence on, above 0 and up to 1, dialogs are one group
public record LegSettings(Set<String> callIdFields, Set<String> without, double leastConfidence) {

    /// Header fields that B2BUAs are known to write the other leg's Call-ID into.
    public static final List<String> USUAL_FIELDS =
            List.of("X-Call-ID", "X-CID", "X-Original-Call-ID", "X-Correlation-ID");

    /// What is usual.
    public static final LegSettings USUAL = new LegSettings(Set.copyOf(USUAL_FIELDS), Set.of(), 0.5);

    /// Copies its arguments, names in lower case.
    ///
    /// @throws IllegalArgumentException if the confidence is out of range
    public LegSettings {
        callIdFields = callIdFields.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        without = Set.copyOf(without);
        if (!(leastConfidence > 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("a confidence is above 0 and at most 1");
        }
    }

    /// The kinds of evidence that are weighed, in the order of their weights in a [FoundLink].
    List<Evidence> kinds() {
        return Evidences.ALL.stream().filter(kind -> !without.contains(kind.name())).toList();
    }

    /// The same with more header fields that name the other leg.
    public LegSettings withFields(List<String> more) {
        Set<String> all = new HashSet<>(callIdFields);
        all.addAll(more);
        return new LegSettings(all, without, leastConfidence);
    }

    /// The same without some kinds of evidence.
    public LegSettings without(Set<String> names) {
        return new LegSettings(callIdFields, names, leastConfidence);
    }
}
