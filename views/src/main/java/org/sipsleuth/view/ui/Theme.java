package org.sipsleuth.view.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;

/// The look of the whole window: light or dark.
public enum Theme {
    LIGHT, DARK;

    /// The style class that the root carries in the dark look, for colours of our own.
    private static final String DARK_CLASS = "dark";

    /// The look that the desktop asks for; light where it does not say. JavaFX thread only.
    public static Theme ofDesktop() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// The other look.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Gives all windows this look, and marks `root` so that our own colours follow. JavaFX thread
    /// only.
    public void apply(Parent root) {
        Application.setUserAgentStylesheet(switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
        root.getStyleClass().remove(DARK_CLASS);
        if (this == DARK) {
            root.getStyleClass().add(DARK_CLASS);
        }
    }
}
