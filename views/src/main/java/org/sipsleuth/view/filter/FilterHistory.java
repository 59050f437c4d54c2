package org.sipsleuth.view.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.view.ui.Memory;

/// The filters that were used last, kept from one start to the next.
final class FilterHistory {

    private static final String KEY = "filter.recent";
    private static final int MOST = 50;

    /// Longer ones were pasted, and would fill the settings.
    private static final int LONGEST = 2_000;

    private final Memory memory;
    private final List<String> filters = new ArrayList<>();
    private int place = -1;
    private String typed = "";

    FilterHistory(Memory memory) {
        this.memory = memory;
        memory.get(KEY)
                .stream()
                .flatMap(String::lines)
                .filter(filter -> !filter.isBlank() && filter.length() <= LONGEST)
                .limit(MOST)
                .forEach(filters::add);
    }

    /// The last one first.
    List<String> filters() {
        return List.copyOf(filters);
    }

    /// Remembers a filter as the last one.
    void add(String filter) {
        leave();
        if (filter.isBlank() || filter.length() > LONGEST || filter.lines().count() != 1) {
            return;
        }
        filters.remove(filter);
        filters.addFirst(filter);
        if (filters.size() > MOST) {
            filters.removeLast();
        }
        memory.change(KEY,
                lines -> Stream.concat(Stream.of(filter), lines.lines().filter(line -> !line.equals(filter)))
                        .limit(MOST)
                        .collect(Collectors.joining("\n")));
    }

    void forget() {
        leave();
        filters.clear();
        memory.keep(KEY, "");
    }

    /// Goes to the filter before.
    ///
    /// @param now what is in the bar, to come back to
    /// @return what is to be there
    String older(String now) {
        if (place < 0) {
            typed = now;
        }
        int next = place + 1;
        if (next < filters.size() && filters.get(next).equals(now)) {
            next++;
        }
        if (next >= filters.size()) {
            return now;
        }
        place = next;
        return filters.get(place);
    }

    /// Comes back to the filter after.
    String newer() {
        place = Math.max(-1, place - 1);
        return place < 0 ? typed : filters.get(place);
    }

    /// Whether an older filter is shown.
    boolean isWalked() {
        return place >= 0;
    }

    /// Leaves the history.
    void leave() {
        place = -1;
    }
}
