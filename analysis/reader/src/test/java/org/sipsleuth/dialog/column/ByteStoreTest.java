package org.sipsleuth.dialog.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.file.TempSpaceLimit;

class ByteStoreTest {

    private static final long MEBIBYTE = 1 << 20;

    /// Writing to a mapped file on a full disk is a fault that no program survives well.
    @Test
    void halfAGibibyteOfTheDiskStaysFree() {
        long[] usable = {(512 + 40) * MEBIBYTE};
        ByteStore store = new ByteStore(new TempSpaceLimit(_ -> {
            usable[0] -= 16 * MEBIBYTE; // what the chunk before took
            return usable[0];
        }));
        byte[] tenMebibytes = new byte[10 << 20];
        tenMebibytes[7] = 9;
        long first = store.add(tenMebibytes, 0, tenMebibytes.length);
        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> store.add(tenMebibytes, 0, tenMebibytes.length));
        String words = refused.getCause().getMessage();
        assertTrue(words.startsWith("there is no room left in "), words);
        assertArrayEquals(tenMebibytes, store.get(first, tenMebibytes.length));
        assertEquals(10 * MEBIBYTE, store.add(tenMebibytes, 0, 100));
    }
}
