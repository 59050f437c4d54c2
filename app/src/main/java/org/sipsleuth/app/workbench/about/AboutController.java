package org.sipsleuth.app.workbench.about;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.app.program.BuildFacts;
import org.sipsleuth.app.program.ProgramLicence;
import org.sipsleuth.app.program.ThirdPartyLicences;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// Fills the page about the program, and shows the licences in its place.
final class AboutController {

    private static final int PAPERS = 5;

    private record Line(String textKey, String value) {

        String words() {
            return text(textKey);
        }
    }

    private final FolderOpener opener;
    private final Executor background;
    private final Runnable close;

    @FXML private Label title;
    @FXML private ScrollPane scroll;
    @FXML private GridPane facts;
    @FXML private Label licence;
    @FXML private Hyperlink licenceLink;
    @FXML private GridPane folders;
    @FXML private VBox papers;
    @FXML private TextArea licences;
    @FXML private Hyperlink back;
    @FXML private Label done;
    @FXML private Button copy;

    AboutController(FolderOpener opener, Executor background, Runnable close) {
        this.opener = opener;
        this.background = background;
        this.close = close;
    }

    @FXML
    private void initialize() {
        List<Line> lines = lines();
        for (int row = 0; row < lines.size(); row++) {
            facts.addRow(row, muted(lines.get(row).words()), wrapped(lines.get(row).value()));
        }
        licence.setText(text("workbench.about.licence", ProgramLicence.NAME));
        List<Line> places = places();
        for (int row = 0; row < places.size(); row++) {
            addFolder(row, places.get(row));
        }
        IntStream.rangeClosed(1, PAPERS)
                .mapToObj(number -> text("workbench.about.paper." + number, number))
                .forEach(paper -> papers.getChildren().add(wrapped(paper)));
        renew();
    }

    /// Shows the page from its top.
    void renew() {
        showText(false);
        scroll.setVvalue(0);
        done.setText("");
    }

    private static List<Line> lines() {
        BuildFacts build = BuildFacts.ofProgram();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("workbench.about.version", build.version()));
        build.commit()
                .ifPresent(hash -> lines.add(new Line("workbench.about.commit",
                        build.time().map(time -> text("workbench.about.commit.of", hash, time)).orElse(hash))));
        lines.add(new Line("workbench.about.build", build.kind()));
        lines.add(new Line("workbench.about.java", BuildFacts.java()));
        lines.add(new Line("workbench.about.system", BuildFacts.system()));
        return lines;
    }

    private static List<Line> places() {
        return List.of(new Line("workbench.about.folder.settings", FileName.text(UserFolders.settings())),
                new Line("workbench.about.folder.data", FileName.text(UserFolders.data())),
                new Line("workbench.about.folder.cache", FileName.text(UserFolders.cache())));
    }

    private void addFolder(int row, Line place) {
        Label path = new Label(place.value());
        path.getStyleClass().add("path");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setTooltip(new Tooltip(place.value()));
        path.setMinWidth(0);
        Button open = small(text("workbench.about.open"), text("workbench.about.open.of", place.words()));
        open.setOnAction(_ -> open(FileName.path(place.value())));
        Button copyPath = small(text("workbench.about.copy"), text("workbench.about.copy.of", place.words()));
        copyPath.setOnAction(_ -> copy(place.value()));
        folders.addRow(row, muted(place.words()), path, open, copyPath);
    }

    private static Button small(String words, String described) {
        Button button = new Button(words);
        button.getStyleClass().add("small");
        button.setAccessibleText(described);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void open(Path folder) {
        RunTask<Path> task = new RunTask<>(_ -> {
            opener.show(folder.resolve(".")); // shows where a file lies: this one lies in the folder itself
            return folder;
        });
        task.setOnSucceeded(_ -> done.setText(""));
        task.setOnFailed(_ -> done.setText(text("workbench.about.open.not", FileName.text(folder))));
        background.execute(task);
    }

    private void copy(String words) {
        Map<DataFormat, Object> content = Map.of(DataFormat.PLAIN_TEXT, words);
        Clipboard.getSystemClipboard().setContent(content);
        done.setText(text("workbench.about.copied"));
    }

    @FXML
    private void copyDetails() {
        copy(lines().stream()
                .map(line -> line.words() + ": " + line.value())
                .collect(Collectors.joining("\n", "SipSleuth\n", "\n")));
    }

    @FXML
    private void licence() {
        show("workbench.about.licence.text", ProgramLicence::text);
    }

    @FXML
    private void thirdParty() {
        show("workbench.about.third.party", ThirdPartyLicences::text);
    }

    private void show(String textKey, Supplier<String> content) {
        licences.setText(content.get());
        licences.setScrollTop(0);
        licences.setAccessibleText(text(textKey));
        showText(true);
        title.setText(text(textKey));
        licences.requestFocus();
    }

    @FXML
    private void back() {
        showText(false);
        licenceLink.requestFocus();
    }

    private void showText(boolean isText) {
        place(licences, isText);
        place(back, isText);
        place(scroll, !isText);
        place(copy, !isText);
        title.setText(text("workbench.about.title"));
    }

    private static void place(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    @FXML
    private void close() {
        close.run();
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
