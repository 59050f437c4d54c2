package org.sipsleuth.app.workbench;

import javafx.scene.Node;
import org.sipsleuth.view.session.page.Page;

/// One page of the rail.
///
/// @param page what is reached
/// @param view its content as it is shown: with a note where it does not follow the filter
record RailEntry(Page page, Node view) {}
