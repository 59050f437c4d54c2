package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;

/// A row of the recent captures and cases. What the disk says about it comes later, if at all.
final class RecentRow extends HBox {

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    /// In characters; longer paths are cut.
    private static final int LONGEST_PATH = 400;

    private static final int MOST_PATHS = 20;

    private final Recent recent;
    private final Hyperlink name;
    private final Label details;
    private final Label size = StartEntry.details("");

    /// @param when it was opened, in words
    RecentRow(Recent recent, String when, Runnable open, Runnable remove) {
        this.recent = recent;
        String title = name(recent);
        name = StartEntry.link(title, open);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(paths()));
        details = StartEntry.details(CaptureNames.directoryOf(recent.files()));
        details.setWrapText(false);
        details.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(name, details);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label opened = StartEntry.details(when);
        VBox facts = new VBox(opened, size);
        facts.setAlignment(Pos.TOP_RIGHT);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        Button cross = new Button("", new FontIcon("fth-x"));
        cross.getStyleClass().addAll("flat", "button-icon", "small");
        cross.setAccessibleText(text("workbench.start.remove", title));
        cross.setTooltip(new Tooltip(text("workbench.start.remove.tip")));
        cross.setOnAction(_ -> remove.run());
        getChildren().addAll(new FontIcon(recent.isCase() ? "fth-briefcase" : "fth-file"), words, facts, cross);
        getStyleClass().add("recent-row");
        setAlignment(Pos.CENTER_LEFT);
    }

    /// What it is called.
    static String name(Recent recent) {
        return recent.isCase() ? CaptureNames.ofCase(recent.files().getFirst()) : CaptureNames.of(recent.files());
    }

    private String paths() {
        return recent.files().stream().limit(MOST_PATHS).map(RecentRow::path).collect(Collectors.joining("\n"));
    }

    private static String path(Path file) {
        return VisibleText.ofValue(FileName.text(file), LONGEST_PATH);
    }

    /// Shows what the disk says.
    void show(FilesOnDisk disk) {
        pseudoClassStateChanged(ABSENT, disk.missing() > 0);
        if (disk.missing() > 0) {
            int files = recent.files().size();
            details.setText(files == 1 ? text("workbench.start.absent")
                    : text("workbench.start.absent.some", disk.missing(), files));
        }
        size.setText(disk.bytes().isPresent() ? HumanText.size(disk.bytes().getAsLong()) : "");
    }

    /// Gives it the keyboard focus.
    void focus() {
        name.requestFocus();
    }
}
