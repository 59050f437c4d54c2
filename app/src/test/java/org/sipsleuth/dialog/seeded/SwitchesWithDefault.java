package org.sipsleuth.dialog.seeded;

import javafx.geometry.HPos;
import org.sipsleuth.sip.SipLayout;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
/// The last methods keep it.
public final class SwitchesWithDefault {

    private static final int LEFT = 1;
    private static final int RIGHT = 2;

    private SwitchesWithDefault() {}

    public enum Side {
        LEFT, RIGHT, TOP;

        boolean isAcross() {
            return this == TOP;
        }
    }

    static int expression(Side side) {
        return 2 * switch (side) {
            case LEFT -> 1;
            case RIGHT -> 2;
            default -> 3;
        };
    }

    static void statement(Side side) {
        switch (side) {
            case LEFT :
                side.isAcross();
                break;
            default :
        }
        switch (side) {
            case null, default -> {
            }
        }
    }

    /// The file does not name the enum.
    static boolean ofOtherPackage(SipLayout layout) {
        return switch (layout.fieldName(0)) {
            case VIA, FROM -> true;
            default -> false;
        };
    }

    static int ofNumber(int side) {
        return switch (side) {
            case LEFT -> 1;
            case RIGHT -> 2;
            default -> 3;
        };
    }

    static int ofForeignEnum(HPos side) {
        return switch (side) {
            case LEFT -> 1;
            case RIGHT -> 2;
            default -> 3;
        };
    }

    static int whole(Side side) {
        return switch (side) {
            case LEFT -> 1;
            case RIGHT -> 2;
            case TOP -> 3;
        };
    }
}
