package org.sipsleuth.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The texts of enum constants, from `texts.properties` beside their class.
///
/// The key of a constant is `Class.CONSTANT`; the text is a pattern of [java.util.Formatter]. A
/// bundle is loaded when its first text is needed.
public final class EnumTexts {

    private static final String BUNDLE = "texts.properties";

    private static final ClassValue<ResourceBundle> BUNDLES = new ClassValue<>() {
        @Override
        protected ResourceBundle computeValue(Class<?> type) {
            return load(type);
        }
    };

    private EnumTexts() {}

    /// The text of a constant.
    ///
    /// @param arguments of the pattern; without any the text is returned as it stands
    /// @throws java.util.MissingResourceException if it has none: a mistake in the program
    public static String text(Enum<?> constant, Object... arguments) {
        Class<?> type = constant.getDeclaringClass();
        String text = bundle(type).getString(type.getSimpleName() + '.' + constant.name());
        boolean isPattern = arguments.length > 0 && text.indexOf('%') >= 0;
        return isPattern ? String.format(Locale.ENGLISH, text, arguments) : text;
    }

    /// The text of a constant where it is used of something particular: key
    /// `Class.CONSTANT.variant`.
    ///
    /// @throws java.util.MissingResourceException if it has none: a mistake in the program
    public static String variant(Enum<?> constant, String variant) {
        Class<?> type = constant.getDeclaringClass();
        return bundle(type).getString(type.getSimpleName() + '.' + constant.name() + '.' + variant);
    }

    /// The bundle beside a class.
    static ResourceBundle bundle(Class<?> type) {
        return BUNDLES.get(type);
    }

    private static ResourceBundle load(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(BUNDLE)) {
            if (in == null) {
                throw new FileNotFoundException(type.getPackageName() + " has no " + BUNDLE);
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
