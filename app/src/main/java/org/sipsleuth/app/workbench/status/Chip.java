package org.sipsleuth.app.workbench.status;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.view.session.Selection;

/// One part of what the views show less of, in words.
///
/// @param part which part it is
/// @param words what is chosen, or left
record Chip(Part part, String words) {

    /// A part of the selection that can be dropped by itself, or the filter.
    enum Part {
        FILTER, TIME, DIALOGS, MESSAGES;

        /// The selection without this part.
        Selection dropFrom(Selection selection) {
            return switch (this) {
                case FILTER -> selection;
                case TIME -> selection.withTime(Optional.empty());
                case DIALOGS -> selection.withDialogs(List.of());
                case MESSAGES -> selection.withMessages(List.of());
            };
        }
    }
}
