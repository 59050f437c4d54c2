package org.sipsleuth.evaluate.flood;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sipsleuth.simulate.scenario.flood.FloodBehaviour;
import org.sipsleuth.simulate.scenario.flood.FloodRate;

/// What kind of floods is simulated, by settings of `invite-flood`.
///
/// @param name in tables
/// @param isInvented whether sources and names of floods are invented, or those of real users
/// @param goesOn whether normal calls go on during floods; if not, floods are alone
/// @param settings what else is set
record FloodTraffic(String name, boolean isInvented, boolean goesOn, Map<String, String> settings) {

    /// Normal calls in a second.
    static final double NORMAL = 10;

    /// The paper's: invented identities, floods and normal calls in blocks.
    static final FloodTraffic PAPER = new FloodTraffic("invented identities, blocks", true, false, mixed());

    /// Where identities carry no information and normal calls go on.
    static final FloodTraffic LEGITIMATE =
            new FloodTraffic("legitimate identities, normal calls go on", false, true, mixed());

    /// Takes a copy.
    FloodTraffic {
        settings = Map.copyOf(settings);
    }

    private static Map<String, String> mixed() {
        return Map.of("episodes", "10", "episode-seconds", "20", "normal-before", "1200");
    }

    /// Floods of one rate and behaviour, each after as long without.
    FloodTraffic of(FloodRate rate, FloodBehaviour behaviour) {
        boolean isFast = rate.perSecond() >= FloodRate.VERY_HIGH.perSecond();
        Map<String, String> one = new LinkedHashMap<>();
        one.put("rate", rate.text());
        one.put("behaviour", behaviour.text());
        one.put("pattern", "b");
        one.put("episodes", "6");
        one.put("episode-seconds", isFast ? "8" : "20");
        one.put("normal-before", "300");
        return new FloodTraffic(rate.text() + ", " + behaviour.text(), isInvented, goesOn, one);
    }

    /// Like those of the paper's figures per rate, in a world.
    FloodTraffic of(FloodRate rate, World world) {
        FloodTraffic one = of(rate, FloodBehaviour.VERY_HIGH);
        Map<String, String> more = new LinkedHashMap<>(one.settings);
        more.put("normal-before", "120");
        more.put("episodes", "4");
        return new FloodTraffic(world.text + ", " + rate.text(), isInvented, goesOn, more).in(world);
    }

    /// The same in another world.
    FloodTraffic in(World world) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.putAll(world.settings);
        return new FloodTraffic(name, isInvented, goesOn, more);
    }

    /// A week of a small place without floods: 180 calls an hour.
    static FloodTraffic week(World world) {
        Map<String, String> week = new LinkedHashMap<>();
        week.put("pattern", "a");
        week.put("episodes", "7");
        week.put("episode-seconds", "86400");
        week.put("normal-per-second", "0.05");
        return new FloodTraffic("week, " + world.text, false, true, week).in(world);
    }

    /// What normal calls are like.
    enum World {
        /// The paper's: sixty callers, answered at once.
        CLOSED("closed world", Map.of()),
        /// New callers, long ringing, calls that nobody answers, phones that are off, NAT.
        OPEN("open world", open()),
        /// The same, and the service answers nothing while it is flooded.
        DEAD("open world, dead server", dead());

        private final String text;

        @SuppressWarnings("ImmutableEnumChecker") // Map.copyOf cannot be changed
        private final Map<String, String> settings;

        World(String text, Map<String, String> settings) {
            this.text = text;
            this.settings = Map.copyOf(settings);
        }

        /// Its name in tables.
        String text() {
            return text;
        }

        private static Map<String, String> open() {
            return Map.of("first-time", "0.35", "ring-seconds", "4", "unanswered", "0.1", "phone-off", "0.1",
                    "call-again", "0.5", "nat", "0.3");
        }

        private static Map<String, String> dead() {
            Map<String, String> dead = new LinkedHashMap<>(open());
            dead.put("service-fails", "yes");
            return dead;
        }
    }

    /// The same in captures ten times as long.
    FloodTraffic longer(boolean isLonger) {
        if (!isLonger) {
            return this;
        }
        Map<String, String> other = new LinkedHashMap<>(settings);
        other.put("episodes", "100");
        other.put("normal-before", "12000");
        return new FloodTraffic(name, isInvented, goesOn, other);
    }

    /// The same with other addresses.
    FloodTraffic dataset(int number) {
        Map<String, String> other = new LinkedHashMap<>(settings);
        other.put("dataset", Integer.toString(number));
        return new FloodTraffic(name + ", dataset " + number, isInvented, goesOn, other);
    }

    /// All settings that are not the scenario's own defaults.
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("identities", isInvented ? "invented" : "legitimate");
        all.put("normal-during-flood", goesOn ? "yes" : "no");
        all.putIfAbsent("normal-per-second", Double.toString(NORMAL));
        return all;
    }
}
