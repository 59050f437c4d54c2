package org.sipsleuth.annotation;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an analyst noted of one dialog.
///
/// @param mark its mark, if it has one
/// @param tags words, none empty, none longer than [#LONGEST_TAG]
/// @param comment any text, or empty
public record DialogNote(Optional<NoteMark> mark, SortedSet<String> tags, String comment) {

    /// The most characters of a tag; longer ones are cut.
    public static final int LONGEST_TAG = 60;

    /// The most tags of a dialog; those after them are dropped.
    public static final int MOST_TAGS = 40;

    /// The most characters of a comment; longer ones are cut.
    public static final int LONGEST_COMMENT = 20_000;

    /// Nothing noted.
    public static final DialogNote NONE = new DialogNote(Optional.empty(), new TreeSet<>(), "");

    public DialogNote {
        TreeSet<String> kept = new TreeSet<>();
        for (String tag : tags) {
            String word = cut(tag.strip(), LONGEST_TAG);
            if (!word.isEmpty() && kept.size() < MOST_TAGS) {
                kept.add(word);
            }
        }
        tags = Collections.unmodifiableSortedSet(kept);
        comment = cut(comment, LONGEST_COMMENT);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /// Whether nothing is noted.
    public boolean isEmpty() {
        return mark.isEmpty() && tags.isEmpty() && comment.isEmpty();
    }

    /// The same with another mark.
    public DialogNote withMark(Optional<NoteMark> other) {
        return new DialogNote(other, tags, comment);
    }

    /// The same with other tags.
    public DialogNote withTags(SortedSet<String> others) {
        return new DialogNote(mark, others, comment);
    }

    /// The same with another comment.
    public DialogNote withComment(String other) {
        return new DialogNote(mark, tags, other);
    }
}
