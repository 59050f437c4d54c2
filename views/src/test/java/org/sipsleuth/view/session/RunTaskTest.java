package org.sipsleuth.view.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class RunTaskTest {

    private static final int MOST_COLLECTIONS = 50;

    @Test
    void whatWasWorkedOnIsNotHeldByTheTask() throws Exception {
        AtomicReference<byte[]> capture = new AtomicReference<>(new byte[3]);
        WeakReference<byte[]> held = new WeakReference<>(capture.get());
        RunTask<Integer> task = lengthOf(capture.getAndSet(null));
        assertEquals(3, task.call());
        assertReleased(held);
        Reference.reachabilityFence(task);
    }

    @Test
    void whatIsBoundToTheProgressDoesNotHoldTheTask() {
        AtomicReference<RunTask<Integer>> task = new AtomicReference<>(lengthOf(new byte[3]));
        WeakReference<RunTask<Integer>> held = new WeakReference<>(task.get());
        SimpleDoubleProperty shown = new SimpleDoubleProperty();
        SimpleStringProperty stage = new SimpleStringProperty();
        shown.bind(task.get().shareProperty());
        stage.bind(task.get().stageProperty());
        assertEquals(-1, shown.get());
        task.set(null);
        assertReleased(held);
        assertEquals("", stage.get());
    }

    private static void assertReleased(WeakReference<?> held) {
        for (int i = 0; i < MOST_COLLECTIONS && !held.refersTo(null); i++) {
            System.gc();
        }
        assertTrue(held.refersTo(null));
    }

    private static RunTask<Integer> lengthOf(byte[] capture) {
        return new RunTask<>(_ -> capture.length);
    }
}
