package org.sipsleuth.app.workbench.status;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.view.fx.Selection;

/// One part of the selection, in words.
///
/// @param part which part it is
/// @param words what is chosen
record Chip(Part part, String words) {

    /// A part of the selection that can be dropped by itself.
    enum Part {
        TIME,
        DIALOGS,
        MESSAGES;

        /// The selection without this part.
        Selection dropFrom(Selection selection) {
            return switch (this) {
                case TIME -> selection.withTime(Optional.empty());
                case DIALOGS -> selection.withDialogs(List.of());
                case MESSAGES -> selection.withMessages(List.of());
            };
        }
    }
}
