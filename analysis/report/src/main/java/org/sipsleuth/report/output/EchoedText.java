package org.sipsleuth.report.output;

import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts what a message repeats of its input, in the middle: a name, a filter or a value can be
/// 100,000 characters long, and hides what is wrong with it.
public final class EchoedText {

    /// The most characters of one input that a message repeats.
    public static final int MOST = 200;

    /// The most characters of a message, such as one that repeats an input of many words.
    public static final int MOST_OF_A_MESSAGE = 1_000;

    private static final Pattern WORD = Pattern.compile("\\S{%d,}+".formatted(MOST + 1));

    private EchoedText() {}

    /// The text, or its beginning and its end and how long it is.
    public static String of(String input) {
        return cut(input, MOST);
    }

    /// A message in which no input is longer.
    ///
    /// @param inputs what the message may repeat; any other word may be an input as well
    public static String in(String message, Collection<String> inputs) {
        String cut = message;
        for (String input : inputs) {
            if (input.length() > MOST) {
                cut = cut.replace(input, of(input));
            }
        }
        return cut(WORD.matcher(cut).replaceAll(EchoedText::quoted), MOST_OF_A_MESSAGE);
    }

    private static String quoted(MatchResult word) {
        return Matcher.quoteReplacement(of(word.group()));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int begin = most / 2;
        int end = text.length() - most / 2;
        begin -= Character.isHighSurrogate(text.charAt(begin - 1)) ? 1 : 0;
        end += Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return "%s … %s (%,d characters)".formatted(text.substring(0, begin), text.substring(end), text.length());
    }
}
