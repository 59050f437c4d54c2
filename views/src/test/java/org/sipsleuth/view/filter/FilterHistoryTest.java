package org.sipsleuth.view.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.ui.Memory;

final class FilterHistoryTest {

    private final Memory memory = Memory.forgetful();
    private final FilterHistory history = new FilterHistory(memory);

    @Test
    void lastFilterComesFirstAndEachOnce() {
        history.add("sip");
        history.add("udp");
        history.add("sip");
        assertEquals(List.of("sip", "udp"), history.filters());
        assertEquals(List.of("sip", "udp"), new FilterHistory(memory).filters());
    }

    @Test
    void walkingBackAndForthEndsAtWhatWasTyped() {
        history.add("udp");
        history.add("sip");
        assertEquals("sip", history.older("half typ"));
        assertEquals("udp", history.older("sip"));
        assertTrue(history.isWalked());
        assertEquals("udp", history.older("udp"));
        assertEquals("sip", history.newer());
        assertEquals("half typ", history.newer());
        assertFalse(history.isWalked());
    }

    @Test
    void filterInUseIsNotShownAgainAsTheOneBefore() {
        history.add("udp");
        history.add("sip");
        assertEquals("udp", history.older("sip"));
    }

    @Test
    void whatWouldFillTheSettingsIsNotKept() {
        history.add(" ");
        history.add("sip\nudp");
        history.add("a".repeat(2_001));
        assertEquals(List.of(), history.filters());
        for (int i = 0; i < 60; i++) {
            history.add("frame.number == " + i);
        }
        assertEquals(50, history.filters().size());
        assertEquals("frame.number == 59", history.filters().getFirst());
    }

    @Test
    void forgottenFiltersAreGoneForGood() {
        history.add("sip");
        history.forget();
        assertEquals(List.of(), new FilterHistory(memory).filters());
        assertEquals("x", history.older("x"));
    }
}
