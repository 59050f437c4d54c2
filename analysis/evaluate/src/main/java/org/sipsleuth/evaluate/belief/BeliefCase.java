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

    private static final String NORMAL = "normal";

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
        all.addAll(fastScans()); // so that the cases before them kept their seeds
        all.addAll(busyNormal());
        all.addAll(floodsOfMany());
        all.addAll(slowAndShared());
        all.addAll(gatewaysAlone());
        return all;
    }

    /// A part for each case, so that no part has the settings of another one and each has some of
    /// every scenario that has as many cases.
    ///
    /// @param count how many parts
    /// @return 0 to count - 1, in the order of the cases
    static List<Integer> parts(int count) {
        Map<String, Integer> seen = new HashMap<>();
        return all().stream().map(each -> (seen.merge(each.scenario(), 1, Integer::sum) - 1) % count).toList();
    }

    /// Load tests from slow to fast through one gateway, which answers no call, and trunks and a
    /// call centre over TCP.
    private static List<BeliefCase> gatewaysAlone() {
        String tcp = "transport=tcp";
        return List.of(loadTest("crowd-calls=600", "crowd-seconds=120", "crowd-numbers=1"),
                loadTest("crowd-calls=2500", "crowd-seconds=60", "crowd-numbers=2"),
                loadTest("crowd-calls=1200", "crowd-seconds=150", "crowd-numbers=5", tcp),
                loadTest("crowd-calls=400", "crowd-seconds=20", "crowd-numbers=1", tcp),
                of("trunk over TCP", NORMAL, "users=40", "calls-per-hour=300", "hours=1", tcp),
                of("call centre over TCP", NORMAL, "users=8", "calls-per-hour=400", "hours=1", "rhythm=steady", tcp),
                of("trunk", NORMAL, "users=60", "calls-per-hour=600", "hours=1", "rhythm=steady"));
    }

    private static BeliefCase loadTest(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("users=10", "calls-per-hour=20", "minutes=5", "crowd-after=1", "crowd-outside=1",
                "crowd-lines=100000"));
        return of("load test " + String.join(" ", settings), "flash-crowd", all.toArray(String[]::new));
    }

    /// Normal traffic that resembles floods and SPIT: a busy gateway, a call centre, crowds that
    /// call one number, a load test through one gateway, and a quiet day.
    private static List<BeliefCase> busyNormal() {
        String crowd = "flash-crowd";
        return List.of(of("busy gateway", NORMAL, "users=200", "calls-per-hour=1500", "hours=2"),
                of("call centre", NORMAL, "users=12", "calls-per-hour=600", "hours=2", "rhythm=steady"),
                of("crowd", crowd, "minutes=8", "crowd-after=2"),
                of("load test", crowd, "users=10", "calls-per-hour=20", "minutes=5", "crowd-after=1",
                        "crowd-calls=3000", "crowd-seconds=100", "crowd-outside=1", "crowd-numbers=1",
                        "crowd-lines=100000"),
                of("slower load test", crowd, "users=10", "calls-per-hour=20", "minutes=8", "crowd-after=1",
                        "crowd-calls=1500", "crowd-seconds=300", "crowd-outside=1", "crowd-numbers=10",
                        "crowd-lines=100000"),
                of("quiet day", NORMAL, "users=15", "calls-per-hour=8", "hours=24"));
    }

    /// INVITE floods with forged and own addresses, and floods from so many addresses that each
    /// sends little.
    private static List<BeliefCase> floodsOfMany() {
        String one = "dos-targets=1";
        String many = "dos-sources=200";
        return List.of(flood("spoofing=both", "identities=legitimate"), flood("spoofing=both", "identities=invented"),
                flood("spoofing=none", "identities=legitimate"),
                flood("spoofing=uri", "identities=invented", "rate=VL"),
                attack("dos", 4, "dos-kind=register", "dos-messages=1500", many, one),
                attack("dos", 4, "dos-kind=options", "dos-messages=1500", many, one),
                attack("dos", 4, "dos-kind=options", "dos-messages=1500"),
                attack("dos", 4, "dos-kind=half-open", "dos-messages=200", many));
    }

    private static BeliefCase flood(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("episodes=5", "episode-seconds=12"));
        return of("invite-flood " + String.join(" ", settings), "invite-flood", all.toArray(String[]::new));
    }

    /// Attacks that take hours, and attacks that many hosts share.
    private static List<BeliefCase> slowAndShared() {
        return List.of(attack("scan", 150, "scan-extensions=150", "scan-per-second=0.02"),
                attack("scan", 10, "scan-extensions=900", "scan-sources=30"),
                attack("scan", 40, "scan-extensions=300", "scan-method=INVITE", "scan-per-second=0.15"),
                attack("spit", 120, "spit-calls=60", "spit-per-minute=0.5"),
                attack("spit", 25, "spit-calls=400", "spit-identities=100", "spit-sources=3"),
                attack("password-cracking", 90, "cracking-tries=250", "cracking-per-second=0.05"),
                attack("password-cracking", 8, "cracking-tries=1000", "cracking-sources=20", "cracking-accounts=4"));
    }

    private static List<BeliefCase> scans() {
        return List.of(attack("scan", 10, "scan-extensions=1200"),
                attack("scan", 10, "scan-extensions=1200", "scan-method=REGISTER"),
                attack("scan", 10, "scan-extensions=400", "scan-method=INVITE", "scan-per-second=5"),
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
        return List.of(fast(1200, "70"), fast(450, "70", register), fast(1500, "35", rising),
                fast(1500, "75", shuffled, "users=120"), fast(1500, "180", shuffled, "scan-user="),
                fast(1000, "100", rising, "users=6"), fast(500, "60", shuffled, register),
                fast(700, "10", shuffled, invite), fast(120, "1", rising, invite),
                fast(500, "30", shuffled, "scan-sources=20"), fast(700, "150", shuffled, "scan-sources=9"));
    }

    /// A scan alone: what is learned of normal traffic stays what it is without it.
    private static BeliefCase fast(int tries, String perSecond, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("scan-extensions=" + tries);
        all.add("scan-per-second=" + perSecond);
        return attack("scan", 5, 0, all);
    }

    private static List<BeliefCase> spit() {
        return List.of(attack("spit", 40, "spit-calls=650"), attack("spit", 40, "spit-calls=650", "spit-identities=50"),
                attack("spit", 15, "spit-calls=780", "spit-per-minute=60"),
                attack("spit", 75, "spit-calls=390", "spit-per-minute=6"));
    }

    private static List<BeliefCase> floods() {
        List<BeliefCase> floods = new ArrayList<>();
        for (String kind : List.of("register", "bye", "cancel")) {
            floods.add(attack("dos", 5, "dos-kind=" + kind, "dos-messages=2000"));
            floods.add(attack("dos", 6, "dos-kind=" + kind, "dos-messages=1500", "dos-per-second=40"));
        }
        for (String kind : List.of("malformed", "half-open")) { // answered again and again
            floods.add(attack("dos", 5, "dos-kind=" + kind, "dos-messages=300"));
            floods.add(attack("dos", 6, "dos-kind=" + kind, "dos-messages=300", "dos-per-second=40"));
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
        floods.add(attack("dos", 6, halfOpen, "dos-messages=300", "dos-per-second=10", "dos-sources=40", one));
        return floods;
    }

    private static List<BeliefCase> cracking() {
        return List.of(attack("password-cracking", 8, "cracking-tries=1500"),
                attack("password-cracking", 8, "cracking-tries=1500", "cracking-accounts=5"),
                attack("password-cracking", 15, "cracking-tries=300", "cracking-per-second=0.5"),
                attack("password-cracking", 6, "cracking-tries=2000", "cracking-sources=4", "cracking-per-second=50",
                        "cracking-found=yes"));
    }

    private static List<BeliefCase> traversal() {
        return List.of(attack("firewall-traversal", 10, "traversal-calls=600"),
                attack("firewall-traversal", 25, "traversal-calls=350", "traversal-per-second=0.3",
                        "traversal-open-seconds=60"),
                attack("firewall-traversal", 10, "traversal-calls=900", "traversal-per-second=10"));
    }

    private static BeliefCase attack(String scenario, int minutes, String... settings) {
        return attack(scenario, minutes, 60, List.of(settings));
    }

    /// @param calls normal calls in an hour beside the attack
    private static BeliefCase attack(String scenario, int minutes, int calls, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("minutes=" + minutes);
        all.add("attack-after=1");
        all.add("calls-per-hour=" + calls);
        return of(scenario + " " + String.join(" ", settings), scenario, all.toArray(String[]::new));
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
