package org.sipsleuth.view.legs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.view.ui.Memory;

class LegSettingsViewModelTest {

    private final Memory memory = Memory.forgetful();
    private final List<LegSettings> used = new ArrayList<>();
    private final LegSettingsViewModel model = new LegSettingsViewModel(memory, used::add);

    @Test
    void theUsualOnesStandThereAtFirstAndNothingIsLookedForAgain() {
        assertTrue(model.fieldsProperty().get().startsWith("X-Call-ID, "));
        assertEquals(0.5, model.confidenceProperty().get());
        assertEquals(List.of(), used);
        model.use();
        assertEquals(List.of(LegSettings.USUAL), used);
    }

    @Test
    void otherOnesAreUsedAndRememberedFromTheStart() {
        model.fieldsProperty().set("X-Leg,, x-leg  P-Mine");
        model.confidenceProperty().set(0.8);
        model.use();
        LegSettings wanted = new LegSettings(Set.of("x-leg", "p-mine"), Set.of(), 0.8);
        assertEquals(List.of(wanted), used);
        used.clear();
        LegSettingsViewModel next = new LegSettingsViewModel(memory, used::add);
        assertEquals(List.of(wanted), used);
        assertEquals(0.8, next.confidenceProperty().get());
        next.reset();
        assertEquals(LegSettings.USUAL, used.getLast());
    }

    @Test
    void whatIsNoNameIsNotUsed() {
        model.fieldsProperty().set("X-Leg, Call ID:");
        assertEquals("ID: is not a valid header field name", model.problemProperty().get());
        model.use();
        assertEquals(List.of(), used);
        model.fieldsProperty().set("a ".repeat(33));
        assertEquals("At most 32 names", model.problemProperty().get());
        model.fieldsProperty().set("");
        assertEquals("", model.problemProperty().get());
        model.use();
        assertEquals(Set.of(), used.getLast().callIdFields());
    }

    @Test
    void settingsThatSomebodyWroteByHandDoNoHarm() {
        memory.keep("legs.fields", "(\u0000)");
        memory.keep("legs.confidence", "much");
        LegSettingsViewModel next = new LegSettingsViewModel(memory, used::add);
        assertEquals(0.5, next.confidenceProperty().get());
        assertTrue(next.problemProperty().get().contains("not a valid header field name"));
        memory.keep("legs.confidence", "7");
        assertEquals(LegSettingsViewModel.MOST, new LegSettingsViewModel(memory, used::add).confidenceProperty().get());
        next.show(Optional.empty());
        assertEquals("No legs found yet.", next.foundProperty().get());
    }
}
