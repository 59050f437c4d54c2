package org.sipsleuth.lab.scenario;

import java.time.Instant;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Where an office is, so to speak: what differs from one student to the next while the work stays
/// the same.
///
/// @param domain of its users
/// @param firstExtension of its people, who have consecutive ones
/// @param people how many
/// @param network the second number of its addresses, 10.N.0.0/16
/// @param firstOutside the first of the hosts outside
/// @param start when it begins, as the simulator reads it
public record OfficePlace(String domain, int firstExtension, int people, int network, int firstOutside, String start) {

    private static final int EXTENSIONS_APART = 50;
    private static final int NETWORKS = 250;
    private static final int OUTSIDE_HOSTS = 700;
    private static final int DAYS = 300;

    /// A place that is most probably no other seed's.
    public static OfficePlace of(SeededRandom draws, int people) {
        int first = 1_000 + EXTENSIONS_APART * draws.below(160) + 1;
        long day = draws.below(DAYS);
        long second = 8 * 3_600L + draws.below(7 * 3_600);
        Instant start = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(day * 86_400L + second);
        return new OfficePlace("office-" + draws.hex(4) + ".example", first, people, 1 + draws.below(NETWORKS),
                draws.below(OUTSIDE_HOSTS), start.toString());
    }

    /// The extension of somebody, from 0.
    public String extension(int person) {
        return Integer.toString(firstExtension + person);
    }
}
