package org.sipsleuth.app.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.ui.command.Command;

class PaletteSearchTest {

    private static final PaletteEntry OPEN = entry("Everywhere", "workbench.key.open");
    private static final PaletteEntry MODEL = entry("Everywhere", "sequence.key.model");
    private static final PaletteEntry UNKNOWN =
            new PaletteEntry("Everywhere", Command.of("some.page", "Unknown dialogs", "", () -> {}));
    private static final PaletteEntry COPY = entry("Dialogs", "dialogs.command.dialogs.copy");
    private static final List<PaletteEntry> ALL = List.of(COPY, OPEN, MODEL, UNKNOWN);

    private static PaletteEntry entry(String part, String key) {
        return new PaletteEntry(part, Command.of(key, "", () -> {}));
    }

    @Test
    void nothingTypedGivesAllInTheirOrder() {
        assertEquals(ALL, PaletteSearch.find(ALL, "  "));
    }

    @Test
    void wordsAreFoundByTheirBeginningsInAnyOrderAndCase() {
        assertEquals(List.of(OPEN), PaletteSearch.find(ALL, "cap OP"));
        assertEquals(List.of(), PaletteSearch.find(ALL, "pen"));
    }

    @Test
    void ownWordsComeBeforeTheNameOfThePart() {
        assertEquals(List.of(MODEL, UNKNOWN, COPY), PaletteSearch.find(ALL, "dialogs"));
    }

    @Test
    void theOneThatBeginsWithTheWordComesFirst() {
        PaletteEntry dialogs = entry("Everywhere", "workbench.key.dialogs");
        assertEquals(List.of(dialogs, MODEL), PaletteSearch.find(List.of(MODEL, dialogs), "dialogs"));
    }
}
