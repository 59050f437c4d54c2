package org.sipsleuth.alignment.words;

import java.util.Locale;

/// Numbers in words: `twice`, `a second`, `an 11th`.
public final class Counted {

    private static final String[] ORDINALS = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth"
    };

    private static final String[] TIMES = {
        "once",
        "twice",
        "three times",
        "four times",
        "five times",
        "six times",
        "seven times",
        "eight times",
        "nine times",
        "ten times"
    };

    private Counted() {}

    /// `1,000`
    public static String digits(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `second`, `11th`, `22nd`
    public static String ordinal(int number) {
        if (number <= ORDINALS.length) {
            return ORDINALS[number - 1];
        }
        boolean isTeen = number / 10 % 10 == 1;
        return number
                + switch (isTeen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /// `a second`, `an eighth`, `an 11th`
    public static String withArticle(int number) {
        String digits = Integer.toString(number);
        boolean isVowel = digits.startsWith("8") || number == 11 || number == 18;
        return (isVowel ? "an " : "a ") + ordinal(number);
    }

    /// `BYE 200 twice`, `OPTIONS 200 (23 times)`
    public static String times(String what, int number) {
        return number <= TIMES.length
                ? what + " " + TIMES[number - 1]
                : "%s (%s times)".formatted(what, digits(number));
    }
}
