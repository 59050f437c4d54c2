package org.sipsleuth.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which host of the right dialog plays the part of which host of the left one: those that first
/// stand in the same place of the same message.
final class HostRoles {

    private final Map<String, String> rightOfLeft = new LinkedHashMap<>();
    private final Map<String, String> leftOfRight = new LinkedHashMap<>();

    /// Whether two messages go the same way. Hosts that are met for the first time get their parts
    /// by it.
    boolean goSameWay(String leftSource, String leftTarget, String rightSource, String rightTarget) {
        boolean source = playSamePart(leftSource, rightSource);
        boolean target = playSamePart(leftTarget, rightTarget);
        return source && target;
    }

    private boolean playSamePart(String left, String right) {
        String known = rightOfLeft.get(left);
        if (known == null && !leftOfRight.containsKey(right)) {
            rightOfLeft.put(left, right);
            leftOfRight.put(right, left);
            return true;
        }
        return right.equals(known);
    }

    /// Left host → right host, in the order in which they were met.
    Map<String, String> byLeft() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(rightOfLeft));
    }
}
