package org.sipsleuth.app.workbench.loading;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.capture.file.CaptureFolder;

/// What files are that somebody drags over the window, by their names alone: the disk is not looked
/// at before they are dropped.
public final class DroppedNames {

    private static final String ZIP = ".zip";
    private static final List<String> KEY_LOGS = List.of(".keys", ".keylog");

    private DroppedNames() {}

    /// Whether a file is a case.
    static boolean isCase(Path file) {
        return lowerCase(file).endsWith(CaptureNames.CASE);
    }

    /// Whether a file is a zip, as packed cases are.
    static boolean isZip(Path file) {
        return lowerCase(file).endsWith(ZIP);
    }

    private static boolean isKeyLog(Path file) {
        return KEY_LOGS.stream().anyMatch(lowerCase(file)::endsWith);
    }

    private static boolean isCapture(Path file) {
        return CaptureFolder.isNamedCapture(lowerCase(file));
    }

    private static String lowerCase(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /// What dropping them does: `Open 3 captures`.
    public static String action(List<Path> files) {
        long captures = files.stream().filter(DroppedNames::isCapture).count();
        long keyLogs = files.stream().filter(DroppedNames::isKeyLog).count();
        if (files.size() == 1 && isCase(files.getFirst())) {
            return text("workbench.drop.case", CaptureNames.ofCase(files.getFirst()));
        }
        if (captures + keyLogs < files.size()) {
            return files.size() == 1 ? text("workbench.drop.other", CaptureNames.of(files))
                    : text("workbench.drop.others", files.size());
        }
        return keyLogs == 0 ? text("workbench.drop.captures", captures)
                : captures == 0 ? text("workbench.drop.key.logs", keyLogs)
                : text("workbench.drop.both", captures, keyLogs);
    }
}
