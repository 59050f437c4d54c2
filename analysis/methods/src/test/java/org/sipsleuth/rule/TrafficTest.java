package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.Scene;

class TrafficTest {

    private static Traffic withCalls(int calls) {
        Scene scene = new Scene();
        for (int i = 0; i < calls; i++) {
            scene.user("" + i).callId("c" + i).branch("b" + i).request(STRANGER, PROXY, "INVITE", 1);
        }
        return Found.traffic(scene.index());
    }

    @Test
    void whatIsExplainedIsNoLongerOpen() {
        Traffic traffic = withCalls(3);
        List<HopTransaction> all = traffic.open();
        List<Call> calls = traffic.openCalls();
        assertEquals(3, all.size());
        assertEquals(3, calls.size());
        traffic.explain(all.subList(1, 2), IncidentKind.SPIT);
        assertEquals(List.of(all.get(0), all.get(2)), traffic.open());
        assertEquals(List.of(calls.get(0), calls.get(2)), traffic.openCalls());
        assertTrue(traffic.isExplained(all.get(1)));
        traffic.explain(all.subList(2, 3), IncidentKind.SPIT);
        assertEquals(List.of(all.get(0)), traffic.open());
    }

    @Test
    void firstExplanationStays() {
        Traffic traffic = withCalls(1);
        List<HopTransaction> all = traffic.open();
        traffic.explain(all, IncidentKind.SPIT);
        traffic.explain(all, IncidentKind.TOLL_FRAUD);
        assertEquals(Optional.of(IncidentKind.SPIT), traffic.explanation(all.getFirst()));
        assertEquals(1, traffic.explainedCount());
    }

    @Test
    void usersTriedAreLookedForAgainAfterAnExplanation() {
        Traffic traffic = withCalls(3);
        Probes probes = new Probes(traffic);
        List<HopTransaction> all = probes.ofUsers("INVITE");
        assertEquals(3, all.size());
        assertEquals(List.of(), probes.ofUsers("REGISTER"));
        traffic.explain(all.subList(0, 1), IncidentKind.SPIT);
        assertEquals(all.subList(1, 3), probes.ofUsers("INVITE"));
    }
}
