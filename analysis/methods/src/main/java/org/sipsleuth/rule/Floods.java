package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.HopTransaction;

/// Floods: many requests of one method to one host that come to nothing ([DeadTransactions]), from
/// one source or, where addresses are many or forged, from any.
final class Floods implements SessionRule {

    static final Setting TRIES = Setting.whole("flood-tries", 3, "requests", 1, 1_000_000,
            "INVITEs, REGISTERs or OPTIONS for each user above which they are a flood and not an enumeration");
    static final Setting REGISTER_TRIES = Setting.whole("flood-register-tries", 7, "requests", 1, 1_000_000,
            "the same for REGISTERs of several users, below 600 a minute");

    private static final Setting INVITES = perMinute("flood-invites", 24, "INVITEs that never become a call");
    private static final Setting REGISTERS = perMinute("flood-registers", 59, "REGISTERs without credentials");
    private static final Setting OPTIONS = perMinute("flood-options", 59, "OPTIONS outside dialogs");
    private static final Setting BYES = perMinute("flood-byes", 24, "BYEs or CANCELs for calls that do not exist");
    private static final Setting OTHERS = perMinute("flood-others", 59, "requests of other methods without success");
    private static final Setting FAULTS = Setting.whole("flood-faults", 3, "requests", 0, 1_000_000,
            "legitimate requests answered with 5xx meanwhile above which the flood succeeded");

    private static Setting perMinute(String name, int most, String what) {
        return Setting.whole(name, most, "in a minute", 1, 1_000_000, what + " above which they are a flood");
    }

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.INVITE_FLOOD, IncidentKind.REGISTER_FLOOD, IncidentKind.OPTIONS_FLOOD,
                IncidentKind.OTHER_FLOOD);
    }

    @Override
    public List<Setting> settings() {
        return List.of(INVITES, REGISTERS, OPTIONS, BYES, OTHERS, TRIES, REGISTER_TRIES, FAULTS);
    }

    /// The most requests of a method in a minute that are not yet a flood.
    static int most(String method, Settings settings) {
        Setting limit = switch (method) {
            case "INVITE" -> INVITES;
            case "REGISTER" -> REGISTERS;
            case "OPTIONS" -> OPTIONS;
            case "BYE", "CANCEL" -> BYES;
            default -> OTHERS;
        };
        return settings.count(limit.name());
    }

    /// So many legitimate requests answered with 5xx are still a few.
    static int mostFaults(Settings settings) {
        return settings.count(FAULTS.name());
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        Groups toTarget =
                Groups.by(HopTransaction::destination, traffic.table().hostCount(), traffic.table().origins());
        Map<Integer, List<Flood>> byTarget = new TreeMap<>();
        for (Flood flood : new FloodSearch(traffic, toTarget).floods()) {
            byTarget.computeIfAbsent(flood.target(), _ -> new ArrayList<>()).add(flood);
        }
        int mostFaults = mostFaults(traffic.settings());
        List<Finding> findings = new ArrayList<>();
        byTarget.forEach((target, floods) -> {
            traffic.monitor().throwIfCancelled();
            FloodedTarget flooded = new FloodedTarget(floods, toTarget.of(target), traffic, mostFaults);
            floods.stream()
                    .map(each -> new FloodText(traffic, each, flooded.during(each)))
                    .map(FloodText::finding)
                    .forEach(findings::add);
        });
        return findings;
    }
}
