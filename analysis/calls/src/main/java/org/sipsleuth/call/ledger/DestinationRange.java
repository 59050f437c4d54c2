package org.sipsleuth.call.ledger;

import java.util.Comparator;
import java.util.Optional;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.number.DialledNumbers.Kind;

/// Where calls lead: all numbers of one kind in one country, or all internal callees.
///
/// @param kind what the numbers are; empty for internal callees
/// @param prefix the country code with `+`, or the first digits where the country is not known;
///     empty for internal callees
/// @param country the English name of the country; empty where there is none
public record DestinationRange(Optional<Kind> kind, String prefix, String country)
        implements Comparable<DestinationRange> {

    /// All callees that are no number of the public network.
    public static final DestinationRange INTERNAL = new DestinationRange(Optional.empty(), "", "");

    private static final Comparator<DestinationRange> ORDER = Comparator.comparing(DestinationRange::prefix)
            .thenComparing(DestinationRange::country)
            .thenComparing(each -> each.kind.map(Kind::ordinal).orElse(-1));

    /// That of an external number.
    static DestinationRange of(Destination destination) {
        return new DestinationRange(Optional.of(destination.kind()), destination.prefix(), destination.country());
    }

    /// Whether the callees are no numbers of the public network.
    public boolean isInternal() {
        return kind.isEmpty();
    }

    /// By prefix, country, kind.
    @Override
    public int compareTo(DestinationRange other) {
        return ORDER.compare(this, other);
    }
}
