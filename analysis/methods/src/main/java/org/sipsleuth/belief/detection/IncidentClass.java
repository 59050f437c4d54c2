package org.sipsleuth.belief.detection;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.finding.IncidentKind;

/// Which kinds of incidents the classes of the belief network are about.
public final class IncidentClass {

    private IncidentClass() {}

    /// The kinds whose traffic is of a class.
    public static Set<IncidentKind> kinds(TrafficClass its) {
        return switch (its) {
            case NORMAL -> Set.of();
            case SCAN -> Set.of(IncidentKind.HOST_SCAN, IncidentKind.EXTENSION_ENUMERATION);
            case SPIT -> Set.of(IncidentKind.SPIT);
            case DOS -> Arrays.stream(IncidentKind.values())
                    .filter(IncidentKind::isFlood)
                    .collect(Collectors.toUnmodifiableSet());
            case PASSWORD_CRACKING -> Set.of(IncidentKind.PASSWORD_GUESSING);
            case FIREWALL_TRAVERSAL -> Set.of(IncidentKind.FIREWALL_PINHOLE);
        };
    }

    /// Whether one of the classes is about a kind. Other traffic is believed to be what it
    /// resembles most, which may be normal.
    public static boolean isThere(IncidentKind kind) {
        return TrafficClass.all().stream().anyMatch(each -> kinds(each).contains(kind));
    }
}
