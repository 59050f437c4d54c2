package org.sipsleuth.app.workbench.palette;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Binds the palette: what is typed to the commands below, the chosen one to its act.
final class PaletteController {

    private static final int PAGE = 8;

    private final List<PaletteEntry> all;
    private final Runnable show;
    private final Runnable hide;

    @FXML private TextField wanted;
    @FXML private ListView<PaletteEntry> found;
    @FXML private Label note;

    PaletteController(List<CommandGroup> groups, Runnable show, Runnable hide) {
        all = groups.stream().flatMap(g -> g.commands().stream().map(c -> PaletteEntry.of(g, c))).toList();
        this.show = show;
        this.hide = hide;
    }

    @FXML
    private void initialize() {
        found.setCellFactory(_ -> new PaletteCell());
        found.setPlaceholder(new Label(Texts.text("workbench.palette.none")));
        found.setOnMouseClicked(_ -> act());
        wanted.textProperty().subscribe(_ -> find());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    void open() {
        wanted.clear();
        find();
        show.run();
        wanted.requestFocus();
    }

    private void find() {
        note.setText("");
        List<PaletteEntry> offered = all.stream().filter(entry -> entry.command().isOffered().getAsBoolean()).toList();
        found.getItems().setAll(PaletteSearch.find(offered, wanted.getText()));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void keyPressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            act();
        } else if (code == KeyCode.DOWN) {
            move(1);
        } else if (code == KeyCode.UP) {
            move(-1);
        } else if (code == KeyCode.PAGE_DOWN) {
            move(PAGE);
        } else if (code == KeyCode.PAGE_UP) {
            move(-PAGE);
        } else {
            return;
        }
        event.consume();
    }

    private void move(int rows) {
        int last = found.getItems().size() - 1;
        if (last >= 0) {
            int now = found.getSelectionModel().getSelectedIndex();
            int next = Math.clamp(now + rows, 0, last);
            found.getSelectionModel().clearAndSelect(next);
            found.scrollTo(Math.max(0, next - PAGE / 2));
        }
    }

    /// Hides first: an act may show a page of its own.
    private void act() {
        PaletteEntry chosen = found.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        hide.run();
        if (!chosen.command().action().run()) {
            show.run();
            wanted.requestFocus();
            note.setText(Texts.text("workbench.palette.nothing", chosen.words()));
        }
    }
}
