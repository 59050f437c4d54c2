package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.lab.format.LabCapture;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The page of labs, with the panel and the banner that the window has while one is in progress. Used
/// on the JavaFX thread.
public final class LabsPage implements Page {

    /// Its [Page#id].
    public static final String ID = "labs";

    private final LabDesk desk;
    private final Workplace place;
    private final LabShelf shelf;
    private final LabList list;
    private final LabPanel panel;
    private final LabBanner banner;
    private Optional<SipIndex> index = Optional.empty();
    private boolean wasFolded;
    private Consumer<List<AskedRange>> ranges = _ -> {};

    /// @param folder where labs are kept
    /// @param filter the window's
    public LabsPage(Workplace place, LabDesk desk, Path folder, Supplier<FilterModel> filter) {
        this.place = place;
        this.desk = desk;
        shelf = new LabShelf(folder, InstantSource.system());
        list = new LabList(this::start, this::use, this::ask);
        panel = new LabPanel(desk, place, () -> index, filter);
        banner = new LabBanner(desk, this::askHandIn);
        list.root().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                refresh();
            }
        });
        desk.scoreProperty().subscribe(_ -> {
            refresh();
            showRanges();
        });
    }

    /// Calls back whenever there are other time ranges to show: none until a lab is handed in and marked.
    public void onRanges(Consumer<List<AskedRange>> listener) {
        ranges = listener;
        showRanges();
    }

    private void showRanges() {
        Optional<LabScore> score = desk.scoreProperty().get();
        ranges.accept(desk.sessionProperty()
                .get()
                .filter(LabSession::isHandedIn)
                .flatMap(its -> score.flatMap(marks -> index.map(now -> AskedRange.of(its.folder(), marks, now))))
                .orElse(List.of()));
    }

    /// What a reader of captures asks: the lab that they belong to, with what was answered. Any thread.
    public static Optional<LabSession> labOf(List<Path> captures) {
        return LabShelf.of(captures, InstantSource.system());
    }

    private void refresh() {
        RunTask<List<LabShelf.Entry>> task = new RunTask<>(shelf::entries);
        task.setOnSucceeded(_ -> list.show(task.getValue()));
        task.setOnFailed(_ -> list.fail(LabTexts.failure(task.getException())));
        task.start();
    }

    private void start(Recipe recipe, long seed) {
        open(new RunTask<>(monitor -> shelf.start(recipe, seed, monitor)), List.of());
    }

    private void ask() {
        LabFiles.ask(place, list.root().getScene().getWindow()).ifPresent(this::open);
    }

    /// Opens a lab: its folder, `lab.json` in it, or a zip.
    public void open(Path lab) {
        List<String> leftOut = new CopyOnWriteArrayList<>();
        open(new RunTask<>(monitor -> shelf.open(lab, leftOut::add, monitor)), leftOut);
    }

    /// @param leftOut files of a zip that are not the lab's, as far as the task has named them
    private void open(RunTask<LabSession> task, List<String> leftOut) {
        list.watch(task);
        task.setOnSucceeded(_ -> {
            list.watchNothing();
            use(task.getValue());
            panel.showLeftOut(leftOut);
        });
        task.setOnFailed(_ -> {
            list.watchNothing();
            list.fail(LabTexts.failure(task.getException()));
        });
        task.setOnCancelled(_ -> list.watchNothing());
        task.start();
    }

    /// Turns to a lab and opens its first capture. Call records are no capture: there the panel names
    /// their file.
    private void use(LabSession session) {
        desk.use(Optional.of(session));
        session.lab()
                .captures()
                .stream()
                .filter(each -> !each.isCallRecords())
                .map(LabCapture::file)
                .findFirst()
                .ifPresent(file -> place.window().openCapture(session.folder().folder().resolve(file)));
    }

    private void askHandIn() {
        desk.inProgress().ifPresent(its -> {
            int open = its.lab().questions().size() - its.answered();
            Label title = new Label(text("lab.handin.title"));
            title.getStyleClass().add("lab-title");
            Label meaning = new Label(text("lab.handin.meaning", open));
            meaning.setWrapText(true);
            Button yes = new Button(text("lab.handin.yes"));
            yes.setId("lab-handin-yes");
            yes.setDefaultButton(true);
            yes.setOnAction(_ -> {
                place.window().hideOverlay();
                handIn();
            });
            Button no = new Button(text("lab.handin.no"));
            no.setId("lab-handin-no");
            no.setCancelButton(true);
            no.setOnAction(_ -> place.window().hideOverlay());
            HBox buttons = new HBox(yes, no);
            buttons.getStyleClass().add("lab-tools");
            VBox page = new VBox(title, meaning, buttons);
            page.getStyleClass().addAll("lab-overlay");
            page.getStylesheets().add(LabTexts.STYLES);
            place.window().showOverlay(page);
            yes.requestFocus();
        });
    }

    /// The capture is opened again, as now all of it may be stated.
    private void handIn() {
        desk.handIn(() -> index
                .ifPresent(now -> place.window().openCaptures(now.files().stream().map(each -> each.path()).toList())));
    }

    /// What stands in the place of a page that is locked.
    public Node locked(Page page) {
        Label title = new Label(text("lab.locked", page.name()), new FontIcon("fth-lock"));
        title.getStyleClass().add("lab-title");
        Label why = new Label(desk.inProgress().map(its -> text("lab.locked.why", its.lab().title())).orElse(""));
        why.setWrapText(true);
        Button work = new Button(text("lab.locked.dialogs"));
        work.setOnAction(_ -> place.window().openDialogs());
        VBox box = new VBox(title, why, work);
        box.setId("lab-locked");
        box.getStyleClass().add("lab-locked");
        box.getStylesheets().add(LabTexts.STYLES);
        return box;
    }

    /// The questions, to stand beside the pages.
    public Node panel() {
        return panel.root();
    }

    /// While something is presented the questions are folded at first, to leave room; afterwards they
    /// stand as before.
    @Override
    public void present(boolean isPresenting) {
        if (isPresenting) {
            wasFolded = panel.isFolded();
            panel.setFolded(true);
        } else {
            panel.setFolded(wasFolded);
        }
    }

    /// What a lab in progress hides, to stand over the pages.
    public Node banner() {
        return banner.root();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-award";
    }

    @Override
    public Node root() {
        return list.root();
    }

    @Override
    public boolean isInspected() {
        return false;
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public boolean isShownWithoutCapture() {
        return true;
    }

    @Override
    public boolean isFiltered() {
        return true; // it is about no capture
    }

    @Override
    public void show(SipIndex shown) {
        index = Optional.of(shown);
        showRanges();
    }

    @Override
    public void showNothing() {
        index = Optional.empty();
        showRanges();
    }

    @Override
    public Optional<CommandGroup> commands() {
        return Optional.of(new CommandGroup("lab.page.name",
                List.of(Command.when("lab.key.take", "T", panel::take),
                        Command.when("lab.key.next", "Alt+Down", () -> panel.step(1)),
                        Command.when("lab.key.previous", "Alt+Up", () -> panel.step(-1)),
                        Command.when("lab.key.handin", "", this::canHandIn),
                        Command.of("lab.key.fold", "", panel::fold), Command.of("lab.key.open", "", this::ask))));
    }

    private boolean canHandIn() {
        askHandIn();
        return desk.inProgress().isPresent();
    }
}
