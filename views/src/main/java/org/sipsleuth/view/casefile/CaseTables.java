package org.sipsleuth.view.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.store.CaseTime;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.casefile.VerdictLines;
import org.sipsleuth.view.ui.WindowFaults;

/// What a case holds beside evidence and verdicts: notes, bookmarks, filters, and models, tables
/// and other files. Enter or a double click opens a row; of a file, asks where to save it.
final class CaseTables {

    private static final int LONGEST = 2_000;

    /// What this window can use.
    private static final Set<Attachment.Kind> USED = EnumSet.complementOf(EnumSet.of(Attachment.Kind.OTHER));

    /// When the rows were read.
    private Instant now = Instant.MAX;

    /// The names of the captures by SHA-256.
    private final Map<String, String> captures = new HashMap<>();

    private final TableView<Noted> notes = new TableView<>();
    private final TableView<Bookmark> bookmarks = new TableView<>();
    private final TableView<Map.Entry<String, String>> filters = new TableView<>();
    private final TableView<Attachment> files = new TableView<>();
    private final Tab notesTab = new Tab();
    private final Tab bookmarksTab = new Tab();
    private final Tab filtersTab = new Tab();
    private final Tab filesTab = new Tab();

    /// What an analyst noted of a dialog.
    private record Noted(String who, String callId, DialogNote note) {}

    /// @param openDialog shows the dialog with a Call-ID
    /// @param openFrame shows the message of a frame
    /// @param removeBookmark removes a bookmark
    /// @param useFilter filters by a text
    /// @param saveFile writes a file of the case elsewhere
    /// @param useFile uses a model of the case, or its layout and settings
    CaseTables(Consumer<String> openDialog, Consumer<Bookmark> openFrame, Consumer<Bookmark> removeBookmark,
            Consumer<String> useFilter, Consumer<Attachment> saveFile, Consumer<Attachment> useFile) {
        set(notes, "notes",
                List.of(column(text("casefile.notes.mark"), 60,
                        each -> each.note().mark().map(NoteMark::name).orElse("")),
                        column(text("casefile.notes.tags"), 160, each -> String.join(", ", each.note().tags())),
                        column(text("casefile.notes.comment"), 320, each -> each.note().comment()),
                        column(text("casefile.notes.dialog"), 260, Noted::callId),
                        column(text("casefile.who"), 110, Noted::who)));
        set(bookmarks, "bookmarks",
                List.of(column(text("casefile.bookmarks.frame"), 90, each -> Long.toString(each.frame())),
                        column(text("casefile.bookmarks.text"), 420, Bookmark::text),
                        column(text("casefile.evidence.name"), 180, each -> capture(each.capture())),
                        column(text("casefile.who"), 110, Bookmark::who),
                        column(text("casefile.when"), 160, each -> when(each.at()))));
        set(filters, "filters", List.of(column(text("casefile.filters.name"), 220, Map.Entry::getKey),
                column(text("casefile.filters.filter"), 600, Map.Entry::getValue)));
        set(files, "files",
                List.of(column(text("casefile.files.kind"), 150, each -> text("casefile.files.kind." + each.kind())),
                        column(text("casefile.files.name"), 240, Attachment::name),
                        column(text("casefile.evidence.sha256"), 260, Attachment::sha256),
                        column(text("casefile.when"), 160, each -> when(each.added())),
                        column(text("casefile.who"), 110, Attachment::addedBy)));
        onOpen(notes, each -> openDialog.accept(each.callId()));
        onOpen(filters, each -> useFilter.accept(each.getValue()));
        onOpen(files, saveFile);
        onOpen(bookmarks, openFrame);
        bookmarks.setContextMenu(new ContextMenu(item(bookmarks, "case-bookmark", "casefile.bookmarks.open", openFrame),
                item(bookmarks, "case-bookmark-remove", "casefile.bookmarks.remove", removeBookmark)));
        addMenu(saveFile, useFile);
        notesTab.setContent(notes);
        bookmarksTab.setContent(bookmarks);
        filtersTab.setContent(filters);
        filesTab.setContent(files);
    }

    private void addMenu(Consumer<Attachment> saveFile, Consumer<Attachment> useFile) {
        MenuItem use = item(files, "case-use-model", "casefile.files.use", useFile);
        ContextMenu menu = new ContextMenu(item(files, "case-save-file", "casefile.files.save", saveFile), use);
        menu.setOnShowing(_ -> {
            Attachment chosen = files.getSelectionModel().getSelectedItem();
            use.setDisable(chosen == null || !USED.contains(chosen.kind()));
        });
        files.setContextMenu(menu);
    }

    private static <T> MenuItem item(TableView<T> table, String id, String key, Consumer<T> act) {
        MenuItem item = new MenuItem(text(key));
        item.setId(id);
        item.setOnAction(_ -> {
            T chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                act.accept(chosen);
            }
        });
        return item;
    }

    private static <T> void set(TableView<T> table, String name, List<TableColumn<T, String>> columns) {
        table.setId("case-" + name);
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.getColumns().setAll(columns);
        explainEmpty(table, name);
    }

    /// Shows what would be in a table that has no rows.
    static void explainEmpty(TableView<?> table, String name) {
        Label none = new Label(text("casefile." + name + ".none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
    }

    /// A column of texts that may hold words of a capture.
    static <T> TableColumn<T, String> column(String title, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        WindowFaults.values(column, FaultSink.FAILED, row -> VisibleText.ofValue(value.apply(row), LONGEST));
        return column;
    }

    /// Enter or a double click opens the chosen row.
    static <T> void onOpen(TableView<T> table, Consumer<T> open) {
        Runnable chosen = () -> {
            T row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                open.accept(row);
            }
        };
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen.run();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                chosen.run();
            }
        });
    }

    /// Adds a tab for each table.
    void addTo(TabPane tabs) {
        tabs.getTabs().addAll(notesTab, bookmarksTab, filtersTab, filesTab);
    }

    /// Shows other rows. The order of the columns stays, and so does the selection, as far as its
    /// row is still there; if no row changed, as with most steps that save a case, nothing moves.
    ///
    /// @param key what a row keeps when it changes
    static <T> void replace(TableView<T> table, List<T> rows, Function<T, Object> key) {
        if (table.getItems().equals(rows)) {
            table.refresh(); // cells can depend on other tables
            return;
        }
        T selected = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(rows);
        if (!table.getSortOrder().isEmpty()) {
            table.sort();
        }
        table.getSelectionModel().clearSelection();
        if (selected == null) {
            return;
        }
        Object wanted = key.apply(selected);
        for (int row = 0; row < table.getItems().size(); row++) {
            if (key.apply(table.getItems().get(row)).equals(wanted)) {
                table.getSelectionModel().select(row);
                return;
            }
        }
    }

    /// The name of a capture of the case; of another one, its SHA-256.
    String capture(String sha256) {
        return captures.getOrDefault(sha256, sha256);
    }

    /// The time of a row, which is marked if it has not come yet.
    String when(String at) {
        String minute = VerdictLines.minute(at);
        return CaseTime.isFuture(at, now) ? text("casefile.when.future", minute) : minute;
    }

    void show(OpenCase its) {
        now = its.saved();
        List<Noted> all = new ArrayList<>();
        its.notes()
                .forEach((who, notesOf) -> notesOf.byCallId()
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(each -> all.add(new Noted(who, each.getKey(), each.getValue()))));
        replace(notes, all, each -> List.of(each.who(), each.callId()));
        captures.clear();
        its.evidence().forEach(each -> captures.put(each.sha256(), each.name()));
        replace(bookmarks, its.bookmarks(), each -> List.of(each.capture(), each.frame(), each.who()));
        bookmarksTab.setText(text("casefile.bookmarks", its.bookmarks().size()));
        replace(filters, List.copyOf(its.filters().entrySet()), Map.Entry::getKey);
        replace(files, its.attachments(), each -> each);
        notesTab.setText(text("casefile.notes", all.size()));
        filtersTab.setText(text("casefile.filters", its.filters().size()));
        filesTab.setText(text("casefile.files", its.attachments().size()));
    }
}
