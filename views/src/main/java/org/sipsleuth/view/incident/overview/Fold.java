package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.incident.part.Tags;

/// One row that stands for several alike, with their number: `×12`. Right unfolds the others, Left
/// folds them again; they are made when they are unfolded, so many at once.
public final class Fold extends VBox {

    /// So many rows are made at once; a button makes more.
    private static final int MADE_AT_ONCE = 25;

    private final Node first;
    private final int count;
    private final BiFunction<Integer, Boolean, Node> row;
    private final VBox others = new VBox();
    private final ToggleButton toggle = new ToggleButton();

    /// @param count how many rows are alike, at least 2
    /// @param row makes the row of a place from 0; whether it stands for all
    public Fold(int count, BiFunction<Integer, Boolean, Node> row) {
        this.count = count;
        this.row = row;
        first = row.apply(0, true);
        toggle.getStyleClass().addAll("small", "fold-toggle");
        toggle.setText("×%d".formatted(count));
        Label alike = Tags.label(text("fold.alike", count - 1), "muted");
        HBox line = new HBox(toggle, alike);
        line.getStyleClass().add("card-row");
        others.getStyleClass().add("fold-others");
        getStyleClass().add("fold");
        getChildren().addAll(first, line, others);
        toggle.selectedProperty().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void show(boolean isUnfolded) {
        toggle.setGraphic(new FontIcon(isUnfolded ? "fth-chevron-down" : "fth-chevron-right"));
        toggle.setAccessibleText(text(isUnfolded ? "fold.hide" : "fold.show", count - 1));
        others.setManaged(isUnfolded);
        others.setVisible(isUnfolded);
        if (isUnfolded && others.getChildren().isEmpty()) {
            add(1);
        }
    }

    private void add(int from) {
        int to = Math.min(count, from + MADE_AT_ONCE);
        IntStream.range(from, to).forEach(place -> others.getChildren().add(row.apply(place, false)));
        if (to < count) {
            Button next = new Button(text("cards.more", Math.min(MADE_AT_ONCE, count - to)));
            next.setOnAction(_ -> {
                others.getChildren().remove(next);
                add(to);
            });
            others.getChildren().add(next);
        }
    }

    private void press(KeyEvent event) {
        boolean isHere = first.equals(event.getTarget()) || toggle.equals(event.getTarget());
        if (isHere && event.getCode() == KeyCode.RIGHT && !toggle.isSelected()) {
            toggle.setSelected(true);
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT && toggle.isSelected()) {
            toggle.requestFocus(); // what has it may be folded away
            toggle.setSelected(false);
            event.consume();
        }
    }
}
