package org.sipsleuth.view.dialogs.search;

import java.util.Locale;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.view.fx.Texts;

/// A way to write what is searched for, in words.
final class SearchKindCell extends ListCell<SearchKind> {

    @Override
    protected void updateItem(@Nullable SearchKind kind, boolean empty) {
        super.updateItem(kind, empty);
        setText(
                empty || kind == null
                        ? ""
                        : Texts.text("search.kind." + kind.name().toLowerCase(Locale.ROOT)));
    }
}
