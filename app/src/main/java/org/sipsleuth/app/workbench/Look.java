package org.sipsleuth.app.workbench;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.ui.Theme;

/// How the user wants the window to look; remembered.
final class Look {

    private static final String THEME = "theme";
    private static final String INSPECTOR = "inspector.open";
    private static final String INSPECTOR_WIDTH = "inspector.width";
    private static final String RAIL = "rail.collapsed";

    private static final double FIRST_INSPECTOR_WIDTH = 300;

    private final Settings settings;
    private final ObjectProperty<Theme> theme;
    private final BooleanProperty inspectorOpen;
    private final DoubleProperty inspectorWidth;
    private final BooleanProperty railCollapsed;
    private final BooleanProperty presenting = new SimpleBooleanProperty();

    /// At the first start the theme is that of the desktop.
    Look(Settings settings) {
        this.settings = settings;
        theme = new SimpleObjectProperty<>(settings.get(THEME).flatMap(Look::theme).orElseGet(Theme::ofDesktop));
        inspectorOpen = new SimpleBooleanProperty(settings.isOn(INSPECTOR, false));
        inspectorWidth = new SimpleDoubleProperty(settings.number(INSPECTOR_WIDTH, FIRST_INSPECTOR_WIDTH));
        railCollapsed = new SimpleBooleanProperty(settings.isOn(RAIL, false));
        settings.whenReplaced(this::recall);
        theme.addListener((_, _, chosen) -> remember(THEME, chosen.name().toLowerCase(Locale.ROOT)));
        inspectorOpen.addListener((_, _, open) -> rememberPane(INSPECTOR, open));
        inspectorWidth.addListener((_, _, width) -> settings.put(INSPECTOR_WIDTH, width.toString())); // often: saved later
        railCollapsed.addListener((_, _, narrow) -> rememberPane(RAIL, narrow));
        presenting.addListener((_, _, now) -> makeRoom(now));
    }

    private void recall() {
        settings.get(THEME).flatMap(Look::theme).ifPresent(theme::set);
        inspectorWidth.set(settings.number(INSPECTOR_WIDTH, inspectorWidth.get()));
        if (!presenting.get()) {
            recallPanes();
        }
    }

    private void recallPanes() {
        inspectorOpen.set(settings.isOn(INSPECTOR, false));
        railCollapsed.set(settings.isOn(RAIL, false));
    }

    /// While something is presented, what stands beside the page is closed, and how it stands then
    /// is not remembered.
    private void makeRoom(boolean isPresenting) {
        if (isPresenting) {
            inspectorOpen.set(false);
            railCollapsed.set(true);
        } else {
            recallPanes();
        }
    }

    /// Light or dark.
    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether the inspector is there.
    BooleanProperty inspectorOpenProperty() {
        return inspectorOpen;
    }

    /// How wide the inspector is, in pixels.
    DoubleProperty inspectorWidthProperty() {
        return inspectorWidth;
    }

    /// Whether the rail shows only icons.
    BooleanProperty railCollapsedProperty() {
        return railCollapsed;
    }

    /// Whether the window is shown to a room: larger and stronger, with nothing beside the page. Not
    /// remembered.
    BooleanProperty presentingProperty() {
        return presenting;
    }

    /// Changes between light and dark.
    void switchTheme() {
        theme.set(theme.get().other());
    }

    /// Opens or closes the inspector.
    void switchInspector() {
        inspectorOpen.set(!inspectorOpen.get());
    }

    /// Gives the window this theme, now and whenever it changes.
    void applyTo(Parent root) {
        theme.subscribe(chosen -> chosen.apply(root));
    }

    private void rememberPane(String key, boolean isOpen) {
        if (!presenting.get()) {
            remember(key, Boolean.toString(isOpen));
        }
    }

    private void remember(String key, String value) {
        settings.put(key, value);
        settings.save();
    }

    private static Optional<Theme> theme(String name) {
        return switch (name) {
            case "light" -> Optional.of(Theme.LIGHT);
            case "dark" -> Optional.of(Theme.DARK);
            default -> Optional.empty();
        };
    }
}
