package org.sipsleuth.app.command.seeded;

import javafx.scene.control.ListCell;

/// Seeded: a cell whose faults nobody contains.
public final class BareCell extends ListCell<String> {}
