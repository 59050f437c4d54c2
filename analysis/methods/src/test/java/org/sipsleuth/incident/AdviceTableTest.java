package org.sipsleuth.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.finding.IncidentKind;

class AdviceTableTest {

    private static final Set<Measure> CUTTING_OFF = Set.of(Measure.BLOCK, Measure.FIND);

    @ParameterizedTest
    @EnumSource(value = ActorRole.class, mode = EnumSource.Mode.EXCLUDE, names = {"OUTSIDER", "INSIDER"})
    void nobodyButAStrangerIsCutOff(ActorRole role) {
        for (IncidentKind kind : IncidentKind.values()) {
            assertFalse(CUTTING_OFF.contains(AdviceTable.of(role, kind)), role + " " + kind);
        }
    }

    @ParameterizedTest
    @EnumSource(ActorRole.class)
    void whatIsOnlyRareIsWatched(ActorRole role) {
        for (IncidentKind kind : Set.of(IncidentKind.UNUSUAL_DIALOGS, IncidentKind.CONTENT_ANOMALY,
                IncidentKind.SOCIAL_ANOMALY, IncidentKind.FIREWALL_PINHOLE, IncidentKind.COVERT_CHANNEL)) {
            assertEquals(Measure.WATCH, AdviceTable.of(role, kind), role + " " + kind);
        }
    }
}
