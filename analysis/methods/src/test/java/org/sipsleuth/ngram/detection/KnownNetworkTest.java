package org.sipsleuth.ngram.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sipsleuth.transaction.Scene;

class KnownNetworkTest {

    /// A dialog of each host with the proxy.
    private static Scene dialogs(String network, int hosts, String domain) {
        Scene scene = new Scene().every(100);
        add(scene, network, hosts, domain);
        return scene;
    }

    private static void add(Scene scene, String network, int hosts, String domain) {
        scene.caller("sip:100@" + domain);
        for (int i = 1; i <= hosts; i++) {
            scene.callId(network + i).branch("b" + i).request(network + i, Scene.PROXY, "OPTIONS", 1);
        }
    }

    private static KnownNetwork trained() {
        return KnownNetwork.of(dialogs("192.0.2.2", 30, "example.org").index(), _ -> true);
    }

    @Test
    void hostsServerAndDomainAreRecognisedTogether() {
        assertTrue(trained().isOf(dialogs("192.0.2.2", 2, "EXAMPLE.org").index()));
        assertFalse(trained().isOf(dialogs("192.0.2.2", 30, "example.com").index()));
        assertFalse(trained().isOf(dialogs("198.51.100.", 30, "example.org").index()));
        assertFalse(KnownNetwork.NONE.isOf(dialogs("192.0.2.2", 30, "example.org").index()));
    }

    @Test
    void halfOfTheHostsOrTenAreEnough() {
        Scene scene = dialogs("192.0.2.2", 9, "example.org");
        add(scene, "198.51.100.", 9, "example.org");
        assertTrue(trained().isOf(scene.index()));
        add(scene, "203.0.113.", 1, "example.org");
        assertFalse(trained().isOf(scene.index()));
        add(scene, "192.0.2.21", 1, "example.org"); // 192.0.2.211, the tenth
        assertTrue(trained().isOf(scene.index()));
    }

    @Test
    void dialogsThatAreNotLearnedAreNotKept() {
        assertEquals(1, KnownNetwork.of(dialogs("192.0.2.2", 30, "example.org").index(), dialog -> dialog == 3)
                .fingerprints().length);
        assertEquals(30, trained().fingerprints().length);
    }

    @Test
    void fingerprintsOutOfOrderOrRangeAreRefused() {
        int[] some = trained().fingerprints();
        assertArrayEquals(some, KnownNetwork.of(some).fingerprints());
        assertThrows(IllegalArgumentException.class, () -> KnownNetwork.of(new int[]{5, 5}));
        assertThrows(IllegalArgumentException.class, () -> KnownNetwork.of(new int[]{-1}));
        assertThrows(IllegalArgumentException.class, () -> KnownNetwork.of(new int[]{1 << 24}));
    }
}
