package org.sipsleuth.sentence;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The texts of one method, rule or kind of incident, from a file beside its classes
/// (`texts.properties`) and its translations (`texts_de.properties`). Any thread.
public final class MethodTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// Languages without files: how their patterns are made of the English ones.
    static final Map<Locale, UnaryOperator<String>> MADE = new ConcurrentHashMap<>();

    private final ClassLoader loader;
    private final String base;

    /// Reading a pattern costs more than using it.
    private final Map<Entry, MessageFormat> formats = new ConcurrentHashMap<>();

    private record Entry(Locale language, String key) {}

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

    /// What the text with this key states, `{0}`, `{1}` … replaced by the arguments (a quote is
    /// written as two). That there is no such text, a fault in the program, shows when it is worded.
    public Sentence sentence(String key, Sentence... arguments) {
        return new Sentence.Worded(this, key, List.of(arguments));
    }

    /// The text with this key in English, for what is shown at once.
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a fault in the program
    public String text(String key, Object... arguments) {
        return in(Locale.ENGLISH, key, arguments);
    }

    /// What the text with this key states, if there is one.
    public Optional<Sentence> find(String key) {
        return bundle(Locale.ENGLISH).containsKey(key) ? Optional.of(sentence(key)) : Optional.empty();
    }

    /// Whether the text with this key shows an argument.
    public boolean shows(String key, int argument) {
        return pattern(Locale.ENGLISH, key).contains("{" + argument);
    }

    String in(Locale language, String key, Object... arguments) {
        MessageFormat format = formats.computeIfAbsent(new Entry(language, key),
                entry -> new MessageFormat(pattern(entry.language(), entry.key()), entry.language()));
        synchronized (format) { // it may be used by one thread at a time
            return format.format(arguments);
        }
    }

    private String pattern(Locale language, String key) {
        return MADE.getOrDefault(language, UnaryOperator.identity()).apply(bundle(language).getString(key));
    }

    /// The JDK keeps it. The texts without a language are English; those of the machine's language
    /// are not asked.
    private ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(base, language.equals(Locale.ENGLISH) ? Locale.ROOT : language, loader,
                NO_FALLBACK);
    }

    /// Texts are those of a file.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MethodTexts texts && texts.base.equals(base) && texts.loader.equals(loader);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return base;
    }
}
