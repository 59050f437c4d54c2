package org.sipsleuth.finding;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one method, from the file `texts.properties` beside its classes. Any thread.
public final class MethodTexts {

    private final ResourceBundle bundle;

    /// Reading a pattern costs more than using it.
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private MethodTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The texts beside a class.
    ///
    /// @throws java.util.MissingResourceException if there are none: a fault in the program
    public static MethodTexts beside(Class<?> type) {
        return new MethodTexts(
                ResourceBundle.getBundle(
                        type.getPackageName() + ".texts", Locale.ENGLISH, type.getClassLoader()));
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments (a quote is written as
    /// two).
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a fault in the program
    public String text(String key, Object... arguments) {
        MessageFormat format = formats.computeIfAbsent(key, this::read);
        synchronized (format) { // it may be used by one thread at a time
            return format.format(arguments);
        }
    }

    /// The text with this key, if there is one.
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    private MessageFormat read(String key) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH);
    }
}
