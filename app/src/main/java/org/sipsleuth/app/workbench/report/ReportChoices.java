package org.sipsleuth.app.workbench.report;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.report.investigation.ReportLanguage;
import org.sipsleuth.report.investigation.ReportLogo;
import org.sipsleuth.report.investigation.ReportSection;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.OverlayHead;

/// Asks for language, sections, case number and logo of a report, and shows its making. Used on the
/// JavaFX thread.
public final class ReportChoices {

    private static final FileChoice.Kind LOGOS =
            new FileChoice.Kind("report.logos", "workbench.report.logo.chooser.", List.of("*.png", "*.jpg", "*.jpeg"));

    private static final String LANGUAGE = "report.language";
    private static final String LEFT_OUT = "report.sections.out";
    private static final int LONGEST_NUMBER = 80;
    private static final double WIDTH = 600;

    private final Memory memory;
    private final FileChoice logos;
    private final Executor background;
    private final OverlayHead head;
    private final ComboBox<ReportLanguage> language = new ComboBox<>();
    private final Map<ReportSection, CheckBox> sections = new EnumMap<>(ReportSection.class);
    private final TextField number = new TextField();
    private final Button chooseLogo = new Button(text("workbench.report.logo.choose"));
    private final Button dropLogo = new Button(text("workbench.report.logo.drop"));
    private final Label logoName = new Label();
    private final Label problem = new Label();
    private final Button save = new Button(text("workbench.report.save"));
    private final Button cancel = new Button(text("workbench.report.cancel"));
    private final ProgressBar progress = new ProgressBar();
    private final Label stage = new Label();
    private final VBox root;
    private Consumer<ReportSettings> then = _ -> {};
    private Optional<ReportLogo> logo = Optional.empty();
    private @Nullable Task<?> running;

    /// @param memory what was chosen before
    /// @param files asks for the logo
    /// @param background where the logo is read
    /// @param close takes the page away
    public ReportChoices(Memory memory, Function<FileChoice.Kind, FileChoice> files, Executor background,
            Runnable close) {
        this.memory = memory;
        this.background = background;
        logos = files.apply(LOGOS);
        head = new OverlayHead("", close);
        root = new VBox(12, head, row(name("workbench.report.language"), language), name("workbench.report.sections"),
                sections(), row(name("workbench.report.number"), number),
                row(name("workbench.report.logo"), chooseLogo, dropLogo, logoName), problem,
                row(progress, stage, gap(), cancel, save));
        root.setId("report-choices");
        root.getStyleClass().add("verdict-page");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        language.setId("report-language");
        language.getItems().setAll(ReportLanguage.values());
        language.setConverter(new Names());
        number.setId("report-number");
        number.textProperty().subscribe(words -> number.setText(cut(words)));
        HBox.setHgrow(number, Priority.ALWAYS);
        chooseLogo.setOnAction(_ -> chooseLogo());
        dropLogo.setOnAction(_ -> showLogo(Optional.empty(), ""));
        logoName.setMinWidth(0);
        problem.setId("report-problem");
        problem.getStyleClass().add("judgement-attack_high");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        save.setId("report-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(_ -> save());
        stage.setId("report-stage");
        stage.setMinWidth(0);
        cancel.setId("report-cancel");
        cancel.setOnAction(_ -> stop());
        List.of(chooseLogo, dropLogo, save, cancel).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        showLogo(Optional.empty(), "");
        showProblem("");
        setRunning(false);
    }

    private static Label name(String key) {
        Label label = new Label(text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String cut(String number) {
        return number.length() > LONGEST_NUMBER ? number.substring(0, LONGEST_NUMBER) : number;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private FlowPane sections() {
        FlowPane all = new FlowPane(16, 8);
        for (ReportSection section : ReportSection.values()) {
            CheckBox box = new CheckBox(text("workbench.report.section." + section.word()));
            box.setId("report-section-" + section.word());
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.selectedProperty().subscribe(_ -> save.setDisable(chosen().isEmpty()));
            sections.put(section, box);
            all.getChildren().add(box);
        }
        return all;
    }

    private Set<ReportSection> chosen() {
        Set<ReportSection> all = EnumSet.noneOf(ReportSection.class);
        sections.forEach((section, box) -> {
            if (box.isSelected()) {
                all.add(section);
            }
        });
        return all;
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Asks for what is wanted.
    ///
    /// @param heading names the format
    /// @param proposal of a case number; may be empty
    /// @param wanted gets it; it then asks for a file
    public void ask(String heading, String proposal, Consumer<ReportSettings> wanted) {
        head.setTitle(heading);
        then = wanted;
        language.setValue(memory.get(LANGUAGE).flatMap(ReportLanguage::of).orElse(ReportLanguage.ENGLISH));
        List<String> out = memory.get(LEFT_OUT).map(words -> words.lines().toList()).orElse(List.of());
        sections.forEach((section, box) -> box.setSelected(!out.contains(section.word())));
        number.setText(proposal);
        showProblem("");
    }

    /// Moves the focus into the page.
    public void focus() {
        save.requestFocus();
    }

    private void chooseLogo() {
        Optional<Path> file = logos.toOpen(root.getScene().getWindow());
        if (file.isEmpty()) {
            return;
        }
        RunTask<ReportLogo> task = new RunTask<>(_ -> ReportLogo.read(file.get()));
        task.setOnSucceeded(_ -> {
            showProblem("");
            showLogo(Optional.of(task.getValue()), FileName.last(file.get()));
        });
        task.setOnFailed(_ -> showProblem(text("workbench.report.logo.unusable", FileName.last(file.get()),
                task.getException() instanceof IOException why ? String.valueOf(why.getMessage())
                        : String.valueOf(task.getException()))));
        background.execute(task);
    }

    private void showLogo(Optional<ReportLogo> chosen, String name) {
        logo = chosen;
        logoName.setText(name.isEmpty() ? text("workbench.report.logo.none") : name);
        dropLogo.setVisible(chosen.isPresent());
        dropLogo.setManaged(chosen.isPresent());
    }

    private void showProblem(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
    }

    private void save() {
        Set<ReportSection> wanted = chosen();
        memory.keep(LANGUAGE, language.getValue().tag());
        memory.keep(LEFT_OUT,
                EnumSet.complementOf(EnumSet.copyOf(wanted))
                        .stream()
                        .map(ReportSection::word)
                        .collect(Collectors.joining("\n")));
        then.accept(new ReportSettings(language.getValue(), wanted, number.getText().strip(), logo));
    }

    /// Shows that a report is being made, until it is.
    ///
    /// @param making ends the same way if the user cancels it
    public void follow(Task<?> making) {
        running = making;
        stage.textProperty().bind(making.messageProperty());
        setRunning(true);
        making.runningProperty().subscribe((was, is) -> {
            if (was && !is) {
                running = null;
                setRunning(false);
            }
        });
    }

    private void stop() {
        Task<?> now = running;
        if (now != null) {
            now.cancel();
        }
    }

    private void setRunning(boolean isRunning) {
        progress.setVisible(isRunning);
        stage.setVisible(isRunning);
        cancel.setVisible(isRunning);
        save.setDisable(isRunning || chosen().isEmpty());
    }

    /// The names of languages.
    private static final class Names extends StringConverter<ReportLanguage> {

        @Override
        public String toString(@Nullable ReportLanguage its) {
            return its == null ? "" : text("workbench.report.language." + its.tag());
        }

        @Override
        public ReportLanguage fromString(String words) {
            throw new UnsupportedOperationException("it is only chosen from");
        }
    }
}
