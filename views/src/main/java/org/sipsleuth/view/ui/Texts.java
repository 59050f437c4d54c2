package org.sipsleuth.view.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The texts of the window, from `texts.properties` in the packages of its pages. Any thread.
///
/// The first word of a key is the package below `view` or `app` that the text lies in:
/// `flood.headline` lies beside the page of floods. A text of several packages begins with another
/// word and lies beside this class.
public final class Texts {

    private static final List<String> PARENTS = List.of("org/sipsleuth/view/", "org/sipsleuth/app/");
    private static final String FILE = "/texts.properties";
    private static final ResourceBundle SHARED = Objects.requireNonNull(find("ui"), "the shared texts");

    /// The file of each first word, read when the first of its texts is used.
    private static final Map<String, ResourceBundle> FILES = new ConcurrentHashMap<>();

    /// Reading a pattern costs more than using it.
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private static final ResourceBundle ALL = new ResourceBundle() {

        @Override
        protected Object handleGetObject(String key) {
            return file(key).getString(key);
        }

        @Override
        public boolean containsKey(String key) {
            return file(key).containsKey(key);
        }

        // Those of no file: a file is found by the key.
        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }
    };

    private Texts() {}

    /// All texts, for FXML (`%key`). It finds texts and does not list them.
    public static ResourceBundle bundle() {
        return ALL;
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments (a quote is written as
    /// two).
    ///
    /// @throws MissingResourceException if there is no such text: a fault in the program
    public static String text(String key, Object... arguments) {
        MessageFormat format = FORMATS.computeIfAbsent(key, Texts::read);
        synchronized (format) { // it may be used by one thread at a time
            return format.format(arguments);
        }
    }

    /// A text that each page has: `flood.page.name` for a class of the page of floods and the key
    /// `page.name`.
    ///
    /// @throws MissingResourceException if there is no such text: a fault in the program
    public static String beside(Class<?> type, String key) {
        String path = type.getPackageName().replace('.', '/');
        String below = PARENTS.stream()
                .filter(path::startsWith)
                .map(parent -> path.substring(parent.length()))
                .findFirst()
                .orElseThrow(() -> new MissingResourceException("no page", type.getName(), key));
        return text(below.split("/", 2)[0] + "." + key);
    }

    private static MessageFormat read(String key) {
        return new MessageFormat(ALL.getString(key), Locale.ENGLISH);
    }

    private static ResourceBundle file(String key) {
        return FILES.computeIfAbsent(key.split("\\.", 2)[0], word -> Objects.requireNonNullElse(find(word), SHARED));
    }

    private static @Nullable ResourceBundle find(String word) {
        for (String parent : PARENTS) {
            try (InputStream in = Texts.class.getResourceAsStream("/" + parent + word + FILE)) {
                if (in != null) {
                    return new PropertyResourceBundle(in);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }
}
