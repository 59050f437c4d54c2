package org.sipsleuth.view.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.filter.FilterTasks;
import org.sipsleuth.view.ui.Memory;

/// Without a toolkit: no capture is open, so nothing is asked in the background.
final class FilterBarViewModelTest {

    private final FilterModel filter = new FilterModel(new FilterTasks(_ -> fail("nothing is to be asked")));
    private final FilterHistory history = new FilterHistory(Memory.forgetful());
    private final FilterBarViewModel bar = new FilterBarViewModel(filter, history, () -> _ -> List.of());

    @Test
    void proposalIsTakenWithItsCaret() {
        bar.type("sip.Metho", 9);
        assertTrue(bar.openProperty().get());
        assertEquals(FilterBarViewModel.NONE, bar.chosenProperty().get());
        assertEquals("sip.Method ", bar.accept().orElseThrow().text());
        assertEquals("sip.Method ", bar.textProperty().get());
    }

    @Test
    void choiceStaysWithinTheProposals() {
        bar.complete(0);
        bar.move(-3);
        assertEquals(FilterBarViewModel.NONE, bar.chosenProperty().get());
        bar.move(1_000_000);
        assertEquals(bar.proposalsProperty().get().list().size() - 1, bar.chosenProperty().get());
    }

    @Test
    void mistakeIsNotAppliedAndCanBeMended() {
        bar.type("sip.Metod == 1", 14);
        bar.apply();
        assertTrue(bar.checkProperty().get().isWrong());
        assertTrue(bar.openProperty().get());
        assertEquals("", filter.textProperty().get());
        assertEquals(List.of(), history.filters());
        assertEquals("sip.Method == 1", bar.repair().orElseThrow().text());
    }

    @Test
    void appliedFilterIsRememberedAndEscapeKeepsIt() {
        bar.type(" sip.Method ", 12);
        bar.apply();
        assertEquals("sip.Method", filter.textProperty().get());
        assertEquals(List.of("sip.Method"), history.filters());
        assertFalse(bar.escape());
        bar.type("sip.Meth", 8);
        assertTrue(bar.openProperty().get());
        assertTrue(bar.escape());
        assertFalse(bar.openProperty().get());
        assertFalse(bar.escape());
        assertEquals("sip.Meth", bar.textProperty().get());
        assertEquals("sip.Method", filter.textProperty().get());
        assertTrue(bar.clear());
        assertEquals("", bar.textProperty().get());
        assertEquals("", filter.textProperty().get());
        assertFalse(bar.clear());
    }

    @Test
    void filterAppliedElsewhereStandsInTheBarAndInTheHistory() throws FilterSyntaxException {
        bar.type("half typ", 8);
        filter.apply("frame.number > 3");
        assertEquals("frame.number > 3", bar.textProperty().get());
        assertFalse(bar.checkProperty().get().isWrong());
        assertEquals(List.of("frame.number > 3"), history.filters());
    }
}
