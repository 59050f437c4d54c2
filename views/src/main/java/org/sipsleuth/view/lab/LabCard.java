package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Syllabus;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.session.LabSession;

/// One lab of the list.
final class LabCard {

    private LabCard() {}

    /// The node.
    ///
    /// @param start starts it anew
    /// @param use goes on with what was started
    static Region of(LabShelf.Entry entry, Consumer<Recipe> start, Consumer<LabSession> use) {
        Syllabus about = entry.recipe().syllabus();
        Label story = wrapped(about.story(), "lab-story");
        Label teaches = wrapped(text("lab.teaches", String.join(", ", about.teaches())), "lab-note");
        VBox.setVgrow(teaches, Priority.ALWAYS);
        VBox card = new VBox(head(entry, about), story, teaches, foot(entry, start, use));
        card.setId("lab-card-" + about.id());
        card.getStyleClass().add("lab-card");
        entry.latest()
                .ifPresent(its -> card.getStyleClass().add(its.isHandedIn() ? "lab-finished" : "lab-in-progress"));
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static HBox head(LabShelf.Entry entry, Syllabus about) {
        Label number = new Label(Integer.toString(about.number()));
        number.getStyleClass().add("lab-number");
        Label title = new Label(about.title());
        title.getStyleClass().add("lab-card-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        String points = entry.latest().map(its -> text("lab.card.points", its.lab().points())).orElse("");
        Label facts = new Label(
                text("lab.card.facts", LabTexts.dots(about.level()), LabTexts.level(about.level()), about.minutes())
                        + points);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("lab-note");
        HBox head = new HBox(number, title, facts);
        head.getStyleClass().add("lab-card-head");
        return head;
    }

    private static HBox foot(LabShelf.Entry entry, Consumer<Recipe> start, Consumer<LabSession> use) {
        String id = entry.recipe().syllabus().id();
        Label state = state(entry);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(state, gap);
        foot.getStyleClass().add("lab-card-foot");
        entry.latest().ifPresent(its -> {
            Button go = new Button(text(its.isHandedIn() ? "lab.show.result" : "lab.continue"));
            go.setId("lab-continue-" + id);
            go.setMinWidth(Region.USE_PREF_SIZE);
            if (!its.isHandedIn()) {
                go.getStyleClass().add("accent");
            }
            go.setOnAction(_ -> use.accept(its));
            foot.getChildren().add(go);
        });
        Button begin = new Button(text(entry.latest().isPresent() ? "lab.start.again" : "lab.start"));
        begin.setId("lab-start-" + id);
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.setOnAction(_ -> start.accept(entry.recipe()));
        foot.getChildren().add(begin);
        return foot;
    }

    private static Label state(LabShelf.Entry entry) {
        Optional<LabSession> latest = entry.latest();
        Optional<LabScore> score = entry.score();
        Label state = new Label();
        state.getStyleClass().add("lab-state");
        if (latest.isEmpty()) {
            state.setText(text("lab.state.none"));
        } else {
            LabSession its = latest.get();
            String seed = Long.toString(its.lab().seed().orElse(0));
            state.setText(score.map(done -> text("lab.state.finished", done.points(), done.of(), seed))
                    .orElseGet(() -> text("lab.state.progress", its.answered(), its.lab().questions().size(), seed)));
            state.setGraphic(new FontIcon(score.isPresent() ? "fth-check" : "fth-clock"));
        }
        state.setWrapText(true);
        return state;
    }
}
