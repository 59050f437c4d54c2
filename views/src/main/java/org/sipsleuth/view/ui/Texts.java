package org.sipsleuth.view.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of the window, from one resource bundle.
public final class Texts {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.sipsleuth.view.ui.texts", Locale.ENGLISH);

    /// Reading a pattern costs more than using it.
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

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
        MessageFormat format = FORMATS.computeIfAbsent(key, Texts::read);
        synchronized (format) { // it may be used by one thread at a time
            return format.format(arguments);
        }
    }

    private static MessageFormat read(String key) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH);
    }
}
