package org.sipsleuth.alignment.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of differences and numbers in one language: `twice`, `a second`, `an 11th`. They are
/// in `texts.properties` beside it. Any thread.
public final class Counted {

    private static final int MOST_IN_WORDS = 10;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle texts;

    private Counted(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(Counted.class.getPackageName() + ".texts",
                language.equals(Locale.ENGLISH) ? Locale.ROOT : language, Counted.class.getClassLoader(), NO_FALLBACK);
    }

    /// The words of a language; English for one without words.
    public static Counted in(Locale language) {
        return new Counted(language);
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments.
    public String text(String key, String... arguments) {
        return new MessageFormat(texts.getString(key), language).format(arguments);
    }

    /// `1,000`
    public String digits(int number) {
        return String.format(language, "%,d", number);
    }

    private String ordinal(int number) {
        if (number <= MOST_IN_WORDS) {
            return text("ordinal." + number);
        }
        boolean isTeen = number / 10 % 10 == 1;
        String ending = switch (isTeen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return text("ordinal." + ending, Integer.toString(number));
    }

    /// `the second BYE`, `the 22nd BYE`
    public String the(int number, String what) {
        return text("which.the", ordinal(number), what);
    }

    /// `a second BYE`, `an eighth BYE`, `an 11th BYE`
    public String withArticle(int number, String what) {
        boolean isVowel = Integer.toString(number).startsWith("8") || number == 11 || number == 18;
        return text(isVowel ? "which.an" : "which.a", ordinal(number), what);
    }

    /// `BYE 200 twice`, `OPTIONS 200 (23 times)`
    public String times(String what, int number) {
        return number <= MOST_IN_WORDS ? text("times", what, text("times." + number))
                : text("repeated", what, digits(number));
    }
}
