package org.sipsleuth.dialog.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the user arranged lifelines: merged, split by port, hidden, put into another order. Speaks
/// of lifelines by their ids, so that it outlives the ladder it was made on.
///
/// @param merged part → the id of the lifeline it is merged into
/// @param split the parts that have a lifeline for each of their endpoints
/// @param hidden the ids that are not drawn, nor messages from or to them
/// @param order ids from left to right; those that are not in it come behind, as they come
public record Arrangement(Map<String, String> merged, Set<String> split, Set<String> hidden, List<String> order) {

    /// As the messages come.
    public static final Arrangement NONE = new Arrangement(Map.of(), Set.of(), Set.of(), List.of());

    public Arrangement {
        merged = Map.copyOf(merged);
        split = Set.copyOf(split);
        hidden = Set.copyOf(hidden);
        order = List.copyOf(order);
    }

    /// With these lifelines as one, placed where the first of them was.
    public Arrangement merge(List<Lifeline> lifelines) {
        if (lifelines.size() < 2) {
            return this;
        }
        List<String> parts = lifelines.stream().flatMap(line -> line.parts().stream()).toList();
        String id = String.join(Lifeline.JOINT, parts);
        Map<String, String> now = new HashMap<>(merged);
        parts.forEach(part -> now.put(part, id));
        List<String> places = new ArrayList<>(order);
        int place = places.indexOf(lifelines.getFirst().id());
        if (place >= 0) {
            places.set(place, id);
        }
        return new Arrangement(now, split, hidden, places);
    }

    /// With the parts of a merged lifeline apart again; one that is not merged gets a lifeline for
    /// each port.
    public Arrangement split(Lifeline lifeline) {
        Map<String, String> left = new HashMap<>(merged);
        Set<String> byPort = new HashSet<>(split);
        if (lifeline.isMerged()) {
            lifeline.parts().forEach(left::remove);
        } else {
            byPort.add(lifeline.id());
        }
        return new Arrangement(left, byPort, hidden, order);
    }

    /// Without this lifeline.
    public Arrangement hide(String id) {
        Set<String> now = new HashSet<>(hidden);
        now.add(id);
        return new Arrangement(merged, split, now, order);
    }

    /// With a lifeline that was hidden.
    public Arrangement show(String id) {
        Set<String> now = new HashSet<>(hidden);
        now.remove(id);
        return new Arrangement(merged, split, now, order);
    }

    /// With one of these lifelines moved before the one that is at `place` now.
    ///
    /// @param place from 0; their number means behind the last
    public Arrangement move(List<Lifeline> lifelines, String id, int place) {
        List<String> ids = new ArrayList<>(lifelines.stream().map(Lifeline::id).toList());
        int from = ids.indexOf(id);
        if (from < 0 || place < 0 || place > ids.size()) {
            return this;
        }
        ids.remove(from);
        ids.add(place > from ? place - 1 : place, id);
        return new Arrangement(merged, split, hidden, ids);
    }

    /// The lifeline that a part belongs to.
    String lifelineOf(String part) {
        return merged.getOrDefault(part, part);
    }
}
