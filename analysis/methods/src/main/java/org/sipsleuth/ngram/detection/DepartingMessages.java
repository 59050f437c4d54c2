package org.sipsleuth.ngram.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Anomalous messages of one source that depart from the protocol.
final class DepartingMessages {

    private final List<Integer> messages = new ArrayList<>();
    private final Map<String, Integer> kinds = new LinkedHashMap<>();

    void add(int message, List<String> itsKinds) {
        messages.add(message);
        itsKinds.forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    }

    int count() {
        return messages.size();
    }

    /// The messages in order.
    List<Integer> messages() {
        return List.copyOf(messages);
    }

    /// How many of them depart in each way.
    Map<String, Integer> kinds() {
        return kinds;
    }
}
