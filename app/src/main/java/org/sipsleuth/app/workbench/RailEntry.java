package org.sipsleuth.app.workbench;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

/// One view of the rail.
///
/// @param id names it for tests and settings
/// @param icon a literal of the Feather icons
/// @param textKey the key of its short name
/// @param view what is shown when it is chosen
/// @param badge a few characters over its icon; empty for none
record RailEntry(String id, String icon, String textKey, Node view, ReadOnlyStringProperty badge) {

    /// An entry whose name is the text `workbench.rail.id`.
    static RailEntry of(String id, String icon, Node view, ReadOnlyStringProperty badge) {
        return new RailEntry(id, icon, "workbench.rail." + id, view, badge);
    }
}
