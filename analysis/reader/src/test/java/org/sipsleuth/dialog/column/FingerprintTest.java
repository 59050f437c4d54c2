package org.sipsleuth.dialog.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final Fingerprint fingerprint = new Fingerprint();
    private final FingerprintMap map = new FingerprintMap();
    private final FingerprintSet set = new FingerprintSet();

    private Fingerprint of(UnaryOperator<Fingerprint> thing) {
        return thing.apply(fingerprint.begin()).end();
    }

    private static Fingerprint add(Fingerprint thing, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return thing.add(bytes, 0, bytes.length);
    }

    @Test
    void thingsAreKnownAgainWhateverCameBetween() {
        int many = 100_000;
        for (int i = 0; i < many; i++) {
            int number = i;
            assertEquals(-1, map.find(of(thing -> thing.add(number))));
            assertEquals(i, map.number(of(thing -> thing.add(number))));
            assertFalse(set.contains(of(thing -> thing.add(number))));
            assertTrue(set.add(of(thing -> thing.add(number))));
        }
        for (int i = 0; i < many; i++) {
            int number = i;
            assertEquals(i, map.find(of(thing -> thing.add(number))));
            assertTrue(set.contains(of(thing -> thing.add(number))));
            assertFalse(set.add(of(thing -> thing.add(number))));
        }
    }

    @Test
    void bytesThatAreDividedInAnotherWayAreSomethingElse() {
        assertEquals(0, map.number(of(thing -> add(thing, "ab"))));
        assertEquals(1, map.number(of(thing -> add(add(thing, "a"), "b"))));
        assertEquals(2, map.number(of(thing -> add(add(thing, ""), "ab"))));
        assertEquals(3, map.number(of(thing -> add(add(thing, "ab"), ""))));
        assertEquals(4, map.number(of(thing -> add(thing, ""))));
        assertEquals(5, map.number(of(thing -> thing)));
        assertEquals(6, map.number(of(thing -> thing.add(1))));
        assertEquals(0, map.number(of(thing -> add(thing, "ab"))));
    }

    /// The parts that are kept depend on all of what is added.
    @Test
    void bothPartsOfAFingerprintDistinguish() {
        long high = of(thing -> add(thing, "one")).high();
        int low = of(thing -> add(thing, "one")).low();
        assertTrue(high != of(thing -> add(thing, "two")).high());
        assertTrue(low != of(thing -> add(thing, "two")).low());
        assertTrue((int) high != low && (int) (high >>> Integer.SIZE) != low);
    }
}
