package org.sipsleuth.view.belief.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;

/// Which sources are listed.
///
/// @param words a part of their names; empty for all
/// @param trafficClass what is believed of them; empty for all
/// @param standing how much that is worth; empty for all
public record SourceFilter(String words, Optional<TrafficClass> trafficClass, Optional<Standing> standing) {

    /// All sources.
    public static final SourceFilter ALL = new SourceFilter("", Optional.empty(), Optional.empty());

    /// The sources that are listed, in their order.
    public List<SourceRow> of(List<SourceRow> sources) {
        String part = words.strip().toLowerCase(Locale.ROOT);
        return sources.stream()
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(part))
                .filter(row -> standing.isEmpty() || standing.get() == row.standing())
                .filter(row -> trafficClass.isEmpty()
                        || (row.standing() == Standing.BELIEVED && row.belief().leading() == trafficClass.get()))
                .toList();
    }
}
