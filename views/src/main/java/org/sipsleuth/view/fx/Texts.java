package org.sipsleuth.view.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, from one resource bundle.
public final class Texts {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.sipsleuth.view.fx.texts", Locale.ENGLISH);

    private Texts() {}

    /// The bundle, for FXML (`%key`).
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments (a quote is written as
    /// two).
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a mistake in the
    /// program
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
