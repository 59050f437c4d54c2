package org.sipsleuth.finding;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one method, rule or kind of incident, from a file beside its classes
/// (`texts.properties`), or from the German one (`texts_de.properties`) where [SentenceLanguage] is
/// German. Any thread.
public final class MethodTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ClassLoader loader;
    private final String base;

    /// Reading a pattern costs more than using it.
    private final Map<Pattern, MessageFormat> formats = new ConcurrentHashMap<>();

    private record Pattern(Locale language, String key) {}

    private MethodTexts(Class<?> type, String name) {
        loader = type.getClassLoader();
        base = type.getPackageName() + "." + name;
    }

    /// The texts beside a class. They are read when the first of them is used: most commands use
    /// none.
    public static MethodTexts beside(Class<?> type) {
        return new MethodTexts(type, "texts");
    }

    /// Those of a file with another name: `scan` is `scan.properties` beside the class, and
    /// `kind.spit` the file `spit.properties` in the package `kind` below.
    public static MethodTexts beside(Class<?> type, String name) {
        return new MethodTexts(type, name);
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments (a quote is written as
    /// two).
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a fault in the program
    public String text(String key, Object... arguments) {
        MessageFormat format = formats.computeIfAbsent(new Pattern(SentenceLanguage.current(), key), this::read);
        synchronized (format) { // it may be used by one thread at a time
            return format.format(arguments);
        }
    }

    /// The text with this key, if there is one.
    public Optional<String> find(String key) {
        return bundle().containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    private MessageFormat read(Pattern pattern) {
        return new MessageFormat(bundle().getString(pattern.key()), pattern.language());
    }

    /// The JDK keeps it. The texts without a language are English; those of the machine's language
    /// are not asked.
    private ResourceBundle bundle() {
        Locale language = SentenceLanguage.current();
        return ResourceBundle.getBundle(base, language.equals(Locale.ENGLISH) ? Locale.ROOT : language, loader,
                NO_FALLBACK);
    }
}
