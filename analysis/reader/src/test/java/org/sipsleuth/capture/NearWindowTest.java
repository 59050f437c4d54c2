package org.sipsleuth.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class NearWindowTest {

    private static final int WINDOW = 1 << 16;

    private final byte[] file = new byte[3 * WINDOW];
    private final NearWindow window = new NearWindow(FileBytes.of(MemorySegment.ofArray(file)));

    NearWindowTest() {
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i * 31 ^ i >> 8);
        }
    }

    private void assertNear(long at, int octets, long end) {
        int place = window.bring(at, octets, end);
        assertTrue(window.near().holds(at, at + octets));
        for (int i = 0; i < octets; i++) {
            assertEquals(file[(int) at + i], window.near().bytes()[place + i]);
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
        assertFalse(window.near().holds(0, 25));
        assertNear(24, 16, 100);
        assertFalse(window.near().holds(24, 101));
        assertNear(24, 76, 100);
        assertNear(100, 16, file.length);
    }

    @Test
    void whatIsTooLongIsNotHeld() {
        window.bring(0, 16, file.length);
        window.bring(7, WINDOW + 1, file.length);
        assertFalse(window.near().holds(7, 7 + WINDOW + 1));
        assertTrue(window.near().holds(0, 16));
    }

    /// What is kept stays as it is; what is released is used again.
    @Test
    void whatIsKeptStays() {
        window.bring(0, 16, file.length);
        NearBytes first = window.near();
        first.keep();
        first.keep();
        window.bring(WINDOW, 16, file.length);
        NearBytes second = window.near();
        assertNotSame(first, second);
        assertEquals(file[7], first.bytes()[7]);
        first.release();
        window.bring(2 * WINDOW, 16, file.length);
        assertSame(second, window.near());
        second.keep();
        first.release();
        window.bring(0, 16, file.length);
        assertSame(first, window.near());
    }
}
