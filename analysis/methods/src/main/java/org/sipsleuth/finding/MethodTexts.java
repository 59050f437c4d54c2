package org.sipsleuth.finding;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one method, from the file `texts.properties` beside its classes. Any thread.
public final class MethodTexts {

    private final Class<?> type;

    /// Reading a pattern costs more than using it.
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private MethodTexts(Class<?> type) {
        this.type = type;
    }

    /// The texts beside a class. They are read when the first of them is used: most commands use
    /// none.
    public static MethodTexts beside(Class<?> type) {
        return new MethodTexts(type);
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
        return bundle().containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    private MessageFormat read(String key) {
        return new MessageFormat(bundle().getString(key), Locale.ENGLISH);
    }

    /// The JDK keeps it.
    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                type.getPackageName() + ".texts", Locale.ENGLISH, type.getClassLoader());
    }
}
