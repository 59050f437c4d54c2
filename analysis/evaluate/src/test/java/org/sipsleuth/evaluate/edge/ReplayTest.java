package org.sipsleuth.evaluate.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Retry;
import org.sipsleuth.edge.replay.StackSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.edge.traffic.MessageFacts;
import org.sipsleuth.run.RunMonitor;

/// Replays of simulated attacks.
class ReplayTest {

    private static final long SEED = 4;

    private static ReplayResult replay(ReplayInput input, EdgeSettings settings) {
        return Replay.of(input, settings, RunMonitor.NONE);
    }

    private static void flood(String spoofing, Map<String, String> more, EdgeCaptures.Work<Void> work)
            throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("rate", "VH");
        settings.put("behaviour", "very-high");
        settings.put("episodes", "2");
        settings.put("spoofing", spoofing);
        EdgeCaptures.with("invite-flood", settings, SEED, RunMonitor.NONE, work);
    }

    /// Any protections in any order, any stack, any clients.
    private static EdgeSettings any(Random random) {
        List<Protection> protections = new ArrayList<>(Arrays.asList(Protection.values()));
        Collections.shuffle(protections, random);
        StackSettings stack = new StackSettings(1 + random.nextInt(8), 1 + random.nextInt(300), random.nextInt(600),
                random.nextBoolean(), 0.5 + random.nextDouble(), random.nextDouble(), random.nextLong());
        Retry[] retries = Retry.values();
        return EdgeSettings.USUAL.with(protections.subList(0, random.nextInt(protections.size() + 1)))
                .with(stack)
                .with(retries[random.nextInt(retries.length)])
                .withFeedback(random.nextBoolean());
    }

    /// Some malformed, some with signatures, some anomalous.
    private static ReplayInput withFacts(ReplayInput input, Random random) {
        return input.with(
                new MessageFacts(some(input, random), some(input, random), some(input, random), some(input, random)));
    }

    private static BitSet some(ReplayInput input, Random random) {
        return MessageFacts.ingress(input.traffic(), _ -> random.nextInt(50) == 0);
    }

    private static void conserves(ReplayInput input, int runs) {
        Random random = new Random(SEED);
        ReplayInput marked = withFacts(input, random);
        for (int run = 0; run < runs; run++) {
            EdgeSettings settings = any(random);
            ReplayResult result = replay(marked, settings);
            for (MessageClass its : MessageClass.values()) {
                int expected = 0;
                int ingress = 0;
                for (int message = 0; message < input.traffic().size(); message++) {
                    boolean isIts = input.classOf(message) == its;
                    expected += isIts ? 1 : 0;
                    ingress += isIts && input.traffic().direction(message) == Direction.INGRESS ? 1 : 0;
                }
                int sum = 0;
                int drops = 0;
                for (MessageOutcome outcome : MessageOutcome.values()) {
                    sum += result.count(its, outcome);
                }
                for (Ruling why : Ruling.values()) {
                    drops += why.isDrop() ? result.dropped(its, why) : 0;
                }
                assertEquals(expected, sum, settings.toString());
                assertEquals(ingress, result.ingress(its), settings.toString());
                assertEquals(drops, result.count(its, MessageOutcome.DROPPED), settings.toString());
                int overTime = IntStream.range(0, result.timeline().size())
                        .map(interval -> result.timeline().dropped(interval, its))
                        .sum();
                assertEquals(drops, overTime, "over time, " + settings);
            }
        }
    }

    @Test
    void everyMessageHasOneOutcomeWhateverTheSettings() throws IOException {
        EdgeCaptures.with("mutations", Map.of(), SEED, RunMonitor.NONE, input -> {
            conserves(input, 60);
            return 0;
        });
        EdgeCaptures.with("normal", Map.of("attacks", "scan,spit,password-cracking"), SEED, RunMonitor.NONE, input -> {
            conserves(input, 60);
            return 0;
        });
    }

    @Test
    void theSameSettingsGiveTheSameOutcomes() throws IOException {
        flood("none", Map.of("episode-seconds", "5"), input -> {
            Random random = new Random(SEED);
            for (int run = 0; run < 5; run++) {
                EdgeSettings settings = any(random);
                ReplayResult first = replay(input, settings);
                ReplayResult second = replay(input, settings);
                for (int message = 0; message < input.traffic().size(); message++) {
                    assertEquals(first.outcome(message), second.outcome(message));
                    assertEquals(first.ruling(message), second.ruling(message));
                }
                assertEquals(first.work(), second.work());
            }
            return null;
        });
    }

    /// The figure of METHODS: a flood that kills half of the calls, and hardly any behind session
    /// queues.
    @Test
    void sessionQueuesSaveTheCallsThatAFloodKills() throws IOException {
        for (String spoofing : List.of("none", "address", "both")) {
            flood(spoofing, Map.of(), input -> {
                EdgeSettings none = EdgeSettings.USUAL.with(List.of()).with(StackSettings.USUAL.withRate(40));
                double without = replay(input, none).calls(MessageClass.LEGITIMATE).share();
                double with = replay(input, none.with(Protection.QUEUES, true)).calls(MessageClass.LEGITIMATE).share();
                assertTrue(without <= 0.5, spoofing + ": without " + without);
                assertTrue(with >= 0.95, spoofing + ": with " + with);
                return null;
            });
        }
    }

    @Test
    void anUnprotectedStackWithRoomEnoughChangesNothing() throws IOException {
        EdgeCaptures.with("normal", Map.of(), SEED, RunMonitor.NONE, input -> {
            ReplayResult result =
                    replay(input, EdgeSettings.USUAL.with(List.of()).with(StackSettings.USUAL.withRate(10_000)));
            assertEquals(1, result.calls(MessageClass.LEGITIMATE).share());
            assertTrue(result.calls(MessageClass.LEGITIMATE).captured() > 20);
            assertEquals(0, result.count(MessageClass.LEGITIMATE, MessageOutcome.DROPPED));
            assertEquals(0, result.count(MessageClass.LEGITIMATE, MessageOutcome.DELAYED));
            return 0;
        });
    }

    /// Who is not let in is not answered, and nothing of its dialogs follows.
    @Test
    void theRestOfADiscardedDialogIsVoid() throws IOException {
        EdgeCaptures.with("scan", Map.of("scan-method", "INVITE"), SEED, RunMonitor.NONE, input -> {
            ReplayResult result =
                    replay(input, EdgeSettings.USUAL.with(List.of(Protection.ACCESS_LIST)).with(Retry.NONE));
            assertEquals(0, result.answered(MessageClass.ATTACK).replayed());
            assertTrue(result.answered(MessageClass.ATTACK).captured() > 100);
            for (int message = 0; message < input.traffic().size(); message++) {
                if (input.attack().get(message) && input.traffic().direction(message) == Direction.EGRESS) {
                    assertEquals(MessageOutcome.VOID, result.outcome(message));
                }
            }
            ReplayResult persistent = replay(input, result.settings().with(Retry.PERSISTENT));
            assertEquals(0, persistent.count(MessageClass.ATTACK, MessageOutcome.VOID));
            assertTrue(persistent.count(MessageClass.ATTACK, MessageOutcome.UNKNOWN) > 100);
            return 0;
        });
    }

    @Test
    void legsThatAServerMakesForARefusedCallAreVoid() throws IOException {
        Map<String, String> calls = Map.of("shared", "none", "legs", "2", "media", "own", "calls", "60");
        EdgeCaptures.with("handover", calls, SEED, RunMonitor.NONE, input -> {
            StackSettings narrow = new StackSettings(1, 0.5, 1, false, 1, 0, 1);
            EdgeSettings none = EdgeSettings.USUAL.with(List.of()).with(Retry.NONE);
            ReplayResult crowded = replay(input, none.with(narrow));
            ReplayResult idle = replay(input, none.with(StackSettings.USUAL.withRate(500)));
            BorderTraffic traffic = input.traffic();
            SipIndex index = traffic.index();
            int refused = 0;
            for (int leg = 0; leg < index.dialogs().size(); leg++) {
                int made = index.dialogs().firstMessage(leg);
                int origin = traffic.session(made);
                if (origin == leg) {
                    continue;
                }
                int invite = index.dialogs().firstMessage(origin);
                assertNotEquals(MessageOutcome.VOID, idle.outcome(made));
                if (crowded.outcome(invite) == MessageOutcome.DROPPED) {
                    refused++;
                    assertEquals(MessageOutcome.VOID, crowded.outcome(made));
                }
            }
            assertTrue(refused > 5, refused + " calls were refused");
            return null;
        });
    }
}
