package org.sipsleuth.evaluate.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.truth.TrafficLabels;

final class KindsLeftOutTest {

    @Test
    void eachScenarioButTheUsualIsAKind() {
        assertEquals(List.of("social", "scan", "spit", "dos", "password-cracking", "firewall-traversal", "flash-crowd",
                "invite-flood"), KindsLeftOut.kinds());
    }

    @Test
    void attacksOfOtherKindsStandForALostClass() {
        TrafficLabels labels = message -> Optional.of(List.of("normal", "dos", "scan").get(message));
        TrafficLabels pooled = KindsLeftOut.renamed(labels, "spit");
        assertEquals(Optional.empty(), pooled.of(0));
        assertEquals(Optional.of("spit"), pooled.of(1));
        assertEquals(Optional.of("spit"), pooled.of(2));
    }
}
