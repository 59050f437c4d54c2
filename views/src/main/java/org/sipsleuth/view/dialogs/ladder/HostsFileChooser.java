package org.sipsleuth.view.dialogs.ladder;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.sipsleuth.dialog.ladder.HostsFile;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.Texts;

/// Asks the user for a hosts file, and takes its names.
final class HostsFileChooser {

    private HostsFileChooser() {}

    static void choose(Window window, LadderChoices choices) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("dialogs.ladder.hosts.title"));
        File file = chooser.showOpenDialog(window);
        if (file != null) {
            read(file, window, choices);
        }
    }

    private static void read(File file, Window window, LadderChoices choices) {
        RunTask<Map<String, String>> task = new RunTask<>(_ -> HostsFile.read(file.toPath()));
        task.setOnSucceeded(_ -> choices.names(choices.plan().names().withFile(task.getValue())));
        task.setOnFailed(_ -> report(task.getException(), window));
        task.start();
    }

    private static void report(Throwable obstacle, Window window) {
        String words = Objects.requireNonNullElse(obstacle.getMessage(), obstacle.toString());
        Alert alert = new Alert(Alert.AlertType.ERROR, Texts.text("dialogs.ladder.hosts.failed", words));
        alert.initOwner(window);
        alert.show();
    }
}
