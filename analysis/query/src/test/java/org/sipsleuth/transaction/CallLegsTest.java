package org.sipsleuth.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallLegsTest {

    private static CallLegs legs(String first, String reached, String second, String last) {
        Scene scene = new Scene().callId("a").branch("a").request(first, reached, "INVITE", 1);
        return CallLegs.of(scene.callId("b").branch("b").request(second, last, "INVITE", 1).table());
    }

    @Test
    void theCallThatAServerMakesIsALegOfTheOneThatReachedIt() {
        CallLegs legs = legs(ALICE, PROXY, PROXY, BOB);
        assertEquals(1, legs.furtherLegs());
        assertEquals(0, legs.origin(1));
        assertEquals(List.of(0, 1), legs.dialogs(0));
    }

    @Test
    void callsOfTheSameCallerAreNone() {
        assertEquals(0, legs(ALICE, PROXY, ALICE, PROXY).furtherLegs(), "it calls again");
        assertEquals(0, legs(ALICE, ALICE, ALICE, ALICE).furtherLegs(), "both programs on one host");
        assertEquals(1, legs(ALICE, ALICE, ALICE, ALICE).origin(1));
    }
}
