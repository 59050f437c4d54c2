package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState.DetectorRun;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.SessionModel;

/// The detectors that have not finished and the rules that failed, a line each: progress or what to
/// report, and a button that cancels it or runs it again.
public final class DetectorRuns extends VBox {

    private final SessionModel session;
    private List<Line> lines = List.of();
    private List<Fault> rules = List.of();

    public DetectorRuns(SessionModel session) {
        this.session = session;
        setId("overview-runs");
        getStyleClass().add("runs");
    }

    /// Shows these; hidden where there are no lines. Lines are kept while their buttons stay the
    /// same, and with them the focus.
    ///
    /// @param failed rules; their detector has finished
    public void show(List<DetectorRun> unfinished, List<Fault> failed) {
        boolean isShown = !unfinished.isEmpty() || !failed.isEmpty();
        setVisible(isShown);
        setManaged(isShown);
        if (!names(unfinished).equals(lines.stream().map(Line::name).toList()) || !failed.equals(rules)) {
            rules = List.copyOf(failed);
            lines = unfinished.stream().map(this::line).toList();
            getChildren().setAll(lines.stream().map(Line::root).toList());
            rules.stream().map(this::line).forEach(getChildren()::add);
        }
        for (int i = 0; i < unfinished.size(); i++) {
            lines.get(i).show(unfinished.get(i));
        }
    }

    /// A method's name on the screen.
    public String nameOf(String method) {
        return session.methods()
                .named(method)
                .flatMap(each -> each.texts().find("name"))
                .map(Sentence::text)
                .orElse(method);
    }

    private static List<String> names(List<DetectorRun> unfinished) {
        return unfinished.stream().map(DetectorRuns::name).toList();
    }

    /// What decides which controls a line has.
    private static String name(DetectorRun run) {
        return run.detector().name() + " " + run.status().getClass().getSimpleName();
    }

    private Line line(DetectorRun run) {
        String name = run.detector().name();
        String words = nameOf(name);
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-bar");
        boolean isRunning = run.status() instanceof DetectorStatus.Running;
        bar.setVisible(isRunning);
        bar.setManaged(isRunning);
        Label stage = Tags.cut("", "muted");
        stage.setWrapText(run.fault().isPresent());
        stage.setMinHeight(USE_PREF_SIZE);
        stage.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(stage, Priority.ALWAYS);
        HBox root = new HBox(Tags.label(words, "run-name"), bar, stage, act(name, words, isRunning));
        run.fault().ifPresent(fault -> root.getChildren().add(root.getChildren().size() - 1, copy(fault)));
        root.getStyleClass().add("run-line");
        return new Line(name(run), root, bar, stage);
    }

    /// The line of a rule that failed: its method is run again as a whole; or of joining, which is
    /// done again by itself.
    private HBox line(Fault rule) {
        String method = rule.name().substring(0, Math.max(0, rule.name().indexOf('/')));
        Label sentence = Tags.paragraph(rule.sentence().text(), "muted", "run-fault");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox root = new HBox(Tags.icon("fth-alert-triangle", "limited"), sentence, copy(rule));
        if (!method.isEmpty()) {
            root.getChildren().add(act(method, nameOf(method), false));
        }
        root.getStyleClass().add("run-line");
        return root;
    }

    /// What is to be reported is copied rather than typed.
    private static Button copy(Fault fault) {
        Button copy = new Button(text("run.copy"), new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("small", "flat");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(text("run.copy.of", fault.name()));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(fault.sentence().text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private Button act(String name, String words, boolean isRunning) {
        Button act = new Button(text(isRunning ? "run.cancel" : "run.again"),
                new FontIcon(isRunning ? "fth-x" : "fth-rotate-cw"));
        act.getStyleClass().addAll("small", "flat");
        act.setMinWidth(USE_PREF_SIZE);
        act.setId((isRunning ? "cancel-" : "again-") + name);
        act.setAccessibleText(text(isRunning ? "run.cancel.of" : "run.again.of", words));
        act.setOnAction(_ -> {
            if (isRunning) {
                session.cancel(name);
            } else {
                session.again(name);
            }
        });
        return act;
    }

    /// A detector's line.
    private record Line(String name, HBox root, ProgressBar bar, Label stage) {

        void show(DetectorRun run) {
            if (run.status() instanceof DetectorStatus.Running(var progress, _)) {
                bar.setProgress(progress.total() > 0 ? progress.fraction() : 0); // who waits does not move
            }
            String words = run.fault().map(fault -> fault.sentence().text()).orElseGet(() -> words(run.status()));
            stage.setText(words);
            stage.getTooltip().setText(words);
        }

        private static String words(DetectorStatus status) {
            return switch (status) {
                case DetectorStatus.Running(var progress, _) ->
                        progress.total() > 0 ? text("run.progress", progress.stage(), progress.done(), progress.total())
                                : text("run.waiting");
                case DetectorStatus.Cancelled _ -> text("run.cancelled");
                case DetectorStatus.Failed _ -> text("run.failed");
                case DetectorStatus.Finished _ -> "";
            };
        }
    }
}
