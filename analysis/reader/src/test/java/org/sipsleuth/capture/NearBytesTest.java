package org.sipsleuth.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class NearBytesTest {

    private static final int WINDOW = 1 << 16;

    private final byte[] file = new byte[3 * WINDOW];
    private final NearBytes near = new NearBytes(MemorySegment.ofArray(file));

    NearBytesTest() {
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i * 31 ^ i >> 8);
        }
    }

    private void assertNear(long at, int octets, long end) {
        int place = near.bring(at, octets, end);
        assertTrue(near.holds(at, at + octets));
        for (int i = 0; i < octets; i++) {
            assertEquals(file[(int) at + i], near.bytes()[place + i]);
        }
    }

    @Test
    void stretchesAnywhereAreBrought() {
        for (int at = 0; at + 700 < file.length; at += 613) {
            assertNear(at, 16, file.length);
            assertNear(at, 700, file.length);
        }
        assertNear(5, WINDOW, file.length); // backwards, and all that it can hold
    }

    @Test
    void nothingIsReadBehindTheEnd() {
        assertNear(0, 24, 24);
        assertFalse(near.holds(0, 25));
        assertNear(24, 16, 100);
        assertFalse(near.holds(24, 101));
        assertNear(24, 76, 100);
        assertNear(100, 16, file.length);
    }

    @Test
    void whatIsTooLongIsNotHeld() {
        near.bring(0, 16, file.length);
        near.bring(7, WINDOW + 1, file.length);
        assertFalse(near.holds(7, 7 + WINDOW + 1));
        assertTrue(near.holds(0, 16));
    }
}
