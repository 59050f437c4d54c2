package org.sipsleuth.view.session.page;

import java.util.OptionalInt;
import javafx.scene.Node;
import org.sipsleuth.dialog.SipIndex;

/// Two dialogs side by side, as a part of a page; the right one may be missing. Used on the JavaFX
/// thread.
public interface DialogPair {

    /// The pair.
    Node root();

    /// Shows two dialogs, or one.
    void show(SipIndex index, int left, OptionalInt right);

    /// Shows a dialog of one capture beside one of another; either may be missing.
    void show(SipIndex leftIndex, OptionalInt left, SipIndex rightIndex, OptionalInt right);

    /// Shows nothing.
    void showNothing();
}
