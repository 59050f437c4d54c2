package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.view.session.RunTask;

/// The labs of the program as cards, with the seed of the next one.
final class LabList {

    /// Below this width there is one column of cards.
    private static final double TWO_COLUMNS = 760;

    /// Seeds of at most six digits can be read aloud.
    private static final int SEEDS = 1_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BiConsumer<Recipe, Long> start;
    private final Consumer<LabSession> use;
    private final BorderPane root = new BorderPane();
    private final Label headline = new Label(text("lab.headline.none"));
    private final Label fault = new Label();
    private final TextField seed = new TextField();
    private final ProgressBar progress = new ProgressBar();
    private final Label stage = new Label();
    private final Button cancel = new Button(text("lab.cancel"));
    private final HBox run = new HBox(progress, stage, cancel);
    private final GridPane cards = new GridPane();
    private List<Region> shown = List.of();

    /// @param start makes a lab with a seed
    /// @param use goes on with a lab
    /// @param ask asks for a lab to open
    LabList(BiConsumer<Recipe, Long> start, Consumer<LabSession> use, Runnable ask) {
        this.start = start;
        this.use = use;
        root.setId("labs");
        root.getStyleClass().add("labs");
        root.getStylesheets().add(LabTexts.STYLES);
        headline.setId("labs-headline");
        headline.getStyleClass().add("lab-title");
        headline.setMinWidth(Region.USE_PREF_SIZE);
        run.getStyleClass().add("lab-tools");
        fault.setId("labs-fault");
        fault.getStyleClass().add("lab-answer-fault");
        fault.setWrapText(true);
        watchNothing();
        clear();
        root.setTop(new VBox(head(ask), run, fault));
        cards.getStyleClass().add("lab-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lab-scroll");
        root.setCenter(scroll);
        cards.widthProperty().subscribe(_ -> arrange());
    }

    /// The node.
    Parent root() {
        return root;
    }

    /// Refuses everything but digits: with null, as text fields want it.
    @SuppressWarnings("NullAway")
    private static TextFormatter.Change digits(TextFormatter.Change change) {
        return change.getControlNewText().matches("\\d{0,18}") ? change : null;
    }

    private HBox head(Runnable ask) {
        seed.setId("labs-seed");
        seed.setPrefColumnCount(6);
        seed.setTextFormatter(new TextFormatter<String>(LabList::digits));
        seed.setAccessibleText(text("lab.seed"));
        seed.setTooltip(new Tooltip(text("lab.seed.tip")));
        another();
        Label name = new Label(text("lab.seed"));
        name.setLabelFor(seed);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Button random = new Button(text("lab.seed.random"));
        random.setId("labs-random");
        random.setOnAction(_ -> another());
        Button open = new Button(text("lab.open"), new FontIcon("fth-folder"));
        open.setId("labs-open");
        open.setOnAction(_ -> ask.run());
        for (Region button : List.of(random, open, seed)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(headline, gap, name, seed, random, open);
        head.getStyleClass().add("labs-head");
        return head;
    }

    private void another() {
        seed.setText(Integer.toString(1 + RANDOM.nextInt(SEEDS - 1)));
    }

    private long seed() {
        if (seed.getText().isEmpty()) {
            another();
        }
        return Long.parseLong(seed.getText());
    }

    /// Shows the labs and how far each is.
    void show(List<LabShelf.Entry> entries) {
        long finished = entries.stream().filter(each -> each.score().isPresent()).count();
        int points = entries.stream().flatMap(each -> each.score().stream()).mapToInt(score -> score.points()).sum();
        int of = entries.stream().flatMap(each -> each.score().stream()).mapToInt(score -> score.of()).sum();
        headline.setText(finished == 0 ? text("lab.headline.begin", entries.size())
                : text("lab.headline", finished, entries.size(), points, of));
        shown = entries.stream().map(entry -> LabCard.of(entry, this::begin, use)).toList();
        arrange();
    }

    private void begin(Recipe recipe) {
        clear();
        long its = seed();
        another();
        start.accept(recipe, its);
    }

    private void arrange() {
        boolean isWide = cards.getWidth() >= TWO_COLUMNS;
        int columns = isWide ? 2 : 1;
        cards.getChildren().clear();
        cards.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / columns);
            width.setHgrow(Priority.ALWAYS);
            cards.getColumnConstraints().add(width);
        }
        for (int i = 0; i < shown.size(); i++) {
            cards.add(shown.get(i), i % columns, i / columns);
        }
    }

    /// Shows the progress of what makes or opens a lab.
    void watch(RunTask<?> task) {
        clear();
        progress.progressProperty().bind(task.progressProperty());
        stage.textProperty().bind(task.messageProperty());
        cancel.setOnAction(_ -> task.cancel());
        showRun(true);
    }

    /// Nothing is made or opened any more.
    void watchNothing() {
        progress.progressProperty().unbind();
        stage.textProperty().unbind();
        showRun(false);
    }

    private void showRun(boolean runs) {
        run.setVisible(runs);
        run.setManaged(runs);
        cards.setDisable(runs);
    }

    /// Shows why something did not succeed.
    void fail(String reason) {
        show(Optional.of(reason));
    }

    private void clear() {
        show(Optional.empty());
    }

    private void show(Optional<String> reason) {
        fault.setText(reason.orElse(""));
        fault.setVisible(reason.isPresent());
        fault.setManaged(reason.isPresent());
    }
}
