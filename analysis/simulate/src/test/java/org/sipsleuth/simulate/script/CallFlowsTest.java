package org.sipsleuth.simulate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.simulate.clock.SeededRandom;

class CallFlowsTest {

    private static final int DRAWS = 300;
    private static final CallFlows FLOWS = new CallFlows(new SeededRandom(7));

    static Stream<CallFlows.Flow> flows() {
        return FLOWS.flows().stream();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyResponseFollowsItsRequestAndNoRequestHasTwoFinalOnes(CallFlows.Flow flow) {
        for (int i = 0; i < DRAWS; i++) {
            Script script = FLOWS.script(flow);
            Set<String> asked = new HashSet<>();
            Set<String> answered = new HashSet<>();
            for (Step step : script.steps()) {
                String transaction = step.method() + step.transaction();
                if (step.status() == 0) {
                    assertTrue(step.method().equals("ACK") || asked.add(transaction), script::sequence);
                } else {
                    assertTrue(asked.contains(transaction), script::sequence);
                    assertTrue(step.status() < 200 || answered.add(transaction), script::sequence);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyInviteThatWasAnsweredIsAcknowledged(CallFlows.Flow flow) {
        for (int i = 0; i < DRAWS; i++) {
            Script script = FLOWS.script(flow);
            List<String> invites = new ArrayList<>();
            List<String> acknowledged = new ArrayList<>();
            for (Step step : script.steps()) {
                if (step.method().equals("INVITE") && step.status() >= 200) {
                    invites.add("" + step.transaction());
                } else if (step.method().equals("ACK")) {
                    acknowledged.add("" + step.transaction());
                }
            }
            assertEquals(invites, acknowledged, script::sequence);
        }
    }

    @Test
    void allMethodsOfTheRegistryAreThere() {
        Set<String> methods = new TreeSet<>();
        IntStream.range(0, 20_000)
                .mapToObj(_ -> FLOWS.next())
                .flatMap(script -> script.steps().stream())
                .forEach(step -> methods.add(step.method()));
        assertEquals(new TreeSet<>(Set.of("INVITE", "ACK", "BYE", "CANCEL", "REGISTER", "OPTIONS", "PRACK", "SUBSCRIBE",
                "NOTIFY", "PUBLISH", "INFO", "REFER", "MESSAGE", "UPDATE")), methods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE (200", "INVITE 200)", "INVITE ?", "$nobody", "INVITE | | *"})
    void whatIsNoPatternIsRefused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> FlowPattern.parse(pattern, Map.of()));
    }
}
