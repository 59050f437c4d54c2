package org.sipsleuth.report.page;

import org.sipsleuth.report.output.VisibleText;

/// Hostile text as it may stand on a page: no control character, at most so long, and no pile of
/// marks that leaves its line.
final class PageText {

    /// So many characters of a value are shown.
    static final int LONGEST = 1_000;

    /// So many characters of a paragraph.
    static final int LONGEST_PROSE = 4_000;

    /// So many marks over or below a letter are shown as marks.
    private static final int MOST_MARKS = 2;

    private PageText() {}

    /// The text with each character that has no shape of its own as an escape.
    static String of(String text) {
        return of(text, LONGEST);
    }

    /// The same with another limit.
    static String of(String text, int longest) {
        return marksSpelled(VisibleText.of(cut(text, longest), true));
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… [" + text.length() + "]";
    }

    private static String marksSpelled(String text) {
        StringBuilder spelled = null;
        int marks = 0;
        for (int at = 0; at < text.length();) {
            int letter = text.codePointAt(at);
            marks = isMark(letter) ? marks + 1 : 0;
            if (marks > MOST_MARKS && spelled == null) {
                spelled = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (spelled != null) {
                if (marks > MOST_MARKS) {
                    spelled.append("\\u").append("%04x".formatted(letter));
                } else {
                    spelled.appendCodePoint(letter);
                }
            }
            at += Character.charCount(letter);
        }
        return spelled == null ? text : spelled.toString();
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Whether a letter is written from right to left, so that it could turn round what stands
    /// beside it.
    static boolean isFromRight(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        };
    }
}
