package org.sipsleuth.view.dialogs.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.SampleCalls;

class ComparisonViewModelTest {

    private static final int REFUSED = 1;
    private static final int COMPLETED = 5;

    private final SipIndex index = index();

    private static SipIndex index() {
        try {
            Path file = Files.createTempFile("calls", ".pcap");
            SipIndex index = SampleCalls.calls(14).index(file);
            file.toFile().deleteOnExit(); // messages are read of it
            return index;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Runnable atOnce(Function<RunMonitor, Compared> work, Consumer<Compared> then) {
        then.accept(work.apply(RunMonitor.NONE));
        return () -> {};
    }

    private final ComparisonViewModel model = new ComparisonViewModel(ComparisonViewModelTest::atOnce);

    private Compared shown() {
        Compared shown = model.comparedProperty().get();
        assertNotNull(shown);
        return shown;
    }

    @Test
    void stepsGoFromDifferenceToDifference() {
        model.showDialogs(index, REFUSED, COMPLETED);
        List<Integer> forward = new ArrayList<>();
        int before = -1;
        while (model.currentProperty().get() != before) {
            before = model.currentProperty().get();
            forward.add(before);
            model.next();
        }
        List<Integer> expected = new ArrayList<>();
        for (int row = 0; row < shown().size(); row++) {
            if (shown().isDifferent(row)) {
                expected.add(row);
            }
        }
        assertTrue(expected.size() > 2, "something to step over");
        assertEquals(expected, forward);
        model.previous();
        assertEquals(expected.get(expected.size() - 2), model.currentProperty().get());
        assertEquals(expected.size() + " differences", model.countProperty().get());
    }

    @Test
    void twoMessagesAreComparedAndCopiedAsText() {
        int[] messages = index.messagesOf(COMPLETED);
        model.showMessages(index, messages[0], messages[1]);
        assertTrue(shown() instanceof Compared.Messages);
        assertTrue(shown().text().contains("SIP/2.0⟦ 100 Trying⟧"), shown().text());
        assertTrue(shown().left().contains("10.1.0."), shown().left());
    }

    @Test
    void theSameMessageHasNoDifferences() {
        model.showMessages(index, 3, 3);
        assertEquals("No differences", model.countProperty().get());
        assertEquals(-1, model.currentProperty().get());
    }

    @Test
    void whatWasGivenUpIsNotShown() {
        List<Runnable> waiting = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();
        ComparisonViewModel slow = new ComparisonViewModel((work, then) -> {
            waiting.add(() -> then.accept(work.apply(RunMonitor.NONE)));
            return () -> givenUp.add("given up");
        });
        slow.showDialogs(index, REFUSED, COMPLETED);
        assertTrue(slow.openProperty().get());
        slow.close();
        waiting.getFirst().run();
        assertFalse(slow.openProperty().get());
        assertNull(slow.comparedProperty().get());
        assertEquals(List.of("given up"), givenUp);
    }
}
