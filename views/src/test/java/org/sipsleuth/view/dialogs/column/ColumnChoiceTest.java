package org.sipsleuth.view.dialogs.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.ui.Memory;

class ColumnChoiceTest {

    private static final DialogColumn CAUSE = DialogColumn.of(DialogField.CAUSE);

    private final Memory memory = Memory.forgetful();
    private final ColumnChoice choice = new ColumnChoice(memory);

    private ColumnLayout now() {
        return choice.layoutProperty().get();
    }

    @Test
    void columnsOrderAndWidthsAreThereAgain() {
        choice.use(now().with(CAUSE, true).moved(CAUSE, -3).resized(CAUSE, 123));
        ColumnChoice later = new ColumnChoice(memory);
        assertEquals(now(), later.layoutProperty().get());
        assertEquals(now().columns().size() - 4, now().columns().indexOf(CAUSE));
    }

    @Test
    void aHeaderFieldIsAColumn() {
        List<DialogColumn> offered = choice.offered("P-Asserted-Identity");
        assertEquals(List.of("request:P-Asserted-Identity", "response:P-Asserted-Identity"),
                offered.stream().map(DialogColumn::key).toList());
        choice.use(now().with(offered.getFirst(), true));
        assertTrue(new ColumnChoice(memory).layoutProperty().get().has(offered.getFirst()));
    }

    @Test
    void theSearchLooksIntoDescriptions() {
        assertTrue(choice.offered("dial delay").contains(DialogColumn.of(DialogField.SETUP_TIME)));
        assertEquals(now().columns(), choice.offered("").subList(0, now().columns().size()));
        assertTrue(choice.offered("no such column at all").isEmpty());
    }

    @Test
    void layoutsAreKeptUnderNames() {
        choice.use(now().with(CAUSE, true));
        assertTrue(choice.keepAs("trunk & peers = 1"));
        choice.reset();
        assertFalse(now().has(CAUSE));
        ColumnChoice later = new ColumnChoice(memory);
        assertEquals(List.of("trunk & peers = 1"), later.namesProperty().get());
        later.useNamed("trunk & peers = 1");
        assertTrue(later.layoutProperty().get().has(CAUSE));
        later.forget("trunk & peers = 1");
        assertTrue(new ColumnChoice(memory).namesProperty().get().isEmpty());
        assertFalse(choice.keepAs("  "));
    }

    @Property
    void anySettingsGiveALayout(@ForAll String columns, @ForAll String layouts) {
        Memory written = Memory.forgetful();
        written.keep("dialogs.columns", "cause=7 " + columns);
        written.keep("dialogs.layouts", layouts);
        ColumnLayout read = new ColumnChoice(written).layoutProperty().get();
        assertEquals(CAUSE, read.columns().getFirst());
    }
}
