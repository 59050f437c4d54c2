package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A kind of traffic that tables are learned from and tried on; with other seeds.
///
/// @param name what it is
/// @param scenario the simulated scenario
/// @param settings the scenario's, where they differ from the usual ones
record BeliefCase(String name, String scenario, Map<String, String> settings) {

    BeliefCase {
        settings = Map.copyOf(settings);
    }

    /// All of them. `analysis/train-shipped` plays the same ones for the model that ships.
    static List<BeliefCase> all() {
        List<BeliefCase> all = new ArrayList<>();
        all.add(of("office day", "normal", "hours=4"));
        all.add(of("busy office", "normal", "users=30", "calls-per-hour=240", "hours=3"));
        all.add(of("office over TCP", "normal", "transport=tcp", "hours=4"));
        all.add(of("phones", "social", "calls=1500", "members=100", "injections=no"));
        all.addAll(scans());
        all.addAll(spit());
        all.addAll(floods());
        all.addAll(cracking());
        all.addAll(traversal());
        all.addAll(fastScans()); // last, so that the cases before them kept their seeds
        return all;
    }

    private static List<BeliefCase> scans() {
        return List.of(
                attack("scan", 10, "scan-extensions=1200"),
                attack("scan", 10, "scan-extensions=1200", "scan-method=REGISTER"),
                attack(
                        "scan",
                        10,
                        "scan-extensions=400",
                        "scan-method=INVITE",
                        "scan-per-second=5"),
                attack("scan", 25, "scan-extensions=600", "scan-per-second=0.5"));
    }

    /// Scans as fast as floods: of extensions, and sweeps over addresses of which few answer, as
    /// fast as svmap and sippts make them and slower, in order and shuffled, of networks with few
    /// phones and with many, from one host and several.
    private static List<BeliefCase> fastScans() {
        String rising = "scan-what=addresses";
        String shuffled = "scan-what=shuffled-addresses";
        String register = "scan-method=REGISTER";
        String invite = "scan-method=INVITE";
        return List.of(
                fast(1200, "70"),
                fast(450, "70", register),
                fast(1500, "35", rising),
                fast(1500, "75", shuffled, "users=120"),
                fast(1500, "180", shuffled, "scan-user="),
                fast(1000, "100", rising, "users=6"),
                fast(500, "60", shuffled, register),
                fast(700, "10", shuffled, invite),
                fast(120, "1", rising, invite),
                fast(500, "30", shuffled, "scan-sources=20"),
                fast(700, "150", shuffled, "scan-sources=9"));
    }

    /// A scan alone: what is learned of normal traffic stays what it is without it.
    private static BeliefCase fast(int tries, String perSecond, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("scan-extensions=" + tries);
        all.add("scan-per-second=" + perSecond);
        return attack("scan", 5, 0, all);
    }

    private static List<BeliefCase> spit() {
        return List.of(
                attack("spit", 40, "spit-calls=650"),
                attack("spit", 40, "spit-calls=650", "spit-identities=50"),
                attack("spit", 15, "spit-calls=780", "spit-per-minute=60"),
                attack("spit", 75, "spit-calls=390", "spit-per-minute=6"));
    }

    private static List<BeliefCase> floods() {
        List<BeliefCase> floods = new ArrayList<>();
        for (String kind : List.of("register", "bye", "cancel")) {
            floods.add(attack("dos", 5, "dos-kind=" + kind, "dos-messages=2000"));
            floods.add(
                    attack("dos", 6, "dos-kind=" + kind, "dos-messages=1500", "dos-per-second=40"));
        }
        for (String kind : List.of("malformed", "half-open")) { // answered again and again
            floods.add(attack("dos", 5, "dos-kind=" + kind, "dos-messages=300"));
            floods.add(
                    attack("dos", 6, "dos-kind=" + kind, "dos-messages=300", "dos-per-second=40"));
        }
        floods.addAll(floodsOfOne());
        return floods;
    }

    /// Floods that aim at one victim; the last comes from many addresses.
    private static List<BeliefCase> floodsOfOne() {
        List<BeliefCase> floods = new ArrayList<>();
        String one = "dos-targets=1";
        for (String kind : List.of("register", "bye", "cancel", "options")) {
            floods.add(attack("dos", 5, "dos-kind=" + kind, "dos-messages=2000", one));
        }
        String halfOpen = "dos-kind=half-open";
        floods.add(attack("dos", 5, halfOpen, "dos-messages=300", one));
        floods.add(
                attack(
                        "dos",
                        6,
                        halfOpen,
                        "dos-messages=300",
                        "dos-per-second=10",
                        "dos-sources=40",
                        one));
        return floods;
    }

    private static List<BeliefCase> cracking() {
        return List.of(
                attack("password-cracking", 8, "cracking-tries=1500"),
                attack("password-cracking", 8, "cracking-tries=1500", "cracking-accounts=5"),
                attack("password-cracking", 15, "cracking-tries=300", "cracking-per-second=0.5"),
                attack(
                        "password-cracking",
                        6,
                        "cracking-tries=2000",
                        "cracking-sources=4",
                        "cracking-per-second=50",
                        "cracking-found=yes"));
    }

    private static List<BeliefCase> traversal() {
        return List.of(
                attack("firewall-traversal", 10, "traversal-calls=600"),
                attack(
                        "firewall-traversal",
                        25,
                        "traversal-calls=350",
                        "traversal-per-second=0.3",
                        "traversal-open-seconds=60"),
                attack("firewall-traversal", 10, "traversal-calls=900", "traversal-per-second=10"));
    }

    private static BeliefCase attack(String scenario, int minutes, String... settings) {
        return attack(scenario, minutes, 60, List.of(settings));
    }

    /// @param calls normal calls in an hour beside the attack
    private static BeliefCase attack(
            String scenario, int minutes, int calls, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("minutes=" + minutes);
        all.add("attack-after=1");
        all.add("calls-per-hour=" + calls);
        return of(
                scenario + " " + String.join(" ", settings), scenario, all.toArray(String[]::new));
    }

    private static BeliefCase of(String name, String scenario, String... settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new BeliefCase(name, scenario, values);
    }
}
