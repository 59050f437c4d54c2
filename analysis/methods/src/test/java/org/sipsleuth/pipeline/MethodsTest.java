package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.hops.HopsMethod;

/// What the methods in use look for.
class MethodsTest {

    private static final Methods METHODS = Methods.standard().with(new HopsMethod());

    @Test
    void theKindsOfTheRulesAreInOrderAndComplete() {
        List<IncidentKind> kinds = METHODS.recognised(List.of("rules"));
        assertEquals(kinds.stream().sorted().distinct().toList(), kinds);
        assertTrue(kinds.containsAll(List.of(IncidentKind.HOST_SCAN, IncidentKind.OTHER_FLOOD,
                IncidentKind.RESPONSE_FLOOD, IncidentKind.CALL_HIJACK)), kinds.toString());
    }

    @Test
    void anAddedMethodsKindAppearsWhereItIsInUse() {
        assertFalse(METHODS.recognised(List.of("rules", "beliefs")).contains(IncidentKind.CONTENT_ANOMALY));
        assertEquals(List.of(IncidentKind.CONTENT_ANOMALY), METHODS.recognised(List.of("hops", "unknown")));
    }
}
