package org.sipsleuth.report.investigation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.document.Places;

/// The case whose evidence a report is about.
///
/// @param id identifies it
/// @param name what it is called
/// @param captures the names of its captures, in the order of the index
/// @param used the models, tables and rates of the case that the analysis used
/// @param aliases names that analysts gave to addresses
public record CaseFacts(String id, String name, List<String> captures, List<Attachment> used,
        SortedMap<String, String> aliases) {

    private static final int DIGITS = 8;

    /// Takes copies.
    public CaseFacts {
        captures = List.copyOf(captures);
        used = List.copyOf(used);
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    }

    /// The facts of a case.
    ///
    /// @param properties of the case
    /// @param evidence in the order of the index
    public static CaseFacts of(Map<String, String> properties, List<Evidence> evidence, List<Attachment> used,
            SortedMap<String, String> aliases) {
        return new CaseFacts(properties.getOrDefault("id", ""), properties.getOrDefault("name", ""), names(evidence),
                used, aliases);
    }

    /// Where the messages of an index are, as a case names files and hosts, if there is one.
    public static Places places(Optional<CaseFacts> ofCase, SipIndex index) {
        return new Places(index, ofCase.map(CaseFacts::captures).orElseGet(() -> Places.withoutFolders(index)),
                ofCase.map(CaseFacts::aliases).orElseGet(TreeMap::new));
    }

    /// As they were added, so that a report does not depend on where captures are now; those of the
    /// same name with the beginning of their SHA-256.
    private static List<String> names(List<Evidence> evidence) {
        Map<String, Long> counts =
                evidence.stream().collect(Collectors.groupingBy(Evidence::name, Collectors.counting()));
        List<String> names = new ArrayList<>();
        for (Evidence each : evidence) {
            boolean isOnly = counts.getOrDefault(each.name(), 0L) == 1;
            names.add(isOnly ? each.name() : "%s (%s)".formatted(each.name(), each.sha256().substring(0, DIGITS)));
        }
        return names;
    }
}
