package org.sipsleuth.view.filter;

import static org.sipsleuth.view.ui.Texts.text;

import atlantafx.base.controls.CaptionMenuItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.view.session.filter.FilterModel;

/// The menu of the filter bar: presets, saved filters, those used last.
final class FilterMenu {

    private static final int RECENT = 12;
    private static final int LONGEST = 90;

    private final FilterModel filter;
    private final FilterHistory history;
    private final SavedFilters saved;
    private final Consumer<String> apply;
    private final Consumer<Preset> use;
    private final Predicate<Preset> isOffered;
    private final Runnable save;

    /// @param apply filters by a text
    /// @param use filters by a preset, and groups by what it names
    /// @param isOffered whether a preset can be used now
    /// @param save asks for a name of the filter in the bar
    FilterMenu(FilterModel filter, FilterHistory history, SavedFilters saved, Consumer<String> apply,
            Consumer<Preset> use, Predicate<Preset> isOffered, Runnable save) {
        this.filter = filter;
        this.history = history;
        this.saved = saved;
        this.apply = apply;
        this.use = use;
        this.isOffered = isOffered;
        this.save = save;
    }

    /// Fills the menu each time it is shown.
    void install(MenuButton button) {
        button.getItems().setAll(items());
        button.setOnShowing(_ -> button.getItems().setAll(items()));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(heading("filter.presets"));
        for (Preset preset : Preset.values()) {
            if (isOffered.test(preset)) {
                items.add(described(name(preset), about(preset), () -> use.accept(preset)));
            }
        }
        items.add(new SeparatorMenuItem());
        Menu own = new Menu(text("filter.saved"));
        saved.all()
                .forEach(one -> own.getItems().add(described(one.name(), one.text(), () -> apply.accept(one.text()))));
        own.setDisable(own.getItems().isEmpty());
        Menu recent = new Menu(text("filter.recent"));
        history.filters()
                .stream()
                .limit(RECENT)
                .forEach(one -> recent.getItems().add(described(one, "", () -> apply.accept(one))));
        recent.setDisable(recent.getItems().isEmpty());
        if (!recent.isDisable()) {
            recent.getItems().add(new SeparatorMenuItem());
            recent.getItems().add(item("filter.forget", history::forget));
        }
        List.of(own, recent).forEach(menu -> menu.getStyleClass().add("filter-more"));
        items.addAll(List.of(own, recent, item("filter.save.menu", save)));
        items.add(new SeparatorMenuItem());
        CheckMenuItem only = new CheckMenuItem(text("filter.only"));
        only.setSelected(filter.onlyMessagesProperty().get());
        only.setOnAction(_ -> filter.onlyMessagesProperty().set(only.isSelected()));
        items.add(only);
        return items;
    }

    private static MenuItem heading(String key) {
        return new CaptionMenuItem(text(key));
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private MenuItem described(String words, String about, Runnable act) {
        Label name = new Label(cut(words));
        Label below = new Label(cut(about));
        below.getStyleClass().addAll("text-small", "text-muted");
        Node described =
                new VBox(Stream.of(name, below).filter(label -> !label.getText().isEmpty()).toArray(Node[]::new));
        described.getStyleClass().add("filter-described");
        CustomMenuItem item = new CustomMenuItem(described, true);
        item.setText(words); // for who listens
        item.setOnAction(_ -> act.run());
        return item;
    }

    private static String cut(String words) {
        return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    }

    /// The name of a preset.
    static String name(Preset preset) {
        return text("filter.preset." + preset.key());
    }

    private static String about(Preset preset) {
        return text("filter.preset." + preset.key() + ".about");
    }
}
