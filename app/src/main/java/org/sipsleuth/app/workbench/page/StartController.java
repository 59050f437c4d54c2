package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.text.StartCommand;

/// Binds the first page.
final class StartController {

    /// Below this width what stands at the side goes below.
    private static final double SIDE_WIDTH = 1000;

    /// Below this width tiles and lists stand below one another.
    private static final double COLUMNS_WIDTH = 760;

    private final Opener opener;
    private final RecentList recent;
    private final List<SampleCapture> samples;
    private final KeyCaps keys;
    private final Node rights;
    private final List<RecentRow> rows = new ArrayList<>();

    @FXML private HBox root;
    @FXML private VBox column;
    @FXML private ScrollPane sideScroll;
    @FXML private VBox side;
    @FXML private GridPane tiles;
    @FXML private GridPane lists;
    @FXML private Label openKeys;
    @FXML private Label sampleKeys;
    @FXML private Label caseKeys;
    @FXML private Button openCapture;
    @FXML private Label sampleWords;
    @FXML private Label caseWords;
    @FXML private Button continueCase;
    @FXML private Hyperlink clearRecent;
    @FXML private VBox recentList;
    @FXML private VBox sampleList;
    @FXML private Label labsWords;
    @FXML private StackPane rightsSlot;
    @FXML private VBox keyList;

    StartController(Opener opener, RecentList recent, List<SampleCapture> samples, KeyCaps keys, Node rights) {
        this.opener = opener;
        this.recent = recent;
        this.samples = List.copyOf(samples);
        this.keys = keys;
        this.rights = rights;
    }

    @FXML
    private void initialize() {
        openKeys.setText(keys.keys("workbench.key.open"));
        sampleKeys.setText(keys.keys("workbench.key.sample"));
        caseKeys.setText(keys.keys("workbench.key.case"));
        SampleCapture first = samples.getFirst();
        sampleWords.setText(text("workbench.start.sample.words", firstSentence(first.story()), first.messages()));
        sampleList.getChildren().addAll(new SampleEntries(samples, opener::openSample).nodes());
        labsWords.setText(text("workbench.start.labs.words", StartCommand.documentation().resolve("TEACHING.md")));
        rightsSlot.getChildren().add(rights);
        keyList.getChildren().addAll(keys.rows());
        root.widthProperty().subscribe(width -> layOut(width.doubleValue()));
        recent.onChange(this::refresh);
    }

    private static String firstSentence(String story) {
        int end = story.indexOf(". ");
        return end < 0 ? story : story.substring(0, end + 1);
    }

    private void layOut(double width) {
        boolean isBeside = width >= SIDE_WIDTH;
        if (isBeside != side.equals(sideScroll.getContent())) {
            if (isBeside) {
                column.getChildren().remove(side);
                sideScroll.setContent(side);
            } else {
                sideScroll.setContent(null);
                column.getChildren().add(side);
            }
        }
        sideScroll.setVisible(isBeside);
        sideScroll.setManaged(isBeside);
        boolean isOneColumn = width < COLUMNS_WIDTH;
        arrange(tiles, isOneColumn);
        arrange(lists, isOneColumn);
    }

    /// Puts the children into a row, or below one another.
    private static void arrange(GridPane grid, boolean isOneColumn) {
        int count = grid.getChildren().size();
        int columns = isOneColumn ? 1 : count;
        if (columns != grid.getColumnConstraints().size()) {
            grid.getColumnConstraints().clear();
            for (int place = 0; place < columns; place++) {
                ColumnConstraints its = new ColumnConstraints();
                its.setPercentWidth(100.0 / columns);
                grid.getColumnConstraints().add(its);
            }
            for (int place = 0; place < count; place++) {
                GridPane.setConstraints(grid.getChildren().get(place), place % columns, place / columns);
            }
        }
    }

    /// Shows what was opened last, and asks the disk about it.
    void refresh() {
        rows.clear();
        recent.all().forEach(each -> rows.add(row(each)));
        recentList.getChildren().setAll(rows);
        clearRecent.setVisible(!rows.isEmpty());
        if (rows.isEmpty()) {
            recentList.getChildren().add(StartEntry.details(text("workbench.start.recent.none")));
        }
        showCase();
    }

    private RecentRow row(Recent its) {
        String when = its.opened().map(moment -> DayTime.of(moment, recent.clock())).orElse("");
        RecentRow row = new RecentRow(its, when, () -> open(its), () -> remove(its));
        FilesOnDisk.look(its.files(), row::show);
        return row;
    }

    private void open(Recent its) {
        if (its.isCase()) {
            opener.openCase(its.files().getFirst());
        } else {
            opener.openLater(its.files());
        }
    }

    /// The focus goes to the row that takes the place.
    private void remove(Recent its) {
        int place = recent.all().indexOf(its);
        recent.remove(its);
        refresh();
        if (rows.isEmpty()) {
            openCapture.requestFocus();
        } else {
            rows.get(Math.clamp(place, 0, rows.size() - 1)).focus();
        }
    }

    private void showCase() {
        Optional<Path> last = recent.lastCase();
        boolean isOpen = recent.openCase().isPresent();
        continueCase.setDisable(last.isEmpty());
        continueCase.setText(text(isOpen ? "workbench.start.case.show" : "workbench.start.case.continue"));
        if (last.isEmpty()) {
            caseWords.setText(text("workbench.start.case.none"));
            return;
        }
        String name = CaptureNames.ofCase(last.get());
        caseWords.setText(text(isOpen ? "workbench.start.case.open" : "workbench.start.case.last", name));
        if (!isOpen) {
            FilesOnDisk.look(List.of(last.get()), disk -> showCase(last.get(), name, disk));
        }
    }

    private void showCase(Path its, String name, FilesOnDisk disk) {
        if (!recent.lastCase().equals(Optional.of(its)) || recent.openCase().isPresent()) {
            return; // another one by now
        }
        if (disk.missing() > 0) {
            continueCase.setDisable(true);
            caseWords.setText(text("workbench.start.case.absent", name));
        }
        disk.changed()
                .map(moment -> text("workbench.start.case.saved", name, DayTime.of(moment, recent.clock())))
                .ifPresent(caseWords::setText);
    }

    @FXML
    private void ask() {
        opener.ask();
    }

    @FXML
    private void openSample() {
        opener.openSample(samples.getFirst());
    }

    @FXML
    private void continueCase() {
        recent.lastCase().ifPresent(opener::openCase);
    }

    /// A click beside the button of a tile; the button hears its own.
    @FXML
    private void clickTile(MouseEvent event) {
        Node tile = (Node) event.getSource();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            tile.lookupAll(".button")
                    .stream()
                    .map(Button.class::cast)
                    .filter(button -> !button.contains(button.sceneToLocal(event.getSceneX(), event.getSceneY())))
                    .forEach(Button::fire);
        }
    }

    @FXML
    private void clear() {
        recent.clear();
        refresh();
        openCapture.requestFocus();
    }

    @FXML
    private void openIncidentLab() {
        openSample("incident.pcap");
    }

    @FXML
    private void openDroppedLab() {
        openSample("dropped.pcap");
    }

    private void openSample(String file) {
        samples.stream().filter(sample -> sample.file().equals(file)).findFirst().ifPresent(opener::openSample);
    }
}
