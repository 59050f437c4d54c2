package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.sipsleuth.simulate.agent.Stage.Passed;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.SignalWriter;
import org.sipsleuth.simulate.network.Path;
import org.sipsleuth.sip.SipMessage;

/// What holds whatever users do, and whatever becomes of messages on their way.
class TownTest {

    private static final int THINGS = 40;

    @Property(tries = 60)
    void everythingEndsAndNothingIsLeft(@ForAll long seed, @ForAll @DoubleRange(max = 0.3) double loss,
            @ForAll @DoubleRange(max = 400) double jitter, @ForAll @IntRange(min = 1, max = 3) int copies) {
        Town town = new Town(seed, Path.ofMillis(20, jitter, loss), false, copies).live(THINGS);
        assertNothingIsLeft(town);
    }

    @Property(tries = 20)
    void everythingEndsOverTcpAsWell(@ForAll long seed) {
        Town town = new Town(seed, Path.ofMillis(20, 0, 0), true, 1).live(THINGS);
        assertNothingIsLeft(town);
        Set<Signal> seen = new HashSet<>();
        for (Passed passed : town.stage.passed()) {
            boolean first = seen.add(passed.signal());
            boolean success = passed.signal().status / 100 == 2 || passed.type().equals("ACK");
            assertTrue(first || success, "sent twice over TCP: " + passed.type());
        }
    }

    private static void assertNothingIsLeft(Town town) {
        assertEquals(0, town.open(), "transactions, calls and the like");
        assertEquals(0, town.stage.scene().timers().running(), "timers");
        assertEquals(town.calls, town.ends.size(), "calls whose end was reported");
        assertTrue(town.stage.played().stream().allMatch(played -> played.endNanos() > 0));
    }

    /// Nothing is lost, and nothing takes so long that it must be sent again; but messages
    /// overtake one another.
    @Property(tries = 40)
    void everyTransactionEndsAsItShould(@ForAll long seed, @ForAll @DoubleRange(max = 20) double jitter) {
        Town town = new Town(seed, Path.ofMillis(5, jitter, 0), false, 1).live(THINGS);
        List<String> missing = new ArrayList<>();
        Set<String> finals = new HashSet<>();
        Set<String> acks = new HashSet<>();
        Set<String> acknowledged = new HashSet<>();
        for (Passed passed : town.stage.passed()) {
            Signal signal = passed.signal();
            String branch = signal.via().branch();
            if (signal.status >= 200) {
                finals.add(branch + signal.method);
            } else if (passed.type().equals("ACK")) {
                acks.add(branch);
                acknowledged.add(signal.callId + signal.cseq + signal.to.tag());
            }
        }
        for (Passed passed : town.stage.passed()) {
            Signal signal = passed.signal();
            String branch = signal.via().branch();
            boolean invite = signal.method.equals("INVITE");
            if (signal.isRequest() && !signal.method.equals("ACK") && !finals.contains(branch + signal.method)) {
                missing.add("final response to " + signal.method);
            }
            if (invite && signal.status >= 300 && !acks.contains(branch)) {
                missing.add("ACK to " + signal.status);
            }
            if (invite && signal.status / 100 == 2
                    && !acknowledged.contains(signal.callId + signal.cseq + signal.to.tag())) {
                missing.add("ACK to 2xx");
            }
        }
        assertEquals(List.of(), missing);
    }

    @Property(tries = 10)
    void sameSeedGivesTheSameMessages(@ForAll long seed) {
        Path path = Path.ofMillis(20, 50, 0.1);
        List<String> first = new Town(seed, path, false, 1).live(THINGS).stage.transcript();
        assertEquals(first, new Town(seed, path, false, 1).live(THINGS).stage.transcript());
        assertNotEquals(first, new Town(seed + 1, path, false, 1).live(THINGS).stage.transcript());
    }

    @Property(tries = 20)
    void noMessageHasADefect(@ForAll long seed, @ForAll boolean reliable) {
        SignalWriter writer = new SignalWriter();
        Town town = new Town(seed, Path.ofMillis(20, 50, 0.05), reliable, 1).live(THINGS);
        for (Passed passed : town.stage.passed()) {
            SipMessage message = SipMessage.of(writer.toBytes(passed.signal()));
            assertEquals(List.of(), message.defects(), message::toString);
        }
    }
}
