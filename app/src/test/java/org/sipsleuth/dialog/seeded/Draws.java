package org.sipsleuth.dialog.seeded;

import java.awt.Point;
import javax.swing.Icon;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class Draws {
    Point point;
    Icon icon;
}
