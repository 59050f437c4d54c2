package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.Crowd;
import org.sipsleuth.lab.scenario.InvitePulses;
import org.sipsleuth.lab.scenario.InvitePulses.Pulse;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;

/// A flood that is hardly faster than a busy minute, and a threshold between the two.
final class FloodThreshold implements Recipe {

    private static final int PEOPLE = 12;
    private static final double SECONDS = 600;
    private static final double CALLS_PER_HOUR = 150;
    private static final int[] WINDOWS = {2, 3, 4, 5, 6, 7, 8, 9};
    private static final long NANOS = 1_000_000_000L;

    /// What a miss and a false alarm cost: dear misses ask for a low threshold, dear false alarms for
    /// a high one.
    private static final double[][] COSTS = {{9, 2}, {8, 3}, {1, 15}, {2, 21}};

    /// The windows of a capture, each with its INVITEs and whether the flood is in it.
    ///
    /// @param busiest the begin of the busiest window without flood, in ns since the epoch
    private record Windows(List<Double> attacks, List<Double> others, long busiest) {}

    @Override
    public Syllabus syllabus() {
        return new Syllabus("flood-threshold", 5, "A flood threshold and its cost",
                "A number of the office is flooded with INVITEs, in pulses. At another time many people call at once,"
                        + " and no harm is meant. Where do you draw the line, and what does it cost?",
                List.of("rate windows", "misses and false alarms", "the cost of a threshold"), 2, 30, "invite-flood",
                Syllabus.ALL, Syllabus.DETECTION,
                "Before: count INVITEs at the server in windows of a fixed length. After: compare the thresholds of the"
                        + " class; each has another window, and so another number. Ask what changes if a miss costs ten"
                        + " times as much. (Paper 2 learns what a fixed threshold cannot.)");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("flood");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        int victim = draws.below(PEOPLE);
        int crowded = (victim + 1 + draws.below(PEOPLE - 1)) % PEOPLE;
        int seconds = WINDOWS[draws.below(WINDOWS.length)];
        double scale = 0.8 + 0.4 * draws.unit();
        List<Pulse> pulses = List.of(pulse(30, 2.2 * scale, draws), pulse(60, 4 * scale, draws),
                pulse(42, 3 * scale, draws), pulse(66, 5.5 * scale, draws));
        LabOffice office = new LabOffice(place, SECONDS, CALLS_PER_HOUR)
                .with(200 + draws.unit() * 60, new InvitePulses(victim, pulses, 25))
                .with(60 + draws.unit() * 60, new Crowd(crowded, 26 + draws.below(6), 9));
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server", office,
                Map.of("start", place.start()));
        AttackFacts flood = traffic.attack(AttackKind.INVITE_FLOOD);
        Windows windows = windows(traffic, flood, seconds);
        String server = traffic.of(flood).getFirst().destination();
        askSource(draft, traffic, flood);
        askTarget(draft, traffic, flood, place.extension(crowded));
        askPeak(draft, windows, server, seconds);
        askThreshold(draft, windows, server, seconds, COSTS[draws.below(COSTS.length)]);
        askCount(draft, traffic, flood, server);
        askFilter(draft, traffic, flood, server);
        draft.discuss(Question.of("q7", QuestionKind.TEXT, "The crowd",
                "What distinguishes the crowd from the flood, other than the rate? Name two things in the messages.",
                15),
                "The crowd comes from the gateway, once and within seconds; the flood comes from one address outside"
                        + " in pulses, for another user.");
    }

    private static Pulse pulse(int invites, double perSecond, SeededRandom draws) {
        return new Pulse(invites + draws.below(invites / 6), perSecond);
    }

    /// Windows begin at full multiples of their length; those before the first and after the last
    /// message are none.
    private static Windows windows(Traffic traffic, AttackFacts flood, int seconds) {
        String server = traffic.of(flood).getFirst().destination();
        TreeMap<Long, Integer> counts = new TreeMap<>();
        Set<Long> attacked = new HashSet<>();
        long length = seconds * NANOS;
        long first = traffic.all().getFirst().nanos() / length;
        long last = traffic.all().getLast().nanos() / length;
        for (long window = first; window <= last; window++) {
            counts.put(window, 0);
        }
        for (Message message : traffic.all()) {
            if (message.isRequest("INVITE") && message.destination().equals(server)) {
                counts.merge(message.nanos() / length, 1, Integer::sum);
                if (message.attack().equals(flood.attack().id())) {
                    attacked.add(message.nanos() / length);
                }
            }
        }
        List<Double> attacks = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        counts.forEach((window, count) -> (attacked.contains(window) ? attacks : others).add((double) count));
        long busiest = counts.entrySet()
                .stream()
                .filter(each -> !attacked.contains(each.getKey()))
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return new Windows(attacks, others, busiest * length);
    }

    private static void askSource(LabDraft draft, Traffic traffic, AttackFacts flood) {
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Source", "Which address sends the flood?", 15)
                        .hinting(new Hint("It never has more than one course: INVITE, 486, ACK.", 2)),
                KeyEntry.of(new Truth.Exact(flood.actors()))
                        .because("It sends INVITE after INVITE for one user.")
                        .shownBy(Traffic.frames(traffic.of(flood), 4)));
    }

    private static void askTarget(LabDraft draft, Traffic traffic, AttackFacts flood, String crowded) {
        draft.ask(Question.of("q2", QuestionKind.VALUE, "Target", "Which extension is flooded?", 10),
                KeyEntry.of(new Truth.Exact(List.of(traffic.of(flood).getFirst().toUser())))
                        .because("All INVITEs of the flood are for it.")
                        .mistaking(crowded, "Many people call that one at once, and each acknowledges the busy tone:"
                                + " that is the crowd."));
    }

    private static String counted(String server, int seconds) {
        return ("INVITEs that reach %s, repetitions included, in windows of %d s that begin at full multiples of"
                + " %d s (UTC)").formatted(server, seconds, seconds);
    }

    private static void askPeak(LabDraft draft, Windows windows, String server, int seconds) {
        double peak = windows.others().stream().mapToDouble(value -> value).max().orElse(0);
        Instant begin = Instant.ofEpochSecond(windows.busiest() / NANOS);
        draft.ask(
                Question.of("q3", QuestionKind.TIME_RANGE, "Busiest window",
                        "Count %s. From when to when is the busiest window without any flood?"
                                .formatted(counted(server, seconds)),
                        20),
                KeyEntry.of(new Truth.Span(begin, begin.plusSeconds(seconds)))
                        .because("It is one of the crowd, and has %s INVITEs.".formatted(AnswerText.plain(peak))));
    }

    private static void askThreshold(LabDraft draft, Windows windows, String server, int seconds, double[] cost) {
        draft.ask(Question.of("q4", QuestionKind.THRESHOLD, "Threshold",
                ("A window raises an alarm if it has at least as many %s as your threshold. A window of the flood"
                        + " without alarm costs %.0f, one without flood and with alarm costs %.0f. Which"
                        + " threshold costs least?").formatted(counted(server, seconds), cost[0], cost[1]),
                20).in("INVITEs").hinting(new Hint("List the counts of both kinds of windows in order.", 4)),
                KeyEntry.of(new Truth.Costs(windows.attacks(), windows.others(), cost[0], cost[1]))
                        .because("%d windows have the flood in them, %d do not.".formatted(windows.attacks().size(),
                                windows.others().size())));
    }

    private static void askCount(LabDraft draft, Traffic traffic, AttackFacts flood, String server) {
        List<Message> invites = received(traffic, flood, server);
        long all = traffic.of(flood).stream().filter(each -> each.isRequest("INVITE")).count();
        draft.ask(
                Question.of("q5", QuestionKind.VALUE, "INVITEs",
                        "How many INVITEs of the flood reach %s?".formatted(server), 20).in("INVITEs"),
                KeyEntry.of(new Truth.Near(invites.size(), 0))
                        .because("In four pulses.")
                        .shownBy(Traffic.frames(invites, 4))
                        .mistaking(Long.toString(all),
                                "Too many: the server sends each on to the phone, and that is captured, too."));
    }

    private static List<Message> received(Traffic traffic, AttackFacts flood, String server) {
        return traffic.of(flood)
                .stream()
                .filter(each -> each.isRequest("INVITE") && each.destination().equals(server))
                .toList();
    }

    private static void askFilter(LabDraft draft, Traffic traffic, AttackFacts flood, String server) {
        List<Message> invites = received(traffic, flood, server);
        String source = flood.actors().getFirst();
        draft.ask(
                Question.of("q6", QuestionKind.FILTER, "A filter",
                        "Write a filter that selects the INVITEs of the flood as the server receives them, and no other"
                                + " message.",
                        10),
                KeyEntry.of(
                        Traffic.selected(invites, "sip.Method == \"INVITE\" && ip.src == " + source, Optional.empty()))
                        .shownBy(Traffic.frames(invites, 4)));
    }
}
