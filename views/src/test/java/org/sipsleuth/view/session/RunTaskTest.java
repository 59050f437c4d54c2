package org.sipsleuth.view.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunTaskTest {

    private static final int MOST_COLLECTIONS = 50;

    @Test
    void whatWasWorkedOnIsNotHeldByTheTask() throws Exception {
        AtomicReference<byte[]> capture = new AtomicReference<>(new byte[3]);
        WeakReference<byte[]> held = new WeakReference<>(capture.get());
        RunTask<Integer> task = lengthOf(capture.getAndSet(null));
        assertEquals(3, task.call());
        for (int i = 0; i < MOST_COLLECTIONS && !held.refersTo(null); i++) {
            System.gc();
        }
        assertTrue(held.refersTo(null));
        Reference.reachabilityFence(task);
    }

    private static RunTask<Integer> lengthOf(byte[] capture) {
        return new RunTask<>(_ -> capture.length);
    }
}
