package org.sipsleuth.belief.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.run.RunMonitor;

/// Messages of the same time may come in any order: no value depends on it.
final class OrderOfEqualTimesTest {

    private static final List<PeriodSettings> SETTINGS =
            List.of(new PeriodSettings.Whole(), new PeriodSettings.ByCount(3),
                    new PeriodSettings.ByTime(Duration.ofSeconds(2)), new PeriodSettings.ByCountOrTime(
                            new PeriodSettings.ByCount(5), new PeriodSettings.ByTime(Duration.ofSeconds(3))));

    @TempDir Path folder;

    private static final String[] WORDS = {
        "INVITE",
        "ACK",
        "BYE",
        "CANCEL",
        "REGISTER",
        "OPTIONS",
        "100",
        "180",
        "200",
        "404",
        "487",
        "503",
        "603",
        "200:BYE",
        "401:REGISTER"};

    @Property(tries = 150)
    void valuesDoNotDependOnIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int steps) throws IOException {
        Random random = new Random(seed);
        BeliefCapture capture = new BeliefCapture();
        List<Integer> times = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            for (int i = random.nextInt(8); i > 0; i--) {
                capture.source("203.0.113." + random.nextInt(2));
                capture.callId(random.nextInt(3) + "@x").cseq(1 + random.nextInt(2));
                capture.uri("sip:%d@x".formatted(random.nextInt(4)));
                capture.more(random.nextInt(6) == 0 ? "no colon\r\n" : "");
                capture.vias(vias(random));
                capture.talk(WORDS[random.nextInt(WORDS.length)]);
                times.add(step);
            }
            capture.after(1);
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, capture.size()).boxed().toList());
        Collections.shuffle(order, random);
        order.sort(Comparator.comparingInt(times::get)); // stable
        Path created = Files.createTempDirectory("belief");
        for (PeriodSettings settings : SETTINGS) {
            assertEquals(observations(capture, created, null, settings),
                    observations(capture, created, order, settings));
        }
        try (Stream<Path> files = Files.list(created)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(created);
    }

    /// Two forked or forged INVITEs of one dialog cross one hop at the same time; the proxy's ACK
    /// can be for either.
    @Test
    void theSourceOfAProxysAckDoesNotDependOnIt() {
        BeliefCapture capture = new BeliefCapture().source("192.0.2.7");
        String proxy = "SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKb";
        for (int phone = 1; phone < 3; phone++) {
            capture.vias(proxy, "SIP/2.0/UDP 203.0.113.%d;branch=z9hG4bKa".formatted(phone));
            capture.talk("INVITE");
        }
        capture.after(1).vias(proxy).talk("ACK");
        PeriodSettings whole = new PeriodSettings.Whole();
        assertEquals(observations(capture, folder, List.of(0, 1, 2), whole),
                observations(capture, folder, List.of(1, 0, 2), whole));
    }

    /// Those of a request that came through a proxy, or none in particular.
    private static String[] vias(Random random) {
        String phone = "SIP/2.0/UDP 203.0.113.%d;branch=z9hG4bKa".formatted(random.nextInt(3));
        String proxy = "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKb";
        return switch (random.nextInt(4)) {
            case 0 -> new String[]{proxy, phone};
            case 1 -> new String[]{proxy, proxy, phone};
            case 2 -> new String[]{phone};
            default -> new String[0];
        };
    }

    /// The paper's variables: which response answers which of several like requests of one time is
    /// for the transactions, and the further variables rest on them.
    private static Observation ofPaper(Observation its) {
        Observation observation = Observation.NOTHING.withMessages(its.messages());
        for (Variable each : Variable.ofPaper()) {
            observation = each.isDistribution() ? observation.with(each, its.counts(each))
                    : observation.with(each, its.value(each));
        }
        return observation;
    }

    private static Map<String, List<Observation>> observations(BeliefCapture capture, Path folder,
            @org.jspecify.annotations.Nullable List<Integer> order, PeriodSettings settings) {
        TrafficEvents events = TrafficEvents.of(order == null ? capture.read(folder) : capture.read(folder, order),
                SourceRule.ADDRESS, RunMonitor.NONE);
        Map<String, List<Observation>> observations = new TreeMap<>();
        for (Period period : Periods.bySource(events, settings, DecayRates.PAPER, RunMonitor.NONE).all()) {
            observations.computeIfAbsent(events.sourceName(period.group()), _ -> new ArrayList<>())
                    .add(ofPaper(period.observation()));
        }
        return observations;
    }
}
