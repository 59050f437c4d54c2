package org.sipsleuth.view.dialogs.search;

import java.util.Locale;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.view.ui.Texts;

/// A way to write what is searched for, in words.
final class SearchKindCell extends ListCell<SearchKind> {

    private final String key;

    private SearchKindCell(String key) {
        this.key = key;
    }

    /// In the list to choose from.
    static SearchKindCell whole() {
        return new SearchKindCell("dialogs.search.kind.");
    }

    /// In the bar, where room is scarce.
    static SearchKindCell brief() {
        return new SearchKindCell("dialogs.search.kind.brief.");
    }

    @Override
    protected void updateItem(@Nullable SearchKind kind, boolean empty) {
        super.updateItem(kind, empty);
        setText(empty || kind == null ? "" : Texts.text(key + kind.name().toLowerCase(Locale.ROOT)));
    }
}
