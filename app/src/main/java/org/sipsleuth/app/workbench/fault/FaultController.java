package org.sipsleuth.app.workbench.fault;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;

/// Binds the dialog about a fault: what happened, what can be sent, and how to go on.
final class FaultController {

    /// What the user can choose.
    interface Choices {

        /// Asks where the report is saved.
        Optional<Path> place(String name);

        /// The files that no report replaces.
        List<Path> inputs();

        /// Goes on.
        void proceed();

        /// Ends the program.
        void quit();
    }

    private static final String NAME = "sipsleuth-fault-report.txt";

    private final String kind;
    private final long first;
    private final Supplier<String> report;
    private final Executor background;
    private final Choices choices;

    @FXML private Label meaning;
    @FXML private Label more;
    @FXML private TextArea details;
    @FXML private Label done;
    @FXML private Button proceed;

    /// @param kind the class of what was thrown
    /// @param first how many faults there were when it was opened
    /// @param report makes the report of all faults so far
    /// @param background writes it
    FaultController(String kind, long first, Supplier<String> report, Executor background, Choices choices) {
        this.kind = kind;
        this.first = first;
        this.report = report;
        this.background = background;
        this.choices = choices;
    }

    @FXML
    private void initialize() {
        meaning.setText(text("workbench.fault.meaning", kind));
        details.setText(report.get());
        show(more, "");
        show(done, "");
    }

    /// Shows how many faults came since the dialog was opened.
    void count(long total) {
        show(more, text("workbench.fault.more", total - first));
    }

    /// Begins at the button that goes on.
    void focus() {
        proceed.requestFocus();
    }

    @FXML
    private void save() {
        String content = report.get();
        details.setText(content);
        choices.place(NAME).ifPresent(file -> write(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(Path file, byte[] content) {
        OutputRules rules = OutputRules.CONFIRMED.with(choices.inputs());
        RunTask<Path> task = new RunTask<>(_ -> {
            OutputFile.write(file, rules, out -> out.write(content));
            return file;
        });
        task.setOnSucceeded(_ -> show(done, text("workbench.fault.saved", FileName.text(file))));
        task.setOnFailed(_ -> show(done, text("workbench.fault.saved.not", reason(task.getException()))));
        background.execute(task);
    }

    private static String reason(Throwable cause) {
        return cause instanceof IOException ? String.valueOf(cause.getMessage()) : cause.getClass().getSimpleName();
    }

    @FXML
    private void copy() {
        String content = report.get();
        details.setText(content);
        Map<DataFormat, Object> copied = Map.of(DataFormat.PLAIN_TEXT, content);
        Clipboard.getSystemClipboard().setContent(copied);
        show(done, text("workbench.fault.copied"));
    }

    @FXML
    private void proceed() {
        choices.proceed();
    }

    @FXML
    private void quit() {
        choices.quit();
    }

    @FXML
    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            choices.proceed();
            event.consume();
        }
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
