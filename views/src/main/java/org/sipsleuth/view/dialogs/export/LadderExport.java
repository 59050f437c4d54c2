package org.sipsleuth.view.dialogs.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.report.ladder.LadderFormat;
import org.sipsleuth.report.ladder.LadderTitle;
import org.sipsleuth.report.ladder.Paper;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.content.Wanted;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.ladder.sheet.ShownLadder;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// Hands out the ladder that is shown, all of its rows. Used on the JavaFX thread.
public final class LadderExport {

    /// Longer ladders are no text for a clipboard.
    private static final int MOST_ROWS_OF_TEXT = 20_000;

    private final Supplier<Optional<ShownLadder>> shown;
    private final ExportViewModel model;
    private final ExportBar bar;
    private final MenuButton button = new MenuButton();
    private volatile boolean hasNotes; // read by the thread that draws
    private LadderFormat lastFormat = LadderFormat.SVG;
    private final List<Command> commands =
            List.of(Command.when("dialogs.command.export.ladder", "Ctrl+E", this::exportFile),
                    Command.when("dialogs.command.export.picture", "", this::copyPicture),
                    Command.when("dialogs.command.export.text", "", this::copyText));

    /// @param shown the ladder that is shown
    /// @param folders opens the folders of files
    public LadderExport(Supplier<Optional<ShownLadder>> shown, FolderOpener folders) {
        this.shown = shown;
        model = new ExportViewModel(RunTask.POOL, folders);
        bar = new ExportBar(model);
        button.setId("export-button");
        button.setGraphic(new FontIcon("fth-share"));
        button.getStyleClass().addAll("small", "flat", "no-arrow", "button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.text("dialogs.export.button")));
        button.setAccessibleText(Texts.text("dialogs.export.button"));
        for (Command command : commands) {
            MenuItem item = new MenuItem(command.words());
            item.setId(command.textKey().replace('.', '-'));
            item.setOnAction(_ -> command.action().run());
            button.getItems().add(item);
        }
        CheckMenuItem notes = new CheckMenuItem(Texts.text("dialogs.export.notes"));
        notes.setId("export-notes");
        notes.selectedProperty().subscribe(wanted -> hasNotes = wanted);
        button.getItems().addAll(new SeparatorMenuItem(), notes);
    }

    /// Offers what can be done.
    public Node button() {
        return button;
    }

    /// Shows the progress of an export, and how it ended.
    public Node bar() {
        return bar;
    }

    /// Another capture is open: discards the status of earlier exports.
    public void captureChanged() {
        if (!model.runningProperty().get()) {
            model.clear();
        }
    }

    /// What can be done here.
    public CommandGroup commands() {
        return new CommandGroup("dialogs.command.export", commands);
    }

    private boolean exportFile() {
        Optional<ShownLadder> ladder = shown.get();
        if (ladder.isEmpty()) {
            return false;
        }
        FileProposal proposal = FileProposal.of(ladder.get().layers().ladder(), lastFormat);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("dialogs.export.title"));
        proposal.folder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.setInitialFileName(proposal.name());
        Map<ExtensionFilter, LadderFormat> kinds = new LinkedHashMap<>();
        for (LadderFormat format : proposal.formats()) {
            String words = Texts.text("dialogs.export.format." + format.ending().substring(1));
            kinds.put(new ExtensionFilter(words, "*" + format.ending()), format);
        }
        chooser.getExtensionFilters().setAll(kinds.keySet());
        chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().getFirst());
        File answer = chooser.showSaveDialog(button.getScene().getWindow());
        if (answer != null) {
            LadderFormat kind = kinds.get(chooser.getSelectedExtensionFilter());
            Path file = proposal.file(answer.toPath(), Optional.ofNullable(kind));
            lastFormat = LadderFormat.of(file.toString()).orElse(lastFormat);
            if (!file.equals(answer.toPath()) && Files.exists(file)) { // not what was asked about
                model.showMessage(Texts.text("dialogs.export.exists", file));
            } else {
                exportTo(file);
            }
        }
        return true;
    }

    /// Writes the ladder to a file whose name says the format.
    void exportTo(Path file) {
        Optional<ShownLadder> ladder = shown.get();
        Optional<LadderFormat> format = LadderFormat.of(file.toString());
        if (ladder.isEmpty() || format.isEmpty()) {
            model.showMessage(Texts.text("dialogs.export.unknown.format",
                    String.join(" ", Arrays.stream(LadderFormat.values()).map(LadderFormat::ending).toList())));
            return;
        }
        model.run(Texts.text("dialogs.export.writing", String.valueOf(file.getFileName())), monitor -> {
            OutputFile output = OutputFile.at(file, ExportOutput.confirmed(ladder.get().layers().ladder().index()));
            LadderDocument document = document(ladder.get(), monitor);
            output.write(out -> {
                document.write(format.get(), Paper.USUAL, out, monitor);
                ladder.get().layers().ladder().index().opened().check();
            });
            return file;
        }, model::wrote);
    }

    private boolean copyPicture() {
        Optional<ShownLadder> ladder = shown.get();
        if (ladder.isEmpty()) {
            return false;
        }
        model.<BufferedImage>run(Texts.text("dialogs.export.drawing"),
                monitor -> document(ladder.get(), monitor).picture(monitor), picture -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(SwingFXUtils.toFXImage(picture, null));
                    Clipboard.getSystemClipboard().setContent(content);
                    return Texts.text("dialogs.export.picture.copied");
                });
        return true;
    }

    private boolean copyText() {
        Optional<ShownLadder> ladder = shown.get();
        if (ladder.isEmpty()) {
            return false;
        }
        if (ladder.get().layers().ladder().size() > MOST_ROWS_OF_TEXT) {
            model.showMessage(Texts.text("dialogs.export.text.long", MOST_ROWS_OF_TEXT));
            return true;
        }
        model.<String>run(Texts.text("dialogs.export.drawing"), monitor -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document(ladder.get(), monitor).write(LadderFormat.TEXT, Paper.USUAL, out, monitor);
            return out.toString(StandardCharsets.UTF_8);
        }, text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            return Texts.text("dialogs.export.text.copied");
        });
        return true;
    }

    private LadderDocument document(ShownLadder shown, RunMonitor monitor) throws IOException {
        Ladder ladder = shown.layers().ladder();
        boolean hasHints = shown.layers().style().has(Overlay.HINTS);
        Map<Integer, List<Hint>> hints = hasHints ? LadderNotes.hints(ladder, monitor) : Map.of();
        CaptureLadder content = new CaptureLadder(shown.layers(),
                new Wanted(shown.marked(), hints, hasNotes, hasHints ? shown.problems() : ProblemMarks.NONE));
        List<String> digests = new ArrayList<>();
        for (CaptureSummary file : ladder.index().files()) {
            digests.add(file.sha256(monitor));
        }
        LadderTitle title = LadderTitle.of(ladder, content.dialogs(), digests, monitor);
        return new LadderDocument(content, title);
    }
}
