package org.sipsleuth.capture.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Appends layer names to a protocol stack; equal stacks are the same list.
final class LayerNames {

    private final List<String> added;
    private final Map<List<String>, List<String>> longer = new HashMap<>();
    private List<String> last = List.of();
    private List<String> lastLonger;

    LayerNames(List<String> added) {
        this.added = List.copyOf(added);
        this.lastLonger = this.added;
    }

    @SuppressWarnings("ReferenceEquality") // most come as the one before; others are looked up
    List<String> after(List<String> layers) {
        if (layers != last) {
            last = layers;
            lastLonger = longer.computeIfAbsent(layers, this::join);
        }
        return lastLonger;
    }

    private List<String> join(List<String> layers) {
        List<String> names = new ArrayList<>(layers);
        names.addAll(added);
        return List.copyOf(names);
    }
}
