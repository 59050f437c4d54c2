package org.sipsleuth.view.casefile;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.view.message.VisibleText;

/// A fault of a case: where, and what.
final class FaultCell extends ListCell<CaseFault> {

    private static final int LONGEST = 1_000;

    FaultCell() {
        setWrapText(true);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CaseFault fault, boolean empty) {
        super.updateItem(fault, empty);
        setText(empty || fault == null ? null
                : VisibleText.ofValue(fault.place().isEmpty() ? fault.text() : fault.place() + ": " + fault.text(),
                        LONGEST));
    }
}
