package org.sipsleuth.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The parts that the hosts of two dialogs play, with a short name each. Immutable.
public final class HostParts {

    private static final int LETTERS = 26;

    private final DialogComparison comparison;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> placeOfLeft = new HashMap<>();
    private final Map<String, Integer> placeOfRight = new HashMap<>();

    /// A part.
    ///
    /// @param letter its short name: `A`
    /// @param left the host that plays it in the left dialog, or empty
    /// @param right the same in the right dialog
    public record Part(String letter, String left, String right) {

        /// Whether somebody plays it in one of the dialogs.
        public boolean isIn(boolean isLeft) {
            return !(isLeft ? left : right).isEmpty();
        }
    }

    private HostParts(DialogComparison comparison) {
        this.comparison = comparison;
        Map<String, String> leftOfRight = new HashMap<>();
        comparison.hosts().forEach((left, right) -> leftOfRight.put(right, left));
        for (DialogRow row : comparison.rows()) {
            if (row.left() >= 0) {
                addLeft(comparison.source(row.left(), true));
                addLeft(comparison.destination(row.left(), true));
            }
            if (row.right() >= 0) {
                addRight(comparison.source(row.right(), false), leftOfRight);
                addRight(comparison.destination(row.right(), false), leftOfRight);
            }
        }
    }

    /// The parts of two dialogs, in the order in which they come on.
    public static HostParts of(DialogComparison comparison) {
        return new HostParts(comparison);
    }

    private void addLeft(String host) {
        if (!placeOfLeft.containsKey(host)) {
            String right = comparison.hosts().getOrDefault(host, "");
            placeOfLeft.put(host, parts.size());
            if (!right.isEmpty()) {
                placeOfRight.put(right, parts.size());
            }
            parts.add(new Part(letter(parts.size()), host, right));
        }
    }

    private void addRight(String host, Map<String, String> leftOfRight) {
        if (placeOfRight.containsKey(host)) {
            return;
        }
        String left = leftOfRight.get(host);
        if (left != null) {
            addLeft(left);
            return;
        }
        placeOfRight.put(host, parts.size());
        parts.add(new Part(letter(parts.size()), "", host));
    }

    private static String letter(int number) {
        String letter = Character.toString('A' + number % LETTERS);
        return number < LETTERS ? letter : letter + number / LETTERS;
    }

    /// All parts.
    public List<Part> all() {
        return Collections.unmodifiableList(parts);
    }

    /// The place of the part that a message comes from.
    ///
    /// @param isLeft whether the message is one of the left dialog
    public int source(int message, boolean isLeft) {
        return place(comparison.source(message, isLeft), isLeft);
    }

    /// The place of the part that a message goes to.
    public int destination(int message, boolean isLeft) {
        return place(comparison.destination(message, isLeft), isLeft);
    }

    private int place(String host, boolean isLeft) {
        Integer place = (isLeft ? placeOfLeft : placeOfRight).get(host);
        if (place == null) {
            throw new IllegalArgumentException("no message of this dialog");
        }
        return place;
    }
}
